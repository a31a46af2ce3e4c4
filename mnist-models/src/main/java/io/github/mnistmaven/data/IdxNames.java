package io.github.mnistmaven.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names under which sets of ten classes were published as four IDX files, without {@code .gz}. Sources: C. Yadav, L. Bottou,
 * "Cold Case: The Lost MNIST Digits", 2019 (QMNIST); G. Cohen, S. Afshar, J. Tapson, A. van Schaik, "EMNIST: an extension of
 * MNIST to handwritten letters", 2017.
 */
enum IdxNames {
    MNIST(
            Optional.empty(),
            false,
            Arrays.stream(PublishedFile.values()).map(PublishedFile::fileName).toList()),
    QMNIST(
            Optional.of("QMNIST"),
            false,
            List.of(
                    "qmnist-train-images-idx3-ubyte",
                    "qmnist-train-labels-idx2-int",
                    "qmnist-test-images-idx3-ubyte",
                    "qmnist-test-labels-idx2-int")),
    EMNIST_DIGITS(Optional.of("EMNIST digits"), true, emnist("digits")),
    EMNIST_MNIST(Optional.of("EMNIST mnist"), true, emnist("mnist"));

    private final Optional<String> description;
    private final boolean transposed;
    private final List<String> fileNames;

    IdxNames(Optional<String> description, boolean transposed, List<String> fileNames) {
        this.description = description;
        this.transposed = transposed;
        this.fileNames = fileNames;
    }

    private static List<String> emnist(String split) {
        return Stream.of("train-images-idx3", "train-labels-idx1", "test-images-idx3", "test-labels-idx1")
                .map(file -> "emnist-%s-%s-ubyte".formatted(split, file))
                .toList();
    }

    Optional<String> description() {
        return description;
    }

    /** Whether images are stored column by column. */
    boolean transposed() {
        return transposed;
    }

    /** Training images, training labels, test images, test labels. */
    List<String> fileNames() {
        return fileNames;
    }
}
