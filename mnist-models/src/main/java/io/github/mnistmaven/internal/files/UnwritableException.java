package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A path cannot be written to, whatever the content. The message says where, why and what to do. */
public class UnwritableException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final String SPACE = "free space there, make its directory writable, or choose another one";

    /** The message without what to do. */
    private final String problem;

    /**
     * Creates an exception.
     *
     * @param message the file, why it cannot be written and what to do
     */
    public UnwritableException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message the file, why it cannot be written and what to do
     * @param cause the underlying exception
     */
    public UnwritableException(String message, Throwable cause) {
        this(message, message, cause);
    }

    /** With what is wrong, without what to do. */
    UnwritableException(String message, String problem, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /**
     * Says which file the system could not write: of a full disk, it only says that it is full.
     *
     * @param file what was to be written
     * @param failure what the system said
     * @return the failure itself if it says so already
     */
    public static UnwritableException of(Path file, IOException failure) {
        if (failure instanceof UnwritableException explained) {
            return explained;
        }
        String reason = reason(failure);
        return new UnwritableException(
                "%s cannot be written: %s; %s"
                        .formatted(file, reason, OpenFiles.advice(failure).orElse(SPACE)),
                "%s: %s".formatted(file, reason),
                failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemException fault) {
            return ParentDirectory.reason(fault);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    }

    /**
     * What is wrong, for those who say themselves what to do.
     *
     * @return the path and the reason
     */
    public String problem() {
        return problem;
    }

    /** The same about what a temporary directory was to become: the user does not know that one. */
    UnwritableException renamed(Path temporary, Path target) {
        String from = temporary.toString();
        String to = target.toString();
        return new UnwritableException(getMessage().replace(from, to), problem.replace(from, to), this);
    }
}
