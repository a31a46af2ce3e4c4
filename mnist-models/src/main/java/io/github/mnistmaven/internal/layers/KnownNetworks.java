package io.github.mnistmaven.internal.layers;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.layers.Layer.Affine;
import io.github.mnistmaven.internal.layers.Layer.Convolution;
import io.github.mnistmaven.internal.layers.Layer.Dense;
import io.github.mnistmaven.internal.layers.Layer.MaxPool;
import io.github.mnistmaven.internal.layers.Layer.Relu;
import io.github.mnistmaven.internal.layers.Layer.RowLstm;
import io.github.mnistmaven.recipe.Capacity;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The layers of this library's own architectures, in the order in which their parameters were saved. Dropout does nothing in inference. */
final class KnownNetworks {

    static final Set<String> NAMES = Set.of("cnn", "lstm", "cnn-reference", "lstm-reference");

    /** What a batch norm adds to a variance: DJL's default, and that of Keras. */
    private static final double EPSILON = 1e-5;

    private static final double KERAS_EPSILON = 1e-3;

    private final SavedArrays arrays;

    private KnownNetworks(SavedArrays arrays) {
        this.arrays = arrays;
    }

    /**
     * The network of an architecture.
     *
     * @throws IllegalArgumentException if the arrays are not those of such a network
     */
    static LayeredNetwork of(String architecture, Capacity capacity, SavedArrays arrays) {
        KnownNetworks networks = new KnownNetworks(arrays);
        return new LayeredNetwork(IntStream.range(0, capacity.ensembleSize())
                .mapToObj(member -> networks.next(architecture, capacity.widthMultiplier()))
                .toList());
    }

    private List<Layer> next(String architecture, int width) {
        return switch (architecture) {
            case "cnn" -> cnn(8 * width);
            case "lstm" -> lstm(32 * width);
            case "cnn-reference" -> cnnReference();
            case "lstm-reference" -> lstmReference();
            default -> throw new IllegalArgumentException("the architecture '%s' is not known".formatted(architecture));
        };
    }

    private List<Layer> cnn(int channels) {
        return List.of(
                normalizedConvolution(5, 2, 0, 1, channels),
                new Relu(),
                convolution(3, channels, 2 * channels),
                new MaxPool(2),
                batchNorm(2 * channels, EPSILON),
                new Relu(),
                normalizedConvolution(3, 1, 1, 2 * channels, 2 * channels),
                new Relu(),
                normalizedConvolution(3, 1, 0, 2 * channels, 4 * channels),
                new Relu(),
                dense(3 * 3 * 4 * channels, DigitSet.CLASSES));
    }

    private List<Layer> lstm(int units) {
        RowLstm rows = rowLstm(units, true);
        Affine norm = batchNorm(3 * units, EPSILON);
        return List.of(rows, after(norm, dense(3 * units, DigitSet.CLASSES)));
    }

    /** A batch norm lets no 0 of a rectifier through, and what is 0 takes no time to compute; so each goes into the layer behind it. */
    private List<Layer> cnnReference() {
        Convolution first = convolutionWithBias(3, 1, 32);
        Affine firstNorm = batchNorm(32, KERAS_EPSILON);
        Convolution second = convolutionWithBias(3, 32, 64);
        Affine secondNorm = batchNorm(64, KERAS_EPSILON);
        Dense hidden = denseOfChannelsFirst(64, 12 * 12, 128);
        Affine hiddenNorm = batchNorm(128, KERAS_EPSILON);
        Dense output = dense(128, DigitSet.CLASSES);
        return List.of(
                first,
                new Relu(),
                after(firstNorm, second),
                new Relu(),
                secondNorm,
                new MaxPool(2),
                hidden,
                new Relu(),
                after(hiddenNorm, output));
    }

    private static Convolution after(Affine norm, Convolution next) {
        return new Convolution(
                next.kernel(),
                next.stride(),
                next.padding(),
                next.inputs(),
                next.filters(),
                scaled(norm, next.weights(), next.filters()),
                shifted(norm, next.weights(), next.biases()));
    }

    private static Dense after(Affine norm, Dense next) {
        return new Dense(
                next.inputs(),
                next.units(),
                scaled(norm, next.weights(), next.units()),
                shifted(norm, next.weights(), next.biases()));
    }

    /** The weights {@code [..., channels, outputs]} of a layer without padding that takes the values before a batch norm. */
    private static float[] scaled(Affine norm, float[] weights, int outputs) {
        float[] scaled = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = weights[i] * norm.scales()[i / outputs % norm.scales().length];
        }
        return scaled;
    }

    private static float[] shifted(Affine norm, float[] weights, float[] biases) {
        double[] sums = new double[biases.length];
        for (int i = 0; i < weights.length; i++) {
            sums[i % sums.length] += (double) weights[i] * norm.shifts()[i / sums.length % norm.shifts().length];
        }
        float[] shifted = new float[biases.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = (float) (biases[i] + sums[i]);
        }
        return shifted;
    }

    private List<Layer> lstmReference() {
        return List.of(rowLstm(128, false), dense(128, 64), new Relu(), dense(64, DigitSet.CLASSES));
    }

    /** Without a bias, as a batch norm follows that has one. */
    private Convolution convolution(int kernel, int inputs, int filters) {
        return new Convolution(kernel, 1, 0, inputs, filters, filtersLast(kernel, inputs, filters), new float[filters]);
    }

    private float[] filtersLast(int kernel, int inputs, int filters) {
        return transposed(arrays.next("weight", filters, kernel, kernel, inputs), filters);
    }

    /** With the batch norm that follows it folded in. */
    private Convolution normalizedConvolution(int kernel, int stride, int padding, int inputs, int filters) {
        float[] weights = filtersLast(kernel, inputs, filters);
        Affine norm = batchNorm(filters, EPSILON);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= norm.scales()[i % filters];
        }
        return new Convolution(kernel, stride, padding, inputs, filters, weights, norm.shifts());
    }

    /** DJL's own, whose weights lie as {@code [filters, inputs, kernel, kernel]}. */
    private Convolution convolutionWithBias(int kernel, int inputs, int filters) {
        float[] saved = arrays.next("weight", filters, inputs, kernel, kernel);
        float[] weights = new float[saved.length];
        int pixels = kernel * kernel;
        for (int i = 0; i < saved.length; i++) {
            int filter = i / (inputs * pixels);
            int input = i / pixels % inputs;
            weights[(i % pixels * inputs + input) * filters + filter] = saved[i];
        }
        return new Convolution(kernel, 1, 0, inputs, filters, weights, arrays.next("bias", filters));
    }

    private Affine batchNorm(int channels, double epsilon) {
        float[] gamma = arrays.next("gamma", channels);
        float[] beta = arrays.next("beta", channels);
        float[] mean = arrays.next("runningMean", channels);
        float[] variance = arrays.next("runningVar", channels);
        float[] scales = new float[channels];
        float[] shifts = new float[channels];
        for (int i = 0; i < channels; i++) {
            double scale = gamma[i] / Math.sqrt(variance[i] + epsilon);
            scales[i] = (float) scale;
            shifts[i] = (float) (beta[i] - mean[i] * scale);
        }
        return new Affine(scales, shifts);
    }

    private Dense dense(int inputs, int units) {
        return new Dense(
                inputs, units, transposed(arrays.next("weight", units, inputs), units), arrays.next("bias", units));
    }

    /** Of images that were flattened channel by channel. */
    private Dense denseOfChannelsFirst(int channels, int pixels, int units) {
        Dense saved = dense(channels * pixels, units);
        float[] weights = new float[saved.weights().length];
        for (int input = 0; input < saved.inputs(); input++) {
            int from = (input % channels * pixels + input / channels) * units;
            System.arraycopy(saved.weights(), from, weights, input * units, units);
        }
        return new Dense(saved.inputs(), units, weights, saved.biases());
    }

    /** The engine adds two biases, of which the second is never trained. */
    private RowLstm rowLstm(int units, boolean halves) {
        int gates = 4 * units;
        float[] inputWeights = transposed(arrays.next("l_0_i2h_WEIGHT", gates, DigitSet.COLUMNS), gates);
        float[] stateWeights = transposed(arrays.next("l_0_h2h_WEIGHT", gates, units), gates);
        float[] biases = arrays.next("l_0_i2h_BIAS", gates);
        float[] second = arrays.next("l_0_h2h_BIAS", gates);
        for (int i = 0; i < gates; i++) {
            biases[i] += second[i];
        }
        return new RowLstm(DigitSet.COLUMNS, units, halves, inputWeights, stateWeights, biases);
    }

    /** From {@code [rows, n]} to {@code [n, rows]}. */
    private static float[] transposed(float[] values, int rows) {
        int columns = values.length / rows;
        float[] transposed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            transposed[i % columns * rows + i / columns] = values[i];
        }
        return transposed;
    }
}
