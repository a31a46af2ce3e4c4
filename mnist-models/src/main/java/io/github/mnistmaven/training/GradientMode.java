package io.github.mnistmaven.training;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether the engine records what it computes, for gradients. It does on every thread but the one that loaded it, which
 * costs time and memory where nothing is learnt.
 */
final class GradientMode {

    private GradientMode() {}

    /** Does something on this thread without recording. A gradient collector opened inside records all the same. */
    static <T> T off(Supplier<T> something) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return something.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
