package io.github.mnistmaven.study.baseline;

import java.io.IOException;

/** A baseline that is of no use here. The message names the file, what is wrong and what to do. */
public class BaselineException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the file, what is wrong and what to do
     */
    public BaselineException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what it was noticed by.
     *
     * @param message the file, what is wrong and what to do
     * @param cause what it was noticed by
     */
    public BaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
