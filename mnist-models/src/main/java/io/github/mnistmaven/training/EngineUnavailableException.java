package io.github.mnistmaven.training;

/**
 * The engine, PyTorch, cannot be started, most often because its native library is not on the class path. The message says which
 * artifact to add, or else what failed. The same message comes again each time that the engine is needed.
 */
public class EngineUnavailableException extends EngineFailureException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is missing or failed, and what to do
     * @param cause what the engine threw when it was started
     */
    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
