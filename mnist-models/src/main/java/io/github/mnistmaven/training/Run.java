package io.github.mnistmaven.training;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Ensemble;
import io.github.mnistmaven.architecture.Structure;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * One architecture, trained by one recipe on one set of digits with one seed. The same run on the same platform gives
 * the same bits.
 *
 * @param architecture of the network
 * @param recipe how it is trained
 * @param digits the training set; the recipe determines which of them are held out for validation
 * @param seed for initial weights, validation split, order, augmentation and dropout
 */
public record Run(Architecture architecture, Recipe recipe, DigitSet digits, long seed) {

    /**
     * A run by the architecture's default recipe, with seed 1.
     *
     * @param architecture of the network
     * @param digits the training set
     * @return the run
     */
    public static Run of(Architecture architecture, DigitSet digits) {
        return of(architecture, Preset.STANDARD, digits);
    }

    /**
     * A run by the architecture's recipe for a preset, with seed 1.
     *
     * @param architecture of the network
     * @param preset how much time it may take
     * @param digits the training set
     * @return the run
     */
    public static Run of(Architecture architecture, Preset preset, DigitSet digits) {
        return new Run(architecture, architecture.recipe(preset), digits, 1);
    }

    /**
     * The run as plain values that can be compared.
     *
     * @param source a description of where the digits come from, such as {@code mnist}
     * @return all that its result is meant to depend on
     */
    public Inputs inputs(String source) {
        Structure structure = Structure.of(Ensemble.of(architecture, recipe.capacity()));
        return new Inputs(
                architecture.name(),
                structure.sha256(),
                structure.parameters(),
                recipe,
                seed,
                new Inputs.Data(source, digits.size(), digits.fingerprint()),
                CurrentPlatform.versions());
    }
}
