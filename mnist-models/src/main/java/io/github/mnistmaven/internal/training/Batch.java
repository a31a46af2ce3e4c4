package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.mnistmaven.data.DigitSet;

/**
 * The input and the targets of a training step, or of one replica's part of it.
 *
 * @param size N
 * @param pixels {@code N * 784} values from 0 (background) to 1 (ink)
 * @param targets {@code N * 10} probabilities, the highest that of the true class
 */
public record Batch(int size, float[] pixels, float[] targets) {

    NDArray images(NDManager manager) {
        return manager.create(pixels, new Shape(size, 1, DigitSet.ROWS, DigitSet.COLUMNS));
    }
}
