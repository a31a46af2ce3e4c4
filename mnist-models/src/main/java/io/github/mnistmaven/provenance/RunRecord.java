package io.github.mnistmaven.provenance;

import io.github.mnistmaven.files.Bounds;

/**
 * How a model was trained.
 *
 * @param model the name of the model: that of its directory and, so far, of its architecture
 * @param provenance what went into the run, and where it ran
 * @param history what each epoch measured, and the digest of the parameters after it
 */
public record RunRecord(String model, Provenance provenance, History history) {

    /** Checks the name, and that there are no more epochs than the recipe has. */
    public RunRecord {
        Bounds.requireName("model", model);
        int epochs = provenance.inputs().recipe().epochs();
        if (history.epochs().size() > epochs) {
            throw new IllegalArgumentException("history has %d epochs, but the recipe has at most %d"
                    .formatted(history.epochs().size(), epochs));
        }
    }

    /**
     * The digest of the model's parameters: that after the best epoch.
     *
     * @return 64 characters, lower-case hexadecimal
     */
    public String parametersSha256() {
        return history.best().parametersSha256();
    }
}
