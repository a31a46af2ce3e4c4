package io.github.mnistmaven.model;

import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.provenance.Platform;

/**
 * What holds for the engine, PyTorch, as a whole. It is started once in a process, when it is first needed: to load a model, to train one,
 * or by other code of the program that uses DJL.
 *
 * <pre>{@code
 * Engine.threads(1);                                       // before anything else: one thread for each request
 * TrainedModel shared = TrainedModel.load(Path.of("cnn"));
 * }</pre>
 */
public final class Engine {

    private Engine() {}

    /**
     * How many threads compute for each call, the calling one included; as many as there are cores unless this or DJL's property
     * {@code ai.djl.pytorch.num_threads} says otherwise. The number holds for all that is classified and evaluated in the process, and is
     * the default of {@link Trainer#threads}. The last call before the engine starts counts.
     *
     * @param number at least 1 and at most {@value Platform#MAX_THREADS}
     * @throws IllegalArgumentException if the number is another one
     * @throws IllegalStateException if the engine has been started
     */
    public static void threads(int number) {
        Bounds.requireWithin("number", number, 1, Platform.MAX_THREADS);
        PyTorch.threads(number);
    }
}
