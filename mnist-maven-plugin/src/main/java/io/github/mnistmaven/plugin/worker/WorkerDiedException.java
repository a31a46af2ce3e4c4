package io.github.mnistmaven.plugin.worker;

/** A worker failed in a way that is not the user's doing, or ended without saying why. */
public class WorkerDiedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is known.
     *
     * @param message how it ended, what may have caused that, and where to read more
     */
    public WorkerDiedException(String message) {
        super(message);
    }
}
