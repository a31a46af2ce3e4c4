package io.github.mnistmaven.architecture;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code cnn}: three 3x3 convolutions of 16, 32 and 64 channels, each pooled, normalized and rectified, and one linear
 * layer; 29,402 trained parameters and batch-norm averages.
 *
 * <p>Pooling comes before batch norm and ReLU, not after them as is usual: both then work on a quarter of the values.
 */
public final class Cnn implements Architecture {

    @Override
    public String name() {
        return "cnn";
    }

    @Override
    public Block newBlock() {
        return new SequentialBlock()
                .add(convolution(16))
                .add(halve())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(32))
                .add(halve())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(64))
                .add(halve())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build());
    }

    /** Same size; no bias, as the batch norm that follows has one. */
    private static Block convolution(int channels) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .setFilters(channels)
                .optPadding(new Shape(1, 1))
                .optBias(false)
                .build();
    }

    private static Block halve() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    @Override
    public Recipe defaultRecipe() {
        return new Recipe(4, 128, Schedule.oneCycle(0.01, 0.25), new Augmentation(8, 0.1, 0.1, 1), 0, 0.1, 0, 1e-8);
    }
}
