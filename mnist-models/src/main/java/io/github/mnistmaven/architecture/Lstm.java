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
 * {@code lstm}: an LSTM of 128 units over the inked rows; its last state and the means of its states over the upper
 * and the
 * lower half of a digit, normalized over the batch, go through one linear layer; 85,002 trained parameters, 768
 * averages
 * of the batch norm and 512 zeros that the engine requires.
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
                .add(new RowLstm(128 * widthMultiplier, RowLstm.Readout.LAST_STATE_AND_MEANS))
                .add(BatchNorm.builder().build())
                .add(Initializers.glorot(
                        Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    @Override
    public Recipe defaultRecipe() {
        // Shearing alone: other augmentations make digits taller, which takes more time steps, and help less in few
        // epochs.
        return Recipe.DEFAULT
                .withEpochs(4)
                .withBatchSize(96)
                .withSchedule(Schedule.oneCycle(0.015, 0.15))
                .withAugmentation(Augmentation.NONE.withShear(0.2));
    }

    @Override
    public Recipe recipe(Preset preset) {
        return switch (preset) {
            // Few digits are held out, as each one to train on matters in a single epoch.
            case FAST ->
                defaultRecipe()
                        .withEpochs(1)
                        .withBatchSize(64)
                        .withAugmentation(Augmentation.NONE)
                        .withValidationFraction(0.02);
            case STANDARD -> defaultRecipe();
            case BEST ->
                defaultRecipe()
                        .withEpochs(16)
                        .withAugmentation(new Augmentation(8, 0.1, 0.15, 1, 1.5))
                        .withCapacity(new Capacity(1, 2));
        };
    }
}
