package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2014, arXiv:1412.6980) with the engine's own update operation. DJL's class for it never frees
 * its moment estimates and makes a needless copy of each gradient; this one frees them on {@link #close}.
 */
final class Adam implements AutoCloseable {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float NO_CLIPPING = -1;

    private record Moments(NDArray weight, NDArray first, NDArray second) {}

    private final NDManager manager;
    private final List<Moments> moments;
    private final float epsilon;
    private long step;

    Adam(Block block, NDManager parent, double epsilon) {
        this.manager = parent.newSubManager();
        this.epsilon = (float) epsilon;
        this.moments = block.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .map(Parameter::getArray)
                .map(weight -> new Moments(weight, manager.zeros(weight.getShape()), manager.zeros(weight.getShape())))
                .toList();
    }

    /** Updates each parameter by its gradient, and zeroes the gradient. */
    void step(double learningRate) {
        step++;
        double corrected = learningRate
                * Math.sqrt(1 - StrictMath.pow(SECOND_DECAY, step))
                / (1 - StrictMath.pow(FIRST_DECAY, step));
        for (Moments of : moments) {
            try (NDArray gradient = of.weight.getGradient()) {
                of.weight
                        .getNDArrayInternal()
                        .adamUpdate(
                                new NDList(of.weight, gradient, of.first, of.second),
                                new NDList(of.weight),
                                (float) learningRate,
                                (float) corrected,
                                0,
                                1,
                                NO_CLIPPING,
                                FIRST_DECAY,
                                SECOND_DECAY,
                                epsilon,
                                false,
                                false);
            }
        }
    }

    /** Its state, except for the number of steps: the moment estimates of all parameters. */
    NDList arrays() {
        NDList arrays = new NDList();
        moments.forEach(of -> arrays.addAll(List.of(of.first, of.second)));
        return arrays;
    }

    /** Continues as after this many steps. */
    void resumeAfter(long steps) {
        step = steps;
    }

    @Override
    public void close() {
        manager.close();
    }
}
