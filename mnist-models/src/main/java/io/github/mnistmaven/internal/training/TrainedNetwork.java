package io.github.mnistmaven.internal.training;

import ai.djl.Model;
import io.github.mnistmaven.training.History;

/**
 * The result of a run.
 *
 * @param model the DJL model with its block; whoever holds this closes it
 * @param history what each epoch measured
 */
public record TrainedNetwork(Model model, History history) {}
