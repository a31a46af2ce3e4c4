package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Flattens images in the order in which their values lie in memory after a {@link ChannelsLastConvolution}: from {@code [N, channels,
 * height, width]} to {@code [N, height * width * channels]}, without moving any.
 */
public final class ChannelsLastFlatten extends AbstractBlock {

    private static final byte VERSION = 1;

    /** A block without parameters. */
    public ChannelsLastFlatten() {
        super(VERSION);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray images = inputs.singletonOrThrow();
        long n = images.getShape().get(0);
        return new NDList(images.transpose(0, 2, 3, 1).reshape(n, -1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape input = inputShapes[0];
        return new Shape[] {new Shape(input.get(0), input.size() / input.get(0))};
    }
}
