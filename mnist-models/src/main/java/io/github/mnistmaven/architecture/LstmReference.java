package io.github.mnistmaven.architecture;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.Initializers;
import io.github.mnistmaven.internal.networks.RowLstm;
import io.github.mnistmaven.recipe.Recipe;

/**
 * {@code lstm-reference}: the study's row-wise LSTM and its training, unchanged; blank rows are masked. Where the study
 * used Keras' defaults (initial weights, Adam's epsilon) they are Keras' here too. 89,290 trained parameters, and 512
 * zeros that the engine asks for.
 */
final class LstmReference implements Architecture {

    @Override
    public String name() {
        return "lstm-reference";
    }

    @Override
    public Block newBlock() {
        return new SequentialBlock()
                .add(new RowLstm(128, RowLstm.Readout.LAST_STATE))
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Initializers.glorot(Linear.builder().setUnits(64).build()))
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(0.3f).build())
                .add(Initializers.glorot(
                        Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    @Override
    public Recipe defaultRecipe() {
        return StudyRecipe.ofEpochs(30);
    }
}
