package io.github.mnistmaven.model;

import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.History;

/**
 * How a trained model came about.
 *
 * @param model the name of the model: that of its architecture, its files and its directory
 * @param provenance what went into the run, and where it ran
 * @param history what each epoch measured, and the digest of the parameters after it
 */
public record RunRecord(String model, Provenance provenance, History history) {

    /**
     * The digest of the model's parameters: that after the epoch that was kept.
     *
     * @return see {@link io.github.mnistmaven.training.ParameterDigest}
     */
    public String parametersSha256() {
        return history.kept().parametersSha256();
    }
}
