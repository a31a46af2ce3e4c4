"""Prints a table of the RESULT lines of pytorch_peer.py in a file: a row for each network and mode."""

import statistics
import sys

rows = {}
with open(sys.argv[1]) as lines:
    for words in (line.split() for line in lines if line.startswith("RESULT ")):
        _, network, mode, _, speed, accuracy = words
        rows.setdefault((network, mode), []).append((float(speed), float(accuracy)))

print("| model | mode | runs | images/s, median (min, max) | accuracy on held-out digits, mean |")
print("|---|---|---|---|---|")
for (network, mode), runs in rows.items():
    speeds, accuracies = zip(*runs)
    print(
        f"| {network} | {mode} | {len(runs)} | {statistics.median(speeds):,.0f} ({min(speeds):,.0f}, {max(speeds):,.0f}) "
        f"| {statistics.mean(accuracies):.4f} |"
    )
