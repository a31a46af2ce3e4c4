package io.github.mnistmaven.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of IDX file that make up a digit set. */
enum IdxKind {
    /** Unsigned bytes. */
    IMAGES(0x0803, List.of(DigitSet.ROWS, DigitSet.COLUMNS), 1),
    /** Unsigned bytes. */
    LABELS(0x0801, List.of(), 1),
    /** As in QMNIST: eight 32-bit integers, of which the first is the class, and the others say who wrote the digit. */
    LABELS_WITH_ORIGIN(0x0C02, List.of(8), Integer.BYTES);

    private final int magic;
    private final List<Integer> dimensions;
    private final int valueBytes;

    IdxKind(int magic, List<Integer> dimensions, int valueBytes) {
        this.magic = magic;
        this.dimensions = dimensions;
        this.valueBytes = valueBytes;
    }

    static Optional<IdxKind> withMagic(int magic) {
        return Arrays.stream(values()).filter(kind -> kind.magic == magic).findFirst();
    }

    /** The first four bytes, big endian: two zeros, the type of the values and the number of dimensions. */
    int magic() {
        return magic;
    }

    /** The dimensions of one element, which follow the count in the header. */
    List<Integer> dimensions() {
        return dimensions;
    }

    int headerBytes() {
        return Integer.BYTES * (2 + dimensions.size());
    }

    int elementBytes() {
        return dimensions.stream().reduce(valueBytes, Math::multiplyExact);
    }

    /** What the dimensions of an element count. */
    String parts() {
        return this == IMAGES ? "pixels" : "numbers";
    }

    String element() {
        return this == IMAGES ? "image" : "label";
    }

    String elements() {
        return element() + "s";
    }
}
