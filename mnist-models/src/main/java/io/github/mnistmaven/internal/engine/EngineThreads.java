package io.github.mnistmaven.internal.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * How many threads the engine computes with. Each thread that calls the engine has a number of its own, which counts for all that
 * it calls, backward passes included; it takes over a default when it first calls the engine. The engine can only be told both at
 * once, the number of the calling thread and the default.
 */
public final class EngineThreads {

    private EngineThreads() {}

    /**
     * The number of this thread.
     *
     * @return at least 1
     */
    public static int current() {
        // Asking for it does not start the engine.
        PyTorch.engine();
        return JniUtils.getNumThreads();
    }

    /**
     * Runs an action on this thread with another number. Threads that call the engine for the first time meanwhile, such as
     * those of a service that goes on classifying, get the default, as at any time.
     *
     * @param <T> what comes of it
     * @param number of threads that the engine computes with
     * @param action to run
     * @return what came of it
     */
    public static <T> T with(int number, Supplier<T> action) {
        int before = current();
        ExecutorService other = Executors.newSingleThreadExecutor(EngineThreads::daemon);
        try {
            int usual = on(other, JniUtils::getNumThreads);
            set(number, other, usual);
            try {
                return action.get();
            } finally {
                set(before, other, usual);
            }
        } finally {
            other.shutdown();
        }
    }

    private static void set(int here, ExecutorService other, int usual) {
        JniUtils.setNumThreads(here);
        on(other, () -> {
            JniUtils.setNumThreads(usual);
            return usual;
        });
    }

    /** Not interruptible, as whoever is interrupted must leave the default as it was, too. */
    private static <T> T on(ExecutorService thread, Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, thread).join();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mnist-engine-threads");
        thread.setDaemon(true);
        return thread;
    }
}
