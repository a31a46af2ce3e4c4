"""Trains the project's `cnn` or `lstm` in PyTorch, from Python and on the CPU, and prints how fast that was.

The networks, their initial weights, Adam, the learning rates and the batch sizes are those of Cnn.java, Lstm.java,
RowLstm.java and Schedule.java with the default recipes. Only the augmentation is another: a whole batch is shifted by
up to a pixel, which costs next to nothing, so that PyTorch is measured rather than a warp written in Python.
"""

import argparse
import math
import statistics
import time

import torch
from torch import nn
from torch.nn import functional

import idx

CLASSES = 10
HELD_OUT = 10_000
UNITS = 128
SHIFT = 1
EVALUATION_BATCH = 500


class RowLstm(nn.Module):
    """The last state over the inked rows, and the means over their upper and their lower half."""

    def __init__(self, units):
        super().__init__()
        self.lstm = nn.LSTM(28, units, batch_first=True)
        nn.init.xavier_uniform_(self.lstm.weight_ih_l0)
        nn.init.orthogonal_(self.lstm.weight_hh_l0)
        nn.init.zeros_(self.lstm.bias_ih_l0)
        nn.init.ones_(self.lstm.bias_ih_l0[units : 2 * units])  # The forget gate starts open.
        nn.init.zeros_(self.lstm.bias_hh_l0)
        self.lstm.bias_hh_l0.requires_grad_(False)

    def forward(self, images):
        rows = images.reshape(-1, 28, 28)
        inked = rows.sum(2) > 0
        lengths = inked.sum(1)
        steps = max(1, int(lengths.max()))
        states, _ = self.lstm(inked_rows_first(rows, inked, steps))
        return (shares(lengths, steps) @ states).flatten(1)


def inked_rows_first(rows, inked, steps):
    keys = 28 * ~inked + torch.arange(28)
    order = keys.argsort(1)[:, :steps, None]
    return rows.gather(1, order.expand(-1, -1, 28))


def shares(lengths, steps):
    """The weight of each state in each of the three outputs, as [N, 3, steps]; 0 for an image without ink."""
    step = torch.arange(steps)[None, None]
    count = lengths[:, None, None]
    last = (step == count - 1).float()
    upper = 2 * step < count
    lower = (step < count) & ~upper
    return torch.cat([last, mean(upper), mean(lower)], 1)


def mean(which):
    ones = which.float()
    return ones / ones.sum(2, keepdim=True).clamp_min(1)


def cnn():
    network = nn.Sequential(
        nn.Conv2d(1, 16, 5, stride=2, bias=False),
        nn.BatchNorm2d(16),
        nn.ReLU(),
        nn.Conv2d(16, 32, 3, bias=False),
        nn.MaxPool2d(2),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.Conv2d(32, 32, 3, padding=1, bias=False),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.Conv2d(32, 64, 3, bias=False),
        nn.BatchNorm2d(64),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(64 * 3 * 3, CLASSES),
    )
    for layer in network:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(layer.weight)
    nn.init.zeros_(network[-1].bias)
    return network


def lstm():
    linear = nn.Linear(3 * UNITS, CLASSES)
    nn.init.xavier_uniform_(linear.weight)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(RowLstm(UNITS), nn.BatchNorm1d(3 * UNITS), linear)


# Network, epochs, batch size, peak of the learning rate, fraction of the steps over which it rises.
NETWORKS = {"cnn": (cnn, 8, 128, 0.015, 0.2), "lstm": (lstm, 4, 96, 0.015, 0.15)}


def one_cycle(step, steps, peak, warmup):
    progress = step / (steps - 1)
    if progress < warmup:
        return peak * (1 / 25 + (1 - 1 / 25) * progress / warmup)
    annealed = (progress - warmup) / (1 - warmup)
    return peak * (1e-3 + (1 - 1e-3) * (1 + math.cos(math.pi * annealed)) / 2)


def batches(count, size):
    """Indices in a random order. A single one left over joins the last batch, as batch norm needs two."""
    parts = list(torch.randperm(count).split(size))
    if len(parts) > 1 and len(parts[-1]) == 1:
        parts[-2:] = [torch.cat(parts[-2:])]
    return parts


def shifted(padded):
    """Each image of a batch moved by the same random distance; the images have a margin of that many pixels."""
    down, right = torch.randint(2 * SHIFT + 1, (2,)).tolist()
    return padded[:, :, down : down + 28, right : right + 28].contiguous()


def accuracy(network, images, labels, memory_format):
    network.eval()
    with torch.inference_mode():
        correct = sum(
            (network(some.contiguous(memory_format=memory_format)).argmax(1) == truths).sum()
            for some, truths in zip(images.split(EVALUATION_BATCH), labels.split(EVALUATION_BATCH))
        )
    return int(correct) / len(labels)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--data", required=True, metavar="DIR", help="has MNIST's four .gz files")
    parser.add_argument("--mode", choices=["eager", "channels-last"], default="eager")
    parser.add_argument("--epochs", type=int, help="at least 2, as the first is not timed; default: the project's")
    parser.add_argument("--batch", type=int, help="default: the project's")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, metavar="N", help="train on the first N digits alone")
    parser.add_argument("--adam", choices=["fused", "default"], default="fused", help="PyTorch's implementation of it")
    parser.add_argument("--label-smoothing", type=float, default=0.1)
    options = parser.parse_args()
    _, epochs, batch, _, _ = NETWORKS[options.network]
    options.epochs = options.epochs or epochs
    options.batch = options.batch or batch
    if options.epochs < 2 or options.batch < 2 or (options.limit is not None and options.limit < 2):
        parser.error("--epochs, --batch and --limit are at least 2")
    return options


def main():
    options = arguments()
    build, _, _, peak, warmup = NETWORKS[options.network]
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)

    images, labels = (torch.tensor(values) for values in idx.training(options.data))
    images, labels = images[:, None].float() / 255, labels.long()
    held_out = images[-HELD_OUT:], labels[-HELD_OUT:]
    count = min(options.limit or len(images), len(images) - HELD_OUT)
    images, labels = functional.pad(images[:count], [SHIFT] * 4), labels[:count]

    memory_format = torch.channels_last if options.mode == "channels-last" else torch.contiguous_format
    network = build().to(memory_format=memory_format)
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    adam = torch.optim.Adam(trained, betas=(0.9, 0.999), eps=1e-8, fused=options.adam == "fused" or None)
    loss = nn.CrossEntropyLoss(label_smoothing=options.label_smoothing)

    speeds = []
    step = 0
    for epoch in range(1, options.epochs + 1):
        network.train()
        start = time.perf_counter()
        parts = batches(count, options.batch)
        steps = options.epochs * len(parts)
        for part in parts:
            adam.param_groups[0]["lr"] = one_cycle(step, steps, peak, warmup)
            adam.zero_grad()
            logits = network(shifted(images[part]).contiguous(memory_format=memory_format))
            loss(logits, labels[part]).backward()
            adam.step()
            step += 1
        speeds.append(count / (time.perf_counter() - start))
        print(f"epoch {epoch}: {speeds[-1]:,.0f} images/s", flush=True)

    print(
        f"torch {torch.__version__}, {sum(p.numel() for p in trained):,} trained parameters, {count:,} digits, "
        f"{options.epochs} epochs, batches of {options.batch}, {options.threads} threads, Adam {options.adam}"
    )
    # What table.py reads.
    print(
        f"RESULT {options.network} {options.mode} {options.seed} {statistics.median(speeds[1:]):.0f} "
        f"{accuracy(network, *held_out, memory_format):.4f}"
    )


if __name__ == "__main__":
    main()
