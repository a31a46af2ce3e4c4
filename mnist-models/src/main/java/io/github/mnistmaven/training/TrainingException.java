package io.github.mnistmaven.training;

/** A run that cannot go on, such as one whose loss is no longer a number. The message says what to try. */
public class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what happened, and what to try
     */
    public TrainingException(String message) {
        super(message);
    }
}
