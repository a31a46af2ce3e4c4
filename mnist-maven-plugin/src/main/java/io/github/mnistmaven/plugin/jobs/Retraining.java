package io.github.mnistmaven.plugin.jobs;

/** How to train a model again that cannot be read. */
final class Retraining {

    private static final String ADVICE = "train the model again";

    private Retraining() {}

    /** Adds it to a message, which may give that advice already, but does not know how. */
    static String explained(String message, String how) {
        return message.endsWith(ADVICE)
                ? "%s: %s".formatted(message, how)
                : "%s (to train it again: %s)".formatted(message, how);
    }
}
