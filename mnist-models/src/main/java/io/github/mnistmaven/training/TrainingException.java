package io.github.mnistmaven.training;

/** A run cannot be continued, because its loss is no longer finite or the engine fails, for example. The message says what to try. */
public class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, and what to try
     */
    public TrainingException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what happened, and what to try
     * @param cause what the engine threw
     */
    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
