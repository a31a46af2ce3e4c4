package io.github.mnistmaven.training;

/**
 * The engine, PyTorch, fails to do what a trained model is asked for: to load, to classify, to be saved. Most likely memory is short. The
 * message says what it was to do, and what to try. That the engine cannot even be started is an {@link EngineUnavailableException}, and that
 * it fails while it trains a {@link TrainingException}.
 */
public class EngineFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what failed, and what to try
     * @param cause what the engine threw
     */
    public EngineFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
