package io.github.mnistmaven.training;

/** A run cannot be continued, for example because its loss is no longer finite. The message says what to try. */
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
}
