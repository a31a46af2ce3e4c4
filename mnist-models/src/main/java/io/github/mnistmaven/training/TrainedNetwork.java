package io.github.mnistmaven.training;

import ai.djl.Model;

/**
 * What a run leaves in memory.
 *
 * @param model the DJL model with its block; whoever holds this closes it
 * @param history what each epoch measured
 */
public record TrainedNetwork(Model model, History history) {}
