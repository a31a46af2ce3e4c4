package io.github.mnistmaven.internal.files;

import java.io.IOException;

/** A path cannot be written to, whatever the content. The message says where, why and what to do. */
public class UnwritableException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, why it cannot be written and what to do
     */
    public UnwritableException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the file, why it cannot be written and what to do
     * @param cause the underlying exception
     */
    public UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
