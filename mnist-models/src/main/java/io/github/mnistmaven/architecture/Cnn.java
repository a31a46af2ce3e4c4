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
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code cnn}: three convolutions of 16, 32 and 64 channels, each normalized and rectified, and one linear layer;
 * 29,658
 * trained parameters and batch-norm averages. These numbers are for a single network of the default width.
 *
 * <p>In a small network on a CPU, moving values costs more than multiplying them. So the first convolution has a
 * stride of 2, there is no padding (28 pixels become 12, 10, pooled 5, and 3), and pooling comes before batch norm
 * and ReLU, not after them as is usual: both then work on a quarter of the values. The last row and the last column
 * are never used; they are blank in nearly all images of MNIST.
 */
final class Cnn implements Architecture {

    @Override
    public String name() {
        return "cnn";
    }

    @Override
    public Block newBlock() {
        return newBlock(1);
    }

    @Override
    public Block newBlock(int widthMultiplier) {
        return new SequentialBlock()
                .add(convolution(16 * widthMultiplier, 5, 2))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(32 * widthMultiplier, 3, 1))
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(64 * widthMultiplier, 3, 1))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build());
    }

    /** No bias, as the batch norm that follows has one. */
    private static Block convolution(int channels, int size, int stride) {
        return Conv2d.builder()
                .setKernelShape(new Shape(size, size))
                .optStride(new Shape(stride, stride))
                .setFilters(channels)
                .optBias(false)
                .build();
    }

    @Override
    public Recipe defaultRecipe() {
        return Recipe.DEFAULT
                .withEpochs(8)
                .withSchedule(Schedule.oneCycle(0.01, 0.25))
                .withAugmentation(new Augmentation(10, 0.1, 0.1, 1.5, 1.5))
                .withValidationFraction(0.05);
    }

    @Override
    public Recipe recipe(Preset preset) {
        return switch (preset) {
            case FAST -> defaultRecipe().withEpochs(4).withAugmentation(new Augmentation(5, 0.05, 0.05, 1, 0.5));
            case STANDARD -> defaultRecipe();
            case BEST ->
                defaultRecipe()
                        .withEpochs(12)
                        .withLearningRate(0.007)
                        .withAugmentation(new Augmentation(12, 0.12, 0.12, 1.5, 2.5))
                        .withCapacity(new Capacity(2, 3));
        };
    }
}
