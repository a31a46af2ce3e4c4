"""Times an epoch of the study's own networks, those of CnnReference.java and LstmReference.java, in Keras on the CPU."""

import argparse
import os
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import tensorflow as tf
from keras import layers

import idx

HELD_OUT = 0.1
WARM_UP_BATCHES = 4


def cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.Conv2D(64, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(2),
            layers.Dropout(0.25),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.BatchNormalization(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )


def lstm():
    return keras.Sequential(
        [
            keras.Input((28, 28)),
            layers.Masking(0.0),
            layers.LSTM(128),
            layers.Dropout(0.5),
            layers.Dense(64, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(10, activation="softmax"),
        ]
    )


NETWORKS = {"cnn-reference": cnn, "lstm-reference": lstm}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, metavar="DIR", help="has MNIST's four .gz files")
    parser.add_argument("--networks", nargs="+", choices=NETWORKS, default=list(NETWORKS))
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, metavar="N", help="train on the first N digits alone")
    options = parser.parse_args()
    tf.config.threading.set_intra_op_parallelism_threads(options.threads)
    tf.config.threading.set_inter_op_parallelism_threads(options.threads)

    images, labels = idx.training(options.data)
    held_out = round(len(images) * HELD_OUT)
    count = min(options.limit or len(images), len(images) - held_out)
    images = images.astype("float32") / 255
    training, validation = (images[:count], labels[:count]), (images[-held_out:], labels[-held_out:])

    print(f"keras {keras.__version__}, tensorflow {tf.__version__}, {count:,} digits, {options.threads} threads")
    for name in options.networks:
        keras.utils.set_random_seed(options.seed)
        network = NETWORKS[name]()
        network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        # The graph is made in the first steps, which are not timed.
        some = WARM_UP_BATCHES * options.batch
        network.fit(images[:some], labels[:some], batch_size=options.batch, verbose=0)
        start = time.perf_counter()
        network.fit(*training, batch_size=options.batch, verbose=0)
        seconds = time.perf_counter() - start
        _, accuracy = network.evaluate(*validation, batch_size=500, verbose=0)
        print(
            f"{name}: {network.count_params():,} parameters, an epoch in {seconds:.1f} s, {count / seconds:,.0f} images/s, "
            f"accuracy {accuracy:.4f} on held-out digits",
            flush=True,
        )


if __name__ == "__main__":
    main()
