package io.github.mnistmaven.internal.platform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.PyTorch;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Functions that the engine offers and no network of this library uses, but another may. Some are known to give other bits on other
 * processors, whatever the settings: the square root is one.
 */
final class ElementaryFunctions {

    private ElementaryFunctions() {}

    /**
     * Computes each.
     *
     * @return by function, the CRC-32C of its result
     */
    static SortedMap<String, String> checksums() {
        SortedMap<String, String> checksums = new TreeMap<>();
        try (NDManager manager = PyTorch.newManager()) {
            Autograd.off(() -> {
                compute(
                        manager,
                        (name, result) -> checksums.put("function " + name, FixedNumbers.checksum(List.of(result))));
                return checksums;
            });
        }
        return checksums;
    }

    private static void compute(NDManager manager, BiConsumer<String, NDArray> result) {
        NDArray x = FixedNumbers.ofAllMagnitudes(manager, new Shape(256, 512));
        NDArray positive = x.abs();
        result.accept("sqrt", positive.sqrt());
        result.accept("pow", positive.pow(1.7f));
        result.accept("division", x.div(positive));
        result.accept("exp", x.exp());
        result.accept("log", positive.log());
        result.accept("log10", positive.log10());
        result.accept("sin", x.sin());
        result.accept("cos", x.cos());
        result.accept("tanh", x.tanh());
        result.accept("erf", x.erf());
        result.accept("sigmoid", Activation.sigmoid(x));
        result.accept("softplus", Activation.softPlus(x));
        result.accept("gelu", Activation.gelu(x));
        result.accept("selu", Activation.selu(x));
        result.accept("softmax", x.softmax(1));
        result.accept("log softmax", x.logSoftmax(1));
        result.accept("sum", x.sum());
        result.accept("sum of rows", x.sum(new int[] {1}));
        result.accept("mean of columns", x.mean(new int[] {0}));
        result.accept("matrix product", x.matMul(FixedNumbers.of(manager, new Shape(512, 128))));
        result.accept(
                "batched matrix product",
                FixedNumbers.of(manager, new Shape(96, 3, 20)).matMul(FixedNumbers.of(manager, new Shape(96, 20, 64))));
    }
}
