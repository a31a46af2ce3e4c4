package io.github.mnistmaven.internal.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How many threads the engine computes with. Each thread that calls the engine has a number of its own, which counts for all that
 * it calls, backward passes included; it takes over a default when it first calls the engine. The engine can only be told both at
 * once, the number of the calling thread and the default. Matrix products go by whichever it was told last, on all threads alike.
 */
public final class EngineThreads {

    private static int solo;
    private static int usual;

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
     * those of a service that goes on classifying, get the default, as at any time; that is one while {@link SoloThreads} compute.
     *
     * @param <T> what comes of it
     * @param number of threads that the engine computes with
     * @param action to run
     * @return what came of it
     */
    public static <T> T with(int number, Supplier<T> action) {
        int before = current();
        set(number);
        try {
            return action.get();
        } finally {
            set(before);
        }
    }

    /** Sets the number of this thread, and leaves the default as it is. */
    static synchronized void set(int here) {
        int others = onNewThread(JniUtils::getNumThreads);
        JniUtils.setNumThreads(here);
        setDefault(others);
    }

    /**
     * Has threads that first use the engine from now on compute alone, and all matrix products too, until {@link #endSolo} is called as often.
     * With any other default, the first use of the engine on yet another thread would change the bits of what is being computed.
     */
    static synchronized void beginSolo() {
        if (solo++ == 0) {
            usual = onNewThread(JniUtils::getNumThreads);
            setDefault(1);
        }
    }

    static synchronized void endSolo() {
        if (--solo == 0) {
            setDefault(usual);
        }
    }

    private static void setDefault(int number) {
        onNewThread(() -> {
            JniUtils.setNumThreads(number);
            return number;
        });
    }

    /** Not interruptible, as whoever is interrupted must leave the default as it was, too. */
    private static <T> T onNewThread(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.completeAsync(action, Runnable::run), "mnist-engine-threads");
        thread.setDaemon(true);
        thread.start();
        return result.join();
    }
}
