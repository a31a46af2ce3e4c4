package io.github.mnistmaven.study.experiment;

/**
 * Runs of a study failed. The others are saved, and the same study, run again, trains only those that are missing. The message says which runs failed,
 * and why; the cause is what the first one failed of, the suppressed exceptions are those of the others.
 */
public class IncompleteStudyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which runs failed.
     *
     * @param message the runs, and what failed
     * @param cause what the first one failed of
     */
    public IncompleteStudyException(String message, Throwable cause) {
        super(message, cause);
    }
}
