package io.github.mnistmaven.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.util.function.Supplier;

/**
 * An architecture as a user might add it, which is not registered.
 *
 * @param name of the architecture
 * @param network builds its network
 */
record GivenArchitecture(String name, Supplier<Block> network) implements Architecture {

    static GivenArchitecture of(Supplier<Block> network) {
        return new GivenArchitecture("my-net", network);
    }

    /** A linear classifier. */
    static SequentialBlock linear(int units) {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(units).build());
    }

    /** A linear classifier, and what is done to its logits. */
    static Supplier<Block> linearAnd(Then then) {
        return () -> linear(10).add(new Afterwards(then));
    }

    /** What a layer without parameters does. */
    @FunctionalInterface
    interface Then {
        NDList apply(NDArray array, boolean training);
    }

    private static final class Afterwards extends AbstractBlock {

        private final Then then;

        Afterwards(Then then) {
            super((byte) 1);
            this.then = then;
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> arguments) {
            return then.apply(inputs.singletonOrThrow(), training);
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return inputs;
        }
    }

    @Override
    public Block newBlock() {
        return network.get();
    }

    @Override
    public Recipe defaultRecipe() {
        return Recipe.DEFAULT
                .withEpochs(3)
                .withBatchSize(32)
                .withSchedule(Schedule.constant(0.01))
                .withAugmentation(Augmentation.NONE)
                .withValidationFraction(0.1);
    }
}
