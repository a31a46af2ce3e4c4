package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * What went into a model, and where it was trained. The same inputs on the same platform give the same bits.
 *
 * <pre>{@code
 * Inputs inputs = model.provenance().inputs();
 * inputs.seed();               // what all random choices derived from
 * inputs.recipe();             // how it was trained
 * inputs.data().source();      // where its digits came from
 * model.provenance().platform().threads();
 * }</pre>
 *
 * @param inputs all that the result is meant to depend on
 * @param platform what else its bits may depend on
 */
public record Provenance(Inputs inputs, Platform platform) {

    /**
     * Checks that both are there.
     *
     * @param inputs all that the result is meant to depend on
     * @param platform what else its bits may depend on
     */
    public Provenance {
        Bounds.requirePresent("inputs", inputs);
        Bounds.requirePresent("platform", platform);
    }

    /**
     * Whether a run with the other provenance is expected to give the same bits.
     *
     * @param other what went into another run, or would
     * @return true if the inputs are equivalent and the platforms are compatible; the number of threads does not count where the recipe has several replicas, each of which computes with one
     */
    public boolean isBitCompatibleWith(Provenance other) {
        Bounds.requirePresent("other", other);
        Platform elsewhere =
                inputs.recipe().replicas() == 1 ? other.platform : other.platform.withThreads(platform.threads());
        return inputs.isEquivalentTo(other.inputs) && platform.isBitCompatibleWith(elsewhere);
    }
}
