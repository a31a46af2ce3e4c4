package io.github.mnistmaven.internal.training;

import ai.djl.engine.EngineException;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.internal.networks.ForeignCode;
import io.github.mnistmaven.training.EngineFailureException;
import io.github.mnistmaven.training.TrainingException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** An engine that fails while it computes, said in this library's words: its exceptions do not get out. */
public final class EngineFailure {

    private EngineFailure() {}

    /**
     * Something that uses the engine.
     *
     * @param <T> what it gives
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {

        /**
         * Does it.
         *
         * @return what it gives
         * @throws X if it fails
         */
        T run() throws X;
    }

    /**
     * Does some of the work of a training. Whatever it throws is taken for a failure of the engine, unless it is said in this library's
     * words already.
     */
    static <T> T inTraining(ArchitectureCode code, String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (TrainingException | ArchitectureException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw inTraining(code, where, e);
        }
    }

    /**
     * Says that it fails in a training.
     *
     * @param code of the architecture
     * @param where in the training
     * @param thrown by the engine
     * @return to be thrown
     */
    public static TrainingException inTraining(ArchitectureCode code, String where, RuntimeException thrown) {
        return new TrainingException(
                "architecture %s: the engine failed %s: %s. If memory is short, lower batchSize"
                        .formatted(code, where, ForeignCode.describe(thrown)),
                thrown);
    }

    /**
     * Does something with a trained model.
     *
     * @param <T> what it gives
     * @param <X> what it may throw
     * @param model its name
     * @param what this is, such as {@code to classify 3 images}
     * @param work to do
     * @return what it gave
     * @throws X if the work does
     * @throws EngineFailureException if the engine fails
     */
    public static <T, X extends Exception> T outsideTraining(String model, String what, Work<T, X> work) throws X {
        try {
            return work.run();
        } catch (EngineException e) {
            throw new EngineFailureException(
                    "model '%s': the engine failed %s: %s. Memory is probably short: use fewer threads or models at a time, or give the process more memory"
                            .formatted(model, what, ForeignCode.describe(e)),
                    e);
        }
    }
}
