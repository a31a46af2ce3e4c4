package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/**
 * {@code cnn}: three convolutions of 16, 32 and 64 channels and one linear layer; 29,658 trained parameters and batch-norm
 * averages.
 */
public final class Cnn implements Architecture {

    @Override
    public String name() {
        return "cnn";
    }

    @Override
    public Block newBlock() {
        return ThreeConvolutions.of(16);
    }

    @Override
    public Recipe defaultRecipe() {
        return new Recipe(
                10, 128, Schedule.oneCycle(0.01, 0.25), new Augmentation(10, 0.1, 0.1, 1.5, 1.5), 0, 0.1, 0, 1e-8);
    }

    @Override
    public Plan plan(Preset preset) {
        return switch (preset) {
            case FAST ->
                new Plan(this, defaultRecipe().withEpochs(3).withAugmentation(new Augmentation(5, 0.05, 0.05, 1, 0.5)));
            case STANDARD -> new Plan(this, defaultRecipe());
            case BEST -> new Plan(new CnnLarge(), new CnnLarge().defaultRecipe());
        };
    }
}
