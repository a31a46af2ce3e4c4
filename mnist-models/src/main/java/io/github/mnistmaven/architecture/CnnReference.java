package io.github.mnistmaven.architecture;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.Initializers;
import io.github.mnistmaven.recipe.Recipe;

/**
 * {@code cnn-reference}: the study's convolutional network and its training, unchanged; 1,200,778 trained parameters
 * and
 * batch-norm averages. Where the study used Keras' defaults (initial weights, batch norm's momentum and epsilon, Adam's
 * epsilon) they are Keras' here too.
 */
final class CnnReference implements Architecture {

    @Override
    public String name() {
        return "cnn-reference";
    }

    @Override
    public Block newBlock() {
        return Initializers.glorot(new SequentialBlock()
                .add(convolution(32))
                .add(Activation.reluBlock())
                .add(batchNorm())
                .add(convolution(64))
                .add(Activation.reluBlock())
                .add(batchNorm())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Dropout.builder().optRate(0.25f).build())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(128).build())
                .add(Activation.reluBlock())
                .add(batchNorm())
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    private static Block convolution(int channels) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .setFilters(channels)
                .build();
    }

    private static Block batchNorm() {
        return BatchNorm.builder().optMomentum(0.99f).optEpsilon(1e-3f).build();
    }

    @Override
    public Recipe defaultRecipe() {
        return StudyRecipe.ofEpochs(20);
    }
}
