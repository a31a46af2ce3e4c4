package io.github.mnistmaven.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.List;

/** A copy of all parameters of a network, batch-norm averages included, to come back to. */
final class Weights implements AutoCloseable {

    private record Kept(NDArray live, NDArray copy) {}

    private final NDManager manager;
    private final List<Kept> kept;

    Weights(Block block, NDManager parent) {
        this.manager = parent.newSubManager();
        this.kept = block.getParameters().values().stream()
                .map(Parameter::getArray)
                .map(live -> new Kept(live, manager.zeros(live.getShape())))
                .toList();
    }

    /** Remembers the parameters as they are now. */
    void keep() {
        kept.forEach(array -> array.live.copyTo(array.copy));
    }

    /** Makes the parameters what they were when they were last kept. */
    void restore() {
        kept.forEach(array -> array.copy.copyTo(array.live));
    }

    /** The live parameters, then the copies. */
    NDList arrays() {
        NDList arrays = new NDList();
        kept.forEach(array -> arrays.add(array.live));
        kept.forEach(array -> arrays.add(array.copy));
        return arrays;
    }

    @Override
    public void close() {
        manager.close();
    }
}
