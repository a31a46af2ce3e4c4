package io.github.mnistmaven.files;

import java.io.IOException;

/** A text is not JSON or not the record it should be. The message names the file, the field and what is wrong with it. */
public class JsonFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the file, the field and what is wrong
     */
    public JsonFormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what it was noticed by.
     *
     * @param message the file, the field and what is wrong
     * @param cause what it was noticed by
     */
    public JsonFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
