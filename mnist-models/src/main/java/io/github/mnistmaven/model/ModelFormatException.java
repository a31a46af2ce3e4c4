package io.github.mnistmaven.model;

import java.io.IOException;

/** A directory does not hold a trained model as this library writes it. The message names the file and what is wrong. */
public class ModelFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the file, what is wrong and what to do
     */
    public ModelFormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what it was noticed by.
     *
     * @param message the file, what is wrong and what to do
     * @param cause what it was noticed by
     */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
