package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import java.util.Random;

/**
 * Digits that are easy to classify after little training: a vertical stripe whose column determines the digit, of
 * random length and
 * brightness.
 */
public final class StripedDigits {

    private StripedDigits() {}

    public static DigitSet of(int size, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[size * DigitSet.PIXELS];
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) random.nextInt(DigitSet.CLASSES);
            int top = 2 + random.nextInt(6);
            int bottom = 18 + random.nextInt(8);
            for (int row = top; row < bottom; row++) {
                pixels[i * DigitSet.PIXELS + row * DigitSet.COLUMNS + 4 + 2 * labels[i]] =
                        (byte) (128 + random.nextInt(128));
            }
        }
        return DigitSet.of(pixels, labels);
    }
}
