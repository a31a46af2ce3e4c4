package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.recipe.Capacity;
import java.util.function.IntFunction;

/**
 * An ensemble of networks of one architecture. In inference it returns the mean of their logits; in training it
 * returns the logits of each, so that each member has a loss of its own. Output shapes are those of inference.
 */
public final class Ensemble extends AbstractBlock {

    private static final byte VERSION = 1;

    private Ensemble(IntFunction<Block> network, Capacity capacity) {
        super(VERSION);
        for (int i = 0; i < capacity.ensembleSize(); i++) {
            addChildBlock("member", network.apply(capacity.widthMultiplier()));
        }
    }

    /**
     * Builds as many networks, and as wide, as a recipe says, their parameters not yet initialized.
     *
     * @param network builds a network of a width, its parameters not yet initialized
     * @param capacity how wide, and how many
     * @return a block as the function builds, except that in training it returns one array of logits
     *     for each network; a single network is returned as it is
     * @throws IllegalArgumentException if the function does not support that width
     */
    public static Block of(IntFunction<Block> network, Capacity capacity) {
        // First, as the code of an architecture may use DJL, which would start the engine in a way of its own.
        PyTorch.engine();
        return capacity.ensembleSize() == 1
                ? network.apply(capacity.widthMultiplier())
                : new Ensemble(network, capacity);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList logits = new NDList();
        for (Block member : getChildren().values()) {
            logits.add(member.forward(parameterStore, inputs, training, params).singletonOrThrow());
        }
        return training ? logits : new NDList(mean(logits));
    }

    private static NDArray mean(NDList logits) {
        return NDArrays.stack(logits).mean(new int[] {0});
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        getChildren().values().forEach(member -> member.initialize(manager, dataType, inputShapes));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return getChildren().values().iterator().next().getOutputShapes(inputShapes);
    }
}
