package io.github.mnistmaven.study.results;

import java.io.IOException;

/**
 * A file does not hold results as this library writes them: it is damaged, or of another format, or of a version that is not read. The
 * message names the file and what is wrong.
 */
public class ResultsFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the file and what is wrong
     */
    public ResultsFormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong.
     *
     * @param message the file and what is wrong
     * @param cause what it was noticed by
     */
    public ResultsFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
