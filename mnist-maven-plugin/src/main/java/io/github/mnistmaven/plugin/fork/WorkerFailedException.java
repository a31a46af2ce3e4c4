package io.github.mnistmaven.plugin.fork;

/** A worker failed in a way that is not the user's doing, or ended without saying why. */
public class WorkerFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is known.
     *
     * @param message how it ended, what may have caused that, and where to read more
     */
    public WorkerFailedException(String message) {
        super(message);
    }

    /**
     * Says what is known, and what it was noticed by.
     *
     * @param message how it ended, what may have caused that, and where to read more
     * @param cause what it was noticed by
     */
    public WorkerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
