package io.github.mnistmaven.provenance;

import java.io.IOException;

/**
 * A directory does not hold a trained model as this library writes it. The message names the file and what is wrong.
 */
public class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, what is wrong and what to do
     */
    public ModelFormatException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the file, what is wrong and what to do
     * @param cause the underlying exception
     */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
