package io.github.mnistmaven.data;

import java.util.Random;

/** Arbitrary digit sets, for tests of how they are stored. */
final class SampleDigits {

    private SampleDigits() {}

    static DigitSet of(int size, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[size * DigitSet.PIXELS];
        byte[] labels = new byte[size];
        random.nextBytes(pixels);
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) random.nextInt(DigitSet.CLASSES);
        }
        return DigitSet.of(pixels, labels);
    }
}
