package io.github.mnistmaven.architecture;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.ChannelsLastConvolution;
import io.github.mnistmaven.internal.networks.ChannelsLastFlatten;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code cnn}: four convolutions of 8, 16, 16 and 32 channels times the width multiplier, each normalized and rectified, and one linear layer.
 *
 * <p>In a small network on a CPU, moving values costs more than multiplying them. So the first convolution has a
 * stride of 2, only the third has padding (28 pixels become 12, 10, pooled 5, again 5, and 3), pooling comes before batch norm
 * and ReLU, not after them as is usual, so that both work on a quarter of the values, and channels come last in memory. The last row and the last
 * column are never used; they are blank in nearly all images of MNIST.
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
                .add(new ChannelsLastConvolution(8 * widthMultiplier, 5, 2))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(new ChannelsLastConvolution(16 * widthMultiplier, 3, 1))
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(ChannelsLastConvolution.padded(16 * widthMultiplier, 3))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(new ChannelsLastConvolution(32 * widthMultiplier, 3, 1))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(new ChannelsLastFlatten())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build());
    }

    @Override
    public Recipe defaultRecipe() {
        return recipe(Preset.STANDARD);
    }

    @Override
    public Recipe recipe(Preset preset) {
        Recipe common = Recipe.DEFAULT
                .withReplicas(2)
                .withLabelSmoothing(0.1)
                .withValidationFraction(0.02)
                .withCapacity(Capacity.DEFAULT.withWidthMultiplier(2));
        Recipe quick = common.withSchedule(Schedule.oneCycle(0.02, 0.15))
                .withAdamBetas(0.8, 0.95)
                .withAugmentation(Augmentation.NONE.withShift(1));
        Recipe thorough = common.withEpochs(8)
                .withSchedule(Schedule.oneCycle(0.015, 0.2))
                .withAdamBetas(0.85, 0.97)
                .withAugmentation(Augmentation.NONE
                        .withRotation(10)
                        .withScale(0.1)
                        .withShear(0.1)
                        .withShift(1.5));
        return switch (preset) {
            case RECORD -> quick.withEpochs(1).withValidationFraction(0.01);
            case FAST -> quick.withEpochs(2);
            case STANDARD -> thorough;
            case ROBUST ->
                thorough.withAugmentation(Augmentation.NONE
                        .withRotation(10)
                        .withScale(0.15)
                        .withShear(0.2)
                        .withShift(1.5)
                        .withElasticDeformation(1.5));
            case BEST ->
                common.withEpochs(16)
                        .withSchedule(Schedule.oneCycle(0.012, 0.2))
                        .withAdamBetas(0.9, 0.99)
                        .withAugmentation(Augmentation.NONE
                                .withRotation(12)
                                .withScale(0.12)
                                .withShear(0.12)
                                .withShift(1.5))
                        .withCapacity(Capacity.DEFAULT.withWidthMultiplier(4).withEnsembleSize(3));
        };
    }
}
