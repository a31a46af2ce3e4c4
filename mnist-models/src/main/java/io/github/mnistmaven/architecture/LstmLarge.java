package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code lstm-large}: two layers of 128 LSTM units over the inked rows and one linear layer; 213,258 trained parameters,
 * and 1,024 zeros that the engine asks for. What {@code lstm} is in the preset {@code best}.
 */
public final class LstmLarge implements Architecture {

    private static final int UNITS = 128;
    private static final int LAYERS = 2;
    private static final float DROPOUT = 0.2f;

    @Override
    public String name() {
        return "lstm-large";
    }

    @Override
    public Block newBlock() {
        return new SequentialBlock()
                .add(new RowLstm(UNITS, LAYERS, DROPOUT))
                .add(Initializers.glorot(
                        Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    @Override
    public Recipe defaultRecipe() {
        return new Recipe(
                20, 64, Schedule.oneCycle(0.005, 0.25), new Augmentation(10, 0.1, 0.1, 1.5, 1.5), 0, 0.1, 0, 1e-8);
    }
}
