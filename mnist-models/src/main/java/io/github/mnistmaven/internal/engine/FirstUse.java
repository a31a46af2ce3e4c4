package io.github.mnistmaven.internal.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The first use of the engine's mathematical functions. MKL chooses its code for them when the first of them is called; where two threads do
 * that at once, the result is another one in some 2 % of all processes. So they are called here first, of so few numbers that a single thread
 * computes them.
 */
final class FirstUse {

    private static final int FEW = 4;

    private FirstUse() {}

    static void of(Engine engine) {
        try (NDManager manager = engine.newBaseManager()) {
            NDArray x = manager.ones(new Shape(FEW, FEW));
            x.exp();
            x.log();
            x.log10();
            x.sqrt();
            x.sin();
            x.cos();
            x.tan();
            x.tanh();
            x.erf();
            x.pow(x);
            x.matMul(x).toFloatArray();
        }
    }
}
