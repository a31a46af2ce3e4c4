package io.github.mnistmaven.files;

import java.io.IOException;

/** Nothing can be written where something should be, whatever its content. The message says where, why and what to do. */
public class UnwritableException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message the file, why it cannot be written and what to do
     */
    public UnwritableException(String message) {
        super(message);
    }

    /**
     * Says why, and what it was noticed by.
     *
     * @param message the file, why it cannot be written and what to do
     * @param cause what it was noticed by
     */
    public UnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
