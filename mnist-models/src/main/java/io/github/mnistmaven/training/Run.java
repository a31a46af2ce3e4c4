package io.github.mnistmaven.training;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Plan;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * One architecture, trained by one recipe on one set of digits from one seed. The same run on the same platform gives
 * the same bits.
 *
 * @param model the name of the model that comes out; it changes nothing else
 * @param architecture what learns
 * @param recipe how
 * @param digits from what; the recipe holds the last ones out for validation
 * @param seed what initial weights, order, augmentation and dropout derive from
 */
public record Run(String model, Architecture architecture, Recipe recipe, DigitSet digits, long seed) {

    /**
     * A run whose model has the name of its architecture.
     *
     * @param architecture what learns
     * @param recipe how
     * @param digits from what
     * @param seed what is random derives from it
     */
    public Run(Architecture architecture, Recipe recipe, DigitSet digits, long seed) {
        this(architecture.name(), architecture, recipe, digits, seed);
    }

    /**
     * A run as a preset has it.
     *
     * @param asked the architecture that gives the model its name; {@link Preset#BEST} may train a larger one
     * @param preset how much time it may take
     * @param digits from what
     * @param seed what is random derives from it
     * @return the run
     */
    public static Run of(Architecture asked, Preset preset, DigitSet digits, long seed) {
        Plan plan = asked.plan(preset);
        return new Run(asked.name(), plan.architecture(), plan.recipe(), digits, seed);
    }

    /**
     * A run by the architecture's own recipe, from seed 1.
     *
     * @param architecture what learns
     * @param digits from what
     * @return the run
     */
    public static Run of(Architecture architecture, DigitSet digits) {
        return of(architecture, Preset.STANDARD, digits, 1);
    }
}
