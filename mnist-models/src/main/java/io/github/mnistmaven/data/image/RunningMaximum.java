package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * The greatest value within a distance, along one row or column, with three comparisons a pixel whatever the distance (M. van Herk, "A
 * fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels", Pattern Recognition Letters 13(7), 1992).
 */
final class RunningMaximum {

    private RunningMaximum() {}

    /** Of {@code count} values from index {@code first} on, {@code step} apart; written to the same indices of {@code target}. */
    static void of(float[] source, int first, int step, int count, int radius, float[] target) {
        int window = 2 * radius + 1;
        int length = (count + 2 * radius + window - 1) / window * window;
        float[] padded = new float[length];
        Arrays.fill(padded, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            padded[radius + i] = source[first + i * step];
        }
        float[] forward = padded.clone();
        for (int i = 1; i < length; i++) {
            if (i % window != 0) {
                forward[i] = Math.max(forward[i], forward[i - 1]);
            }
        }
        for (int i = length - 2; i >= 0; i--) {
            if (i % window != window - 1) {
                padded[i] = Math.max(padded[i], padded[i + 1]);
            }
        }
        for (int i = 0; i < count; i++) {
            target[first + i * step] = Math.max(padded[i], forward[i + window - 1]);
        }
    }
}
