package com.example;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;

/** A linear classifier, which does no harm. */
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
        return Recipe.DEFAULT.withEpochs(1).withBatchSize(32).withSchedule(Schedule.constant(0.01));
    }
}
