package io.github.mnistmaven.provenance;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Ensemble;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Recipe;

/**
 * All that the result of a run is meant to depend on.
 *
 * @param architecture the name of the architecture
 * @param structureSha256 see {@link Structure#sha256}
 * @param parameters the number of its trained parameters and batch-norm averages
 * @param recipe how it was taught
 * @param seed what all random choices derive from
 * @param data what it was taught with
 * @param versions of the software
 */
public record Inputs(
        String architecture,
        String structureSha256,
        long parameters,
        Recipe recipe,
        long seed,
        Data data,
        Versions versions) {

    /**
     * The inputs of a run in this process.
     *
     * @param architecture what learns
     * @param recipe how
     * @param seed from what random choices
     * @param digits from what
     * @param source in words where the digits come from, such as {@code mnist}
     * @return the same as values that can be compared
     */
    public static Inputs of(Architecture architecture, Recipe recipe, long seed, DigitSet digits, String source) {
        Structure structure = Structure.of(Ensemble.of(architecture, recipe.capacity()));
        return new Inputs(
                architecture.name(),
                structure.sha256(),
                structure.parameters(),
                recipe,
                seed,
                new Data(source, digits.size(), digits.fingerprint()),
                Versions.current());
    }

    /**
     * Whether the same is meant to come out.
     *
     * @param other inputs
     * @return true if they are equal but for the words that say where the digits come from
     */
    public boolean meanTheSameAs(Inputs other) {
        return withoutSource().equals(other.withoutSource());
    }

    private Inputs withoutSource() {
        Data nameless = new Data("", data.trainingDigits, data.trainingFingerprint);
        return new Inputs(architecture, structureSha256, parameters, recipe, seed, nameless, versions);
    }

    /**
     * What a model was taught with.
     *
     * @param source in words, such as {@code embedded} or {@code mnist}
     * @param trainingDigits the number of training digits, the held-out ones included
     * @param trainingFingerprint see {@link DigitSet#fingerprint()}
     */
    public record Data(String source, int trainingDigits, String trainingFingerprint) {}
}
