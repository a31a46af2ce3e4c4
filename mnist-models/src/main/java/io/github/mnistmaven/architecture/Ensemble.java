package io.github.mnistmaven.architecture;

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
import io.github.mnistmaven.recipe.Capacity;

/**
 * An ensemble of networks of one architecture. In inference it returns the mean of their logits; in training it
 * returns the logits of each, so that each member has a loss of its own. Output shapes are those of inference.
 */
public final class Ensemble extends AbstractBlock {

    private static final byte VERSION = 1;

    private Ensemble(Architecture architecture, Capacity capacity) {
        super(VERSION);
        for (int i = 0; i < capacity.ensembleSize(); i++) {
            addChildBlock("member", architecture.newBlock(capacity.widthMultiplier()));
        }
    }

    /**
     * Builds as many networks, and as wide, as a recipe says, their parameters not yet initialized.
     *
     * @param architecture of each of them
     * @param capacity how wide, and how many
     * @return a block as {@link Architecture#newBlock} builds, except that in training it returns one array of logits
     *     for each network; a single network is returned as it is
     * @throws IllegalArgumentException if the architecture does not support that width
     */
    public static Block of(Architecture architecture, Capacity capacity) {
        return capacity.ensembleSize() == 1
                ? architecture.newBlock(capacity.widthMultiplier())
                : new Ensemble(architecture, capacity);
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
