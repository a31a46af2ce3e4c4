package io.github.mnistmaven.internal.platform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.mnistmaven.data.DigitSet;
import java.util.List;
import java.util.zip.CRC32C;

/** What a probe computes with, and how it sums up what comes of it. */
final class FixedNumbers {

    /** As on most images of MNIST. */
    private static final int BLANK_ROWS = 4;

    /** After which they repeat, to save time: a prime, so that no layer sees the same in each row or channel. */
    private static final int PERIOD = 8191;

    private FixedNumbers() {}

    /** Values from -1 to 1, irregular so that they do not cancel out in sums; made without the engine. */
    static NDArray of(NDManager manager, Shape shape) {
        return of(manager, shape, 1);
    }

    /** Other ones for each seed. */
    static NDArray of(NDManager manager, Shape shape, int seed) {
        return manager.create(values(Math.toIntExact(shape.size()), seed), shape);
    }

    /** Irregular values of all magnitudes from 2 to the power of -12 to 2 to the power of 12, all different. */
    static NDArray ofAllMagnitudes(NDManager manager, Shape shape) {
        float[] values = new float[Math.toIntExact(shape.size())];
        int state = 1;
        for (int i = 0; i < values.length; i++) {
            state = 1664525 * state + 1013904223;
            values[i] = Math.scalb(1 + Math.abs(state * 0x1p-31f), i % 24 - 12) * (state < 0 ? -1 : 1);
        }
        return manager.create(values, shape);
    }

    private static float[] values(int number, int seed) {
        float[] values = new float[number];
        int state = seed;
        for (int i = 0; i < Math.min(number, PERIOD); i++) {
            state = 1664525 * state + 1013904223;
            values[i] = state * 0x1p-31f;
        }
        for (int i = PERIOD; i < number; i += PERIOD) {
            System.arraycopy(values, 0, values, i, Math.min(PERIOD, number - i));
        }
        return values;
    }

    /** Images with values from 0 to 1 and, as in MNIST, blank rows above and below; {@code [N, 1, 28, 28]}. */
    static NDArray images(NDManager manager, int number) {
        float[] values = values(number * DigitSet.PIXELS, 1);
        for (int i = 0; i < values.length; i++) {
            int image = i / DigitSet.PIXELS;
            int row = i / DigitSet.COLUMNS % DigitSet.ROWS;
            int blank = BLANK_ROWS + image % BLANK_ROWS;
            values[i] = row < blank || row >= DigitSet.ROWS - blank ? 0 : Math.abs(values[i]);
        }
        return manager.create(values, new Shape(number, 1, DigitSet.ROWS, DigitSet.COLUMNS));
    }

    /** The CRC-32C of all values, one array after the other: it is meant to find accidents, and is many times as fast as a SHA. */
    static String checksum(List<NDArray> arrays) {
        CRC32C checksum = new CRC32C();
        arrays.forEach(array -> checksum.update(array.toByteBuffer()));
        return "%08x".formatted(checksum.getValue());
    }
}
