package io.github.mnistmaven.internal.training;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine records operations to compute gradients. It does so on every thread except the one that loaded
 * it, which costs time and memory during inference.
 */
final class GradientMode {

    private GradientMode() {}

    /** Runs an action on this thread without recording. A gradient collector opened within it still records. */
    static <T> T off(Supplier<T> action) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return action.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
