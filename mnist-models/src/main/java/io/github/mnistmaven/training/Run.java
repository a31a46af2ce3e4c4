package io.github.mnistmaven.training;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * One architecture, trained by one recipe on one set of digits from one seed. The same run on the same platform gives
 * the same bits.
 *
 * @param architecture what learns
 * @param recipe how
 * @param digits from what; the recipe holds the last ones out for validation
 * @param seed what initial weights, order, augmentation and dropout derive from
 */
public record Run(Architecture architecture, Recipe recipe, DigitSet digits, long seed) {

    /**
     * A run by the architecture's own recipe, from seed 1.
     *
     * @param architecture what learns
     * @param digits from what
     * @return the run
     */
    public static Run of(Architecture architecture, DigitSet digits) {
        return of(architecture, Preset.STANDARD, digits);
    }

    /**
     * A run by the recipe that a preset means for the architecture, from seed 1.
     *
     * @param architecture what learns
     * @param preset how much time it may take
     * @param digits from what
     * @return the run
     */
    public static Run of(Architecture architecture, Preset preset, DigitSet digits) {
        return new Run(architecture, architecture.recipe(preset), digits, 1);
    }
}
