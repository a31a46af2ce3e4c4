package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.networks.Structure;
import io.github.mnistmaven.internal.platform.CurrentPlatform;
import io.github.mnistmaven.provenance.Inputs;
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
     * The run as plain values that can be compared.
     *
     * @return all that its result is meant to depend on
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the architecture gives no network, or another one each time
     */
    public Inputs inputs() {
        Structure structure = new ArchitectureCode(architecture).identifiableStructure(recipe.capacity());
        return Inputs.of(
                architecture.name(),
                structure.sha256(),
                structure.parameters(),
                recipe,
                seed,
                Inputs.Data.of(digits),
                CurrentPlatform.versions());
    }
}
