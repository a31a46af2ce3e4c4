package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.recipe.Recipe;
import java.util.Optional;

/**
 * What is to differ from an architecture's own recipe.
 *
 * @param epochs see {@link Recipe}, as for all others
 * @param batchSize digits a step
 * @param learningRate the peak of the schedule
 * @param validationFraction the share of held-out digits
 * @param patience epochs without improvement before stopping
 */
public record RecipeOverrides(
        Optional<Integer> epochs,
        Optional<Integer> batchSize,
        Optional<Double> learningRate,
        Optional<Double> validationFraction,
        Optional<Integer> patience) {

    /** Each architecture as it comes. */
    public static final RecipeOverrides NONE = new RecipeOverrides(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A recipe with these changes.
     *
     * @param recipe the architecture's own
     * @return the changed recipe
     */
    public Recipe applyTo(Recipe recipe) {
        Recipe changed = epochs.map(recipe::withEpochs).orElse(recipe);
        changed = batchSize.map(changed::withBatchSize).orElse(changed);
        changed = learningRate.map(changed::withLearningRate).orElse(changed);
        changed = validationFraction.map(changed::withValidationFraction).orElse(changed);
        return patience.map(changed::withPatience).orElse(changed);
    }
}
