package io.github.mnistmaven.internal.engine;

import com.sun.jna.NativeLibrary;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * How the engine's threads wait for each other, which they do thousands of times a second in networks this small. By default
 * they spin for milliseconds before they sleep, and so, wherever anything else runs, take the time of those that they wait for: a
 * training then takes many times as long. Threads that sleep at once are slow to wake on a machine that is otherwise idle.
 *
 * <p>OpenMP, which the threads belong to, reads this from the environment of the process when it is loaded. Java cannot change
 * that; the C library can, as long as the engine is not loaded.
 */
final class ThreadWaiting {

    private static final Logger LOG = System.getLogger(ThreadWaiting.class.getName());

    /** Whoever has set one of these has decided. */
    private static final List<String> DECIDING = List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "KMP_BLOCKTIME");

    private static final int KEEP_OTHERS = 0;

    private ThreadWaiting() {}

    /** Has the engine's threads spin for some microseconds only. Where that cannot be done, only speed is lost. */
    static void spinShortly() {
        String system = System.getProperty("os.name");
        if (DECIDING.stream().anyMatch(System.getenv()::containsKey)) {
            return;
        }
        // One variable only: for a second one the C library may move its table while another thread reads it.
        if (system.startsWith("Linux")) {
            set("GOMP_SPINCOUNT", "5000");
        } else if (system.startsWith("Mac")) {
            // Its OpenMP is LLVM's, which has no count.
            set("OMP_WAIT_POLICY", "passive");
        }
    }

    private static void set(String variable, String value) {
        try {
            NativeLibrary.getProcess().getFunction("setenv").invokeInt(new Object[] {variable, value, KEEP_OTHERS});
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "the engine's threads spin while they wait", e);
        }
    }
}
