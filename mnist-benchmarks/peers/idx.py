"""Reads MNIST's training digits from its gzipped IDX files."""

import gzip
import sys
from pathlib import Path

import numpy as np

DIMENSIONS = {2049: 1, 2051: 3}


def read(path):
    """The bytes of an IDX file, in the shape that it says."""
    with gzip.open(path) as file:
        content = file.read()
    magic = int.from_bytes(content[:4], "big")
    if magic not in DIMENSIONS:
        sys.exit(f"{path}: starts with {magic}, which is neither images nor labels")
    header = np.frombuffer(content, ">i4", count=DIMENSIONS[magic], offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + header.nbytes).reshape(header)


def training(directory):
    """Images [60000, 28, 28] and labels [60000], of 0 to 255 and 0 to 9."""
    try:
        return tuple(
            read(Path(directory) / name) for name in ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")
        )
    except OSError as e:
        sys.exit(f"no MNIST in {directory}: {e}")
