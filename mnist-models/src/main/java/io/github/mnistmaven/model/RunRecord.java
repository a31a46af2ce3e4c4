package io.github.mnistmaven.model;

import io.github.mnistmaven.training.History;

/**
 * What {@code run.json} holds beside the parameters of a trained model.
 *
 * @param model the name of the model: that of its architecture, its files and its directory
 * @param parametersSha256 see {@link io.github.mnistmaven.training.ParameterDigest}
 * @param provenance what went into the run
 * @param history what each epoch measured
 */
public record RunRecord(String model, String parametersSha256, Provenance provenance, History history) {}
