package io.github.mnistmaven.model;

import io.github.mnistmaven.training.History;

/**
 * What {@code run.json} holds beside the parameters of a trained model.
 *
 * @param model the name of the model, which is that of its directory
 * @param parametersSha256 SHA-256 of the {@code .params} file, in lower-case hexadecimal
 * @param provenance what went into the run
 * @param history what each epoch measured
 */
public record RunRecord(String model, String parametersSha256, Provenance provenance, History history) {}
