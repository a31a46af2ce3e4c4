package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.PairList;

/**
 * A convolution without bias and padding, from {@code [N, channels, height, width]} to {@code [N, filters, ..., ...]}, whose weights lie
 * in memory with the channels last: {@code [filters, kernel, kernel, channels]}. The engine takes the layout over from them for its result and
 * all that is computed from it, which on CPUs saves rearranging values before and after each convolution.
 *
 * <p>Initial weights are those of He et al., 2015 (arXiv:1502.01852): normal, with a variance of 2 / inputs.
 */
public final class ChannelsLastConvolution extends AbstractBlock {

    private static final byte VERSION = 1;

    private final int filters;
    private final int kernel;
    private final int stride;
    private final int padding;
    private final Parameter weight;

    /**
     * A convolution without padding, its weights not yet initialized.
     *
     * @param filters how many channels it gives
     * @param kernel how many pixels wide and high
     * @param stride how many pixels from one to the next
     */
    public ChannelsLastConvolution(int filters, int kernel, int stride) {
        this(filters, kernel, stride, 0);
    }

    private ChannelsLastConvolution(int filters, int kernel, int stride, int padding) {
        super(VERSION);
        this.filters = filters;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.weight = addParameter(Parameter.builder()
                .setName("weight")
                .setType(Parameter.Type.WEIGHT)
                .optInitializer(new XavierInitializer(
                        XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2))
                .build());
    }

    /**
     * A convolution with stride 1 that pads with zeros, so that the images stay as large as they are.
     *
     * @param filters how many channels it gives
     * @param kernel how many pixels wide and high; odd
     * @return the convolution, its weights not yet initialized
     */
    public static ChannelsLastConvolution padded(int filters, int kernel) {
        return new ChannelsLastConvolution(filters, kernel, 1, kernel / 2);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray images = inputs.singletonOrThrow();
        NDArray channelsLast = store.getValue(weight, images.getDevice(), training);
        // Closed here, as the engine would keep the view as long as the weights that it belongs to.
        try (NDArray view = channelsLast.transpose(0, 3, 1, 2)) {
            return Conv2d.conv2d(images, view, null, new Shape(stride, stride), new Shape(padding, padding));
        }
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        weight.setShape(new Shape(filters, kernel, kernel, inputShapes[0].get(1)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape input = inputShapes[0];
        return new Shape[] {new Shape(input.get(0), filters, size(input.get(2)), size(input.get(3)))};
    }

    private long size(long before) {
        return (before + 2 * padding - kernel) / stride + 1;
    }
}
