package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.Initializers;
import io.github.mnistmaven.internal.networks.RowLstm;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code lstm}: an LSTM of 32 units times the width multiplier over the inked rows; its last state and the means of its states over the upper and the
 * lower half of a digit, normalized over the batch, go through one linear layer.
 */
final class Lstm implements Architecture {

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public Block newBlock() {
        return newBlock(1);
    }

    @Override
    public Block newBlock(int widthMultiplier) {
        return new SequentialBlock()
                .add(new RowLstm(32 * widthMultiplier, RowLstm.Readout.LAST_STATE_AND_MEANS))
                .add(BatchNorm.builder().build())
                .add(Initializers.glorot(
                        Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    @Override
    public Recipe defaultRecipe() {
        return recipe(Preset.STANDARD);
    }

    @Override
    public Recipe recipe(Preset preset) {
        Recipe thorough = Recipe.DEFAULT
                .withReplicas(2)
                .withBatchSize(96)
                .withSchedule(Schedule.oneCycle(0.015, 0.15))
                .withCapacity(Capacity.DEFAULT.withWidthMultiplier(4));
        Recipe quick = thorough.withAdamBetas(0.8, 0.95)
                .withLabelSmoothing(0.05)
                .withValidationFraction(0.02)
                .withCapacity(Capacity.DEFAULT.withWidthMultiplier(2));
        return switch (preset) {
            case RECORD -> quick.withEpochs(1).withBatchSize(64).withValidationFraction(0.01);
            case FAST -> quick.withEpochs(2);
            // Shearing alone: other augmentations make digits taller, which takes more time steps, and help less in few
            // epochs.
            case STANDARD -> thorough.withEpochs(4).withAugmentation(Augmentation.NONE.withShear(0.2));
            case ROBUST ->
                thorough.withEpochs(4)
                        .withLabelSmoothing(0.1)
                        .withAugmentation(Augmentation.NONE
                                .withRotation(10)
                                .withScale(0.15)
                                .withShear(0.2)
                                .withShift(1.5)
                                .withElasticDeformation(1.5));
            case BEST ->
                thorough.withEpochs(16)
                        .withValidationFraction(0.02)
                        .withAugmentation(Augmentation.NONE
                                .withRotation(8)
                                .withScale(0.1)
                                .withShear(0.15)
                                .withShift(1)
                                .withElasticDeformation(1.5))
                        .withCapacity(Capacity.DEFAULT.withWidthMultiplier(4).withEnsembleSize(3));
        };
    }
}
