package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.Sha256;
import java.security.MessageDigest;

/**
 * The exact results of the engine's arithmetic: the digest of a convolution, a matrix product, elementwise functions
 * and a sum of fixed numbers. The names of processors and settings only hint at which kernels run; two processes whose
 * digests differ
 * cannot be expected to train the same bits, whatever their names say.
 */
final class Arithmetic {

    private Arithmetic() {}

    static String sha256() {
        MessageDigest digest = Sha256.newDigest();
        try (NDManager manager = PyTorch.newManager()) {
            NDArray images = numbers(manager, new Shape(64, 1, 28, 28));
            NDArray kernels = numbers(manager, new Shape(16, 1, 3, 3));
            NDArray convolved =
                    Conv2d.conv2d(images, kernels, null, new Shape(1, 1)).singletonOrThrow();
            NDArray product = images.reshape(64, 784).matMul(numbers(manager, new Shape(784, 128)));
            NDArray bent = new NDList(product.div(100).tanh(), product.div(300).exp())
                    .stream().reduce(NDArray::mul).orElseThrow();
            for (NDArray result :
                    new NDArray[] {convolved, product, bent, bent.softmax(1).log(), convolved.sum()}) {
                digest.update(result.toByteArray());
            }
        }
        return Sha256.hex(digest);
    }

    /** Values from -1 to 1, irregular so that they do not cancel out in sums. */
    private static NDArray numbers(NDManager manager, Shape shape) {
        float[] values = new float[Math.toIntExact(shape.size())];
        int state = 1;
        for (int i = 0; i < values.length; i++) {
            state = 1664525 * state + 1013904223;
            values[i] = state * 0x1p-31f;
        }
        return manager.create(values, shape);
    }
}
