package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Predicate;

/** Some parameters of a network as one vector of numbers: the values of one after the other. */
final class FlatParameters {

    private final List<NDArray> arrays;
    private final ByteBuffer values;
    private final int size;

    private FlatParameters(Block block, Predicate<Parameter> which) {
        this.arrays = block.getParameters().values().stream()
                .filter(which)
                .map(Parameter::getArray)
                .toList();
        this.size = Math.toIntExact(arrays.stream().mapToLong(NDArray::size).sum());
        this.values = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    /** Those that are trained. */
    static FlatParameters trained(Block block) {
        return new FlatParameters(block, Parameter::requiresGradient);
    }

    /** Those that are not: the averages of a batch norm, and what was frozen. */
    static FlatParameters untrained(Block block) {
        return new FlatParameters(block, parameter -> !parameter.requiresGradient());
    }

    /** How many numbers. */
    int size() {
        return size;
    }

    /** A copy of them. */
    float[] read() {
        float[] copy = new float[size];
        int offset = 0;
        for (NDArray array : arrays) {
            offset = copy(array, copy, offset);
        }
        return copy;
    }

    /** Sets them. */
    void write(float[] numbers) {
        values.asFloatBuffer().put(numbers);
        int offset = 0;
        for (NDArray array : arrays) {
            int bytes = Math.toIntExact(array.size()) * Float.BYTES;
            // Direct, so that the engine takes it as it is.
            array.set(values.slice(offset, bytes).order(ByteOrder.nativeOrder()));
            offset += bytes;
        }
    }

    /** Reads the gradients, and zeroes them. */
    void takeGradients(float[] into) {
        int offset = 0;
        for (NDArray array : arrays) {
            try (NDArray gradient = array.getGradient()) {
                offset = copy(gradient, into, offset);
                gradient.subi(gradient);
            }
        }
    }

    private static int copy(NDArray array, float[] into, int offset) {
        int length = Math.toIntExact(array.size());
        array.toByteBuffer().asFloatBuffer().get(into, offset, length);
        return offset + length;
    }
}
