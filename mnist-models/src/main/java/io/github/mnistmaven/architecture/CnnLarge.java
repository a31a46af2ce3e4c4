package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code cnn-large}: {@code cnn} with twice the channels, 32, 64 and 128; 105,386 trained parameters and batch-norm
 * averages. What {@code cnn} is in the preset {@code best}.
 */
public final class CnnLarge implements Architecture {

    @Override
    public String name() {
        return "cnn-large";
    }

    @Override
    public Block newBlock() {
        return ThreeConvolutions.of(32);
    }

    @Override
    public Recipe defaultRecipe() {
        return new Recipe(
                20, 128, Schedule.oneCycle(0.01, 0.25), new Augmentation(12, 0.12, 0.12, 1.5, 2), 0, 0.1, 0, 1e-8);
    }
}
