package io.github.mnistmaven.internal.files;

import java.io.IOException;

/**
 * A text is not JSON or not the record it should be. The message names the file, the field and what is wrong with it.
 */
public class JsonFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, the field and what is wrong
     */
    public JsonFormatException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the file, the field and what is wrong
     * @param cause the underlying exception
     */
    public JsonFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
