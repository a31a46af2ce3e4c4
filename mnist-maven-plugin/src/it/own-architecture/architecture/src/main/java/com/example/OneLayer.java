package com.example;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/** A linear classifier, as a user might add one. */
public class OneLayer implements Architecture {

    @Override
    public String name() {
        return "one-layer";
    }

    @Override
    public Block newBlock() {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    @Override
    public Recipe defaultRecipe() {
        return new Recipe(1, 32, Schedule.constant(0.01), Augmentation.NONE, 0, 0.1, 0, 1e-8);
    }
}
