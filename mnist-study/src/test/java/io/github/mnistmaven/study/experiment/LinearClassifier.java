package io.github.mnistmaven.study.experiment;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.mnistmaven.architecture.Architecture;

/** An architecture as a user might add it, which is not registered. */
final class LinearClassifier implements Architecture {

    @Override
    public String name() {
        return "linear-classifier";
    }

    @Override
    public Block newBlock() {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(10).build());
    }
}
