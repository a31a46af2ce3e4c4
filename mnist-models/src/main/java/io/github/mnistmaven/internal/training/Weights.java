package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.List;

/** A copy of all parameters of a network, batch-norm averages included, from which they can be restored. */
final class Weights implements AutoCloseable {

    private record Entry(NDArray live, NDArray copy) {}

    private final NDManager manager;
    private final List<Entry> entries;

    Weights(Block block, NDManager parent) {
        this.manager = parent.newSubManager();
        this.entries = block.getParameters().values().stream()
                .map(Parameter::getArray)
                .map(live -> new Entry(live, manager.zeros(live.getShape())))
                .toList();
    }

    /** Copies the current parameters. */
    void capture() {
        entries.forEach(array -> array.live.copyTo(array.copy));
    }

    /** Restores the parameters that were copied last. */
    void restore() {
        entries.forEach(array -> array.copy.copyTo(array.live));
    }

    /** The live parameters, then the copies. */
    NDList arrays() {
        NDList arrays = new NDList();
        entries.forEach(array -> arrays.add(array.live));
        entries.forEach(array -> arrays.add(array.copy));
        return arrays;
    }

    @Override
    public void close() {
        manager.close();
    }
}
