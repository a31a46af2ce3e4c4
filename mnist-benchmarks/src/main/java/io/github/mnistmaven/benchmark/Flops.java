package io.github.mnistmaven.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.networks.ChannelsLastConvolution;

/**
 * The floating-point operations of a network: multiplications and additions of its convolutions and matrix products,
 * two for each use of a weight. The rest (pooling, batch norm, Adam) is small and not counted.
 */
final class Flops {

    /**
     * The forward pass, and a backward pass that computes the gradients of inputs and of weights; that the image needs
     * no gradient is ignored.
     */
    private static final int PASSES_OF_A_STEP = 3;

    /** Time steps of a row-wise LSTM on MNIST: the rows that a digit fills, most being scaled to 20. */
    private static final int INKED_ROWS = 20;

    private static final Shape IMAGE = new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS);

    private Flops() {}

    /** Operations to train a network, not yet initialized, on one image. */
    static double ofTraining(Block block) {
        try (NDManager manager = PyTorch.newManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            return PASSES_OF_A_STEP * forward(block, IMAGE);
        }
    }

    private static double forward(Block block, Shape input) {
        if (block instanceof Conv2d || block instanceof ChannelsLastConvolution) {
            Shape output = block.getOutputShapes(new Shape[] {input})[0];
            return 2.0 * weights(block) * output.get(2) * output.get(3);
        }
        if (block instanceof Linear) {
            return 2.0 * weights(block);
        }
        if (block instanceof LSTM) {
            return 2.0 * weights(block) * INKED_ROWS;
        }
        double sum = 0;
        Shape shape = input;
        for (Block child : block.getChildren().values()) {
            sum += forward(child, shape);
            if (!(child instanceof LSTM)) {
                shape = child.getOutputShapes(new Shape[] {shape})[0];
            }
        }
        return sum;
    }

    private static long weights(Block block) {
        return block.getDirectParameters().values().stream()
                .filter(parameter -> parameter.getType() == Parameter.Type.WEIGHT)
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }
}
