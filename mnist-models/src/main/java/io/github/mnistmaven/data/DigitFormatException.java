package io.github.mnistmaven.data;

import java.io.IOException;

/** A file is there but does not hold what it should. The message names the file and what is wrong with it. */
public class DigitFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, what is wrong and what was expected
     */
    public DigitFormatException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the file, what is wrong and what was expected
     * @param cause the underlying exception
     */
    public DigitFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
