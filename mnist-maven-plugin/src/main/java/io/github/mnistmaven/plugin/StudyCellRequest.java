package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.RecipeRequest;

/**
 * A cell of a study, as it was asked for.
 *
 * @param name of the cell
 * @param model the architecture
 * @param recipe how to train it
 */
record StudyCellRequest(String name, String model, RecipeRequest recipe) {}
