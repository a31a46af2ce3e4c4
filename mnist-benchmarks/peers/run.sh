#!/usr/bin/env bash
# Trains both networks in both modes in PyTorch from Python, in turn, three times, and prints a table of the medians.
# Usage: run.sh DIRECTORY-OF-MNIST [OPTION OF pytorch_peer.py]...
set -euo pipefail
if [ $# -eq 0 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi
data=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")"

python=$(./environment.sh pytorch)
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for seed in 1 2 3; do
  for network in cnn lstm; do
    for mode in eager channels-last; do
      echo "== $network $mode, seed $seed"
      "$python" pytorch_peer.py "$network" --data "$data" --mode "$mode" --seed "$seed" "$@" | tee -a "$results"
    done
  done
done
echo
"$python" table.py "$results"
