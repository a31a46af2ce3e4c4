package io.github.mnistmaven.internal.files;

/**
 * A file is of another format, or of a version of its format that is not read: nothing is wrong with it. The message
 * says
 * which version it has, which ones are read, and what to do.
 */
public class FormatVersionException extends JsonFormatException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, its format or version, those that are read, and what to do
     */
    public FormatVersionException(String message) {
        super(message);
    }
}
