package io.github.mnistmaven.benchmark;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.ChannelsLastConvolution;
import io.github.mnistmaven.internal.networks.ChannelsLastFlatten;
import io.github.mnistmaven.internal.networks.Initializers;
import io.github.mnistmaven.internal.networks.RowLstm;
import io.github.mnistmaven.recipe.Recipe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Variants of the networks in which one part is replaced by the usual choice, for ablation. */
public final class Variants {

    private static final int UNITS = 128;

    private Variants() {}

    /**
     * The variants of a model, by description.
     *
     * @param model {@code cnn} or {@code lstm}
     * @return none for other models
     */
    public static Map<String, Architecture> of(String model) {
        Map<String, Architecture> variants = new LinkedHashMap<>();
        switch (model) {
            case "cnn" -> {
                variants.put("pooling instead of a stride", new Variant(Variants::cnnThatPoolsInsteadOfAStride));
                variants.put("pooling after batch norm and ReLU", new Variant(Variants::cnnThatPoolsLast));
                variants.put("no padded convolution", new Variant(Variants::cnnWithThreeConvolutions));
            }
            case "lstm" -> {
                variants.put("the last state alone", new Variant(() -> lstm(RowLstm.Readout.LAST_STATE, true)));
                variants.put("no batch norm", new Variant(() -> lstm(RowLstm.Readout.LAST_STATE_AND_MEANS, false)));
                variants.put(
                        "the last state alone, no batch norm",
                        new Variant(() -> lstm(RowLstm.Readout.LAST_STATE, false)));
            }
            default -> {}
        }
        return variants;
    }

    private record Variant(Supplier<Block> block) implements Architecture {

        @Override
        public String name() {
            return "variant";
        }

        @Override
        public Block newBlock() {
            return block.get();
        }

        @Override
        public Recipe defaultRecipe() {
            throw new UnsupportedOperationException("a variant is trained by the recipe of the original");
        }
    }

    private static Block lstm(RowLstm.Readout readout, boolean normalized) {
        SequentialBlock block = new SequentialBlock().add(new RowLstm(UNITS, readout));
        if (normalized) {
            block.add(BatchNorm.builder().build());
        }
        return block.add(
                Initializers.glorot(Linear.builder().setUnits(DigitSet.CLASSES).build()));
    }

    private static Block cnnThatPoolsInsteadOfAStride() {
        SequentialBlock block = new SequentialBlock().add(convolution(16, 5, 1)).add(pooling());
        normalized(block).add(convolution(32, 3, 1)).add(pooling());
        return withTheEndOfCnn(normalized(block));
    }

    private static Block cnnThatPoolsLast() {
        SequentialBlock block = normalized(new SequentialBlock().add(convolution(16, 5, 2)));
        normalized(block.add(convolution(32, 3, 1))).add(pooling());
        return withTheEndOfCnn(block);
    }

    private static Block cnnWithThreeConvolutions() {
        SequentialBlock block = normalized(new SequentialBlock().add(convolution(16, 5, 2)));
        return withTheLastLayersOfCnn(
                normalized(block.add(convolution(32, 3, 1)).add(pooling())));
    }

    private static Block withTheEndOfCnn(SequentialBlock block) {
        return withTheLastLayersOfCnn(normalized(block.add(ChannelsLastConvolution.padded(32, 3))));
    }

    private static Block withTheLastLayersOfCnn(SequentialBlock block) {
        return normalized(block.add(convolution(64, 3, 1)))
                .add(new ChannelsLastFlatten())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build());
    }

    private static SequentialBlock normalized(SequentialBlock block) {
        return block.add(BatchNorm.builder().build()).add(Activation.reluBlock());
    }

    private static Block pooling() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    private static Block convolution(int channels, int size, int stride) {
        return new ChannelsLastConvolution(channels, size, stride);
    }
}
