package io.github.mnistmaven.internal.engine;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.internal.natives.NativePlatform;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.training.EngineUnavailableException;

/**
 * The engine that all networks here are built for. Whatever needs it gets it from here, so that it is started in one place, in
 * one way: without going online, with threads that do not spin for long while they wait, and with a message that says what to do
 * where it cannot be started.
 */
public final class PyTorch {

    /** Its name, as DJL knows it. */
    public static final String NAME = "PyTorch";

    private static volatile Engine engine;

    /** 0 until somebody says how many. */
    private static int threads;

    /** DJL fails in another way each time it is asked; only the first one tells anything. */
    private static EngineUnavailableException failure;

    private PyTorch() {}

    /**
     * The engine, which is started when it is first asked for.
     *
     * @return the engine
     * @throws EngineUnavailableException if it cannot be started; the message says which artifact is missing, or what failed
     */
    public static Engine engine() {
        Engine started = engine;
        return started != null ? started : start();
    }

    /**
     * Says how many threads compute for each call, once the engine is started.
     *
     * @param number at least 1
     * @throws IllegalStateException if it has been started
     */
    public static synchronized void threads(int number) {
        if (engine != null) {
            throw new IllegalStateException(
                    "the engine has been started with %d threads, which cannot be changed to %d; choose the number before the first model is loaded or trained"
                            .formatted(EngineThreads.current(), number));
        }
        threads = number;
    }

    /**
     * A manager that belongs to no other.
     *
     * @return it; the caller closes it
     */
    public static NDManager newManager() {
        return engine().newBaseManager();
    }

    /**
     * A model without a network.
     *
     * @param name of the model
     * @return it; the caller closes it
     */
    public static Model newModel(String name) {
        engine();
        return Model.newInstance(name, NAME);
    }

    private static synchronized Engine start() {
        if (failure != null) {
            // A new one, as each belongs to the call that it ends.
            throw new EngineUnavailableException(failure.getMessage(), failure.getCause());
        }
        if (engine == null) {
            engine = startWith(NativeFiles.loader());
        }
        return engine;
    }

    private static Engine startWith(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        // DJL searches for itself and its libraries by the thread's loader, which on a pool's thread may be one that
        // sees neither.
        thread.setContextClassLoader(loader);
        try {
            ThreadWaiting.spinShortly();
            return Offline.during(PyTorch::load);
        } catch (RuntimeException | LinkageError | AssertionError e) {
            failure = new EngineUnavailableException(
                    StartFailure.message(NativePlatform.current(), () -> NativeFiles.in(loader), e), e);
            throw failure;
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    /** Told to use instructions that the processor does not have, the engine would end the process. */
    private static void requireProcessor() {
        Numerics.in(Numerics.relevant(System.getenv())).requireProcessor(Cpu.current(), System.getProperty("os.arch"));
    }

    private static Engine load() {
        requireProcessor();
        UnpackedLibraries.complete(CacheDirectory.current());
        // Where the program's own use of DJL came first, with a loader that does not see the engine, DJL knows of none.
        Engine.registerEngine(new PtEngineProvider());
        Engine started = Engine.getEngine(NAME);
        if (threads > 0) {
            JniUtils.setNumThreads(threads);
        }
        FirstUse.of(started);
        return started;
    }
}
