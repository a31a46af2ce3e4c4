package io.github.mnistmaven.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two kinds of IDX file that make up a digit set, both of unsigned bytes. */
enum IdxKind {
    IMAGES(0x0803, List.of(DigitSet.ROWS, DigitSet.COLUMNS)),
    LABELS(0x0801, List.of());

    private final int magic;
    private final List<Integer> dimensions;

    IdxKind(int magic, List<Integer> dimensions) {
        this.magic = magic;
        this.dimensions = dimensions;
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
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    /** In plural. */
    String elements() {
        return this == IMAGES ? "images" : "labels";
    }
}
