package io.github.mnistmaven.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.mnistmaven.provenance.Platform;

/** The fastest this machine multiplies matrices of single-precision numbers through the engine: the roof of all else. */
final class Sgemm {

    private static final int SIZE = 2048;
    private static final int TRIES = 8;

    private Sgemm() {}

    /** Operations a second, a multiplication and an addition being two; the best of some tries. */
    static double peak() {
        double least = Double.MAX_VALUE;
        try (NDManager manager = NDManager.newBaseManager(Platform.ENGINE)) {
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
