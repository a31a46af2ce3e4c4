package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Optional;

/**
 * How to train: a preset, and what is to differ from it.
 *
 * @param preset how much time it may take
 * @param epochs see {@link Recipe}, as for all that follow
 * @param batchSize digits a step
 * @param learningRate the peak of the schedule
 * @param validationFraction the share of held-out digits
 * @param patience epochs without improvement before stopping
 */
public record RecipeRequest(
        Preset preset,
        Optional<Integer> epochs,
        Optional<Integer> batchSize,
        Optional<Double> learningRate,
        Optional<Double> validationFraction,
        Optional<Integer> patience) {

    /**
     * A preset as it comes.
     *
     * @param preset how much time it may take
     * @return the request
     */
    public static RecipeRequest of(Preset preset) {
        return new RecipeRequest(
                preset, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A recipe with what differs from it.
     *
     * @param recipe the preset's
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
