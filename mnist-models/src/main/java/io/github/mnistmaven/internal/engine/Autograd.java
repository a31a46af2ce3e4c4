package io.github.mnistmaven.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine records operations to compute gradients, and their computation. It records on every thread except the one that
 * loaded it, which costs time and memory during inference. DJL's own gradient collector is not used: there can be but one per process, and
 * it searches all arrays for gradients each time.
 */
public final class Autograd {

    private Autograd() {}

    /**
     * Runs an action on this thread without recording.
     *
     * @param <T> what comes of it
     * @param action to run
     * @return what came of it
     */
    public static <T> T off(Supplier<T> action) {
        return with(false, action);
    }

    /**
     * Runs an action on this thread with recording.
     *
     * @param <T> what comes of it
     * @param action to run
     * @return what came of it
     */
    public static <T> T on(Supplier<T> action) {
        return with(true, action);
    }

    private static <T> T with(boolean recording, Supplier<T> action) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
        try {
            return action.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /**
     * Adds to the gradient of each parameter that an output was computed from.
     *
     * @param output that was computed with recording on
     * @param gradient of the loss, with respect to the output
     */
    public static void backward(NDArray output, NDArray gradient) {
        JniUtils.backward((PtNDArray) output, (PtNDArray) gradient, false, false);
    }
}
