package io.github.mnistmaven.architecture;

import io.github.mnistmaven.recipe.Recipe;

/**
 * What a preset comes to.
 *
 * @param architecture what learns
 * @param recipe how
 */
public record Plan(Architecture architecture, Recipe recipe) {}
