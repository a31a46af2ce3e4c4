package io.github.mnistmaven.architecture;

/**
 * An architecture is not usable: its code fails, or its network does not do what {@link Architecture} says that it does. The
 * message names the architecture, its class, what happened and what is expected.
 */
public class ArchitectureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message architecture, class, what happened, what is expected
     */
    public ArchitectureException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message architecture, class, what happened, what is expected
     * @param cause what the code of the architecture threw
     */
    public ArchitectureException(String message, Throwable cause) {
        super(message, cause);
    }
}
