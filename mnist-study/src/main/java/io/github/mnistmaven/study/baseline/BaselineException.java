package io.github.mnistmaven.study.baseline;

import java.io.IOException;

/** A file holds no baseline that could be used: it is missing, damaged, or of a version that is not read. The message names it, what is wrong and what to do. */
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
