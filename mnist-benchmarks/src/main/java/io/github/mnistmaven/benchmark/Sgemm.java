package io.github.mnistmaven.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.mnistmaven.internal.engine.PyTorch;

/** The peak speed of single-precision matrix multiplication with the engine, an upper bound for training. */
final class Sgemm {

    private static final int SIZE = 2048;
    private static final int TRIES = 8;

    private Sgemm() {}

    /** Operations per second, counting a multiplication and an addition as two; the best of several tries. */
    static double peak() {
        double least = Double.MAX_VALUE;
        try (NDManager manager = PyTorch.newManager()) {
            NDArray matrix = manager.randomUniform(0, 1, new Shape(SIZE, SIZE));
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                try (NDArray product = matrix.matMul(matrix)) {
                    product.getFloat(0, 0);
                }
                least = Math.min(least, (System.nanoTime() - start) / 1e9);
            }
        }
        return 2.0 * SIZE * SIZE * SIZE / least;
    }
}
