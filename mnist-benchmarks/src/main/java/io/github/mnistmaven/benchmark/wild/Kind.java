package io.github.mnistmaven.benchmark.wild;

import java.util.OptionalInt;
import java.util.Random;

/**
 * A kind of picture.
 *
 * @param name as in the table
 * @param expected what is right for it
 * @param digits how many are in it
 * @param lines that they are in, each with as many digits
 * @param label of the digits it is made from, if not of any
 * @param painter makes one
 */
record Kind(String name, Expected expected, int digits, int lines, OptionalInt label, Painter painter) {

    /** Makes a picture. */
    interface Painter {

        /** From as many digits as the kind has, each 784 grey levels. */
        Picture paint(byte[][] digits, Random random);
    }

    static Kind of(String name, Painter painter) {
        return new Kind(name, Expected.DIGIT, 1, 1, OptionalInt.empty(), painter);
    }

    static Kind refused(String name, Painter painter) {
        return new Kind(name, Expected.REFUSED, 1, 1, OptionalInt.empty(), painter);
    }

    static Kind several(String name, int digits, int lines, Painter painter) {
        return new Kind(name, Expected.SEVERAL, digits, lines, OptionalInt.empty(), painter);
    }

    static Kind ofLabel(String name, int label, Painter painter) {
        return new Kind(name, Expected.DIGIT, 1, 1, OptionalInt.of(label), painter);
    }

    boolean isMadeFrom(int digit) {
        return label.isEmpty() || label.getAsInt() == digit;
    }
}
