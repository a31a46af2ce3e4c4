package io.github.mnistmaven.provenance;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.recipe.Recipe;
import java.util.List;

/**
 * All that the result of a run is meant to depend on.
 *
 * <p>Take it from a {@link Provenance} rather than from the constructor, which gets a parameter more with each further input.
 *
 * @param architecture the name of the architecture
 * @param structureSha256 the digest of how its network is built: layers, settings, parameters
 * @param parameters the number of its trained parameters and batch-norm averages
 * @param recipe how it was trained
 * @param seed what all random choices derive from
 * @param data what it was trained on
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

    /** 40 GB in float32, a bound for plausibility. */
    private static final long MAX_PARAMETERS = 10_000_000_000L;

    /**
     * Checks each value.
     *
     * @param architecture the name of the architecture
     * @param structureSha256 the digest of how its network is built: layers, settings, parameters
     * @param parameters the number of its trained parameters and batch-norm averages
     * @param recipe how it was trained
     * @param seed what all random choices derive from
     * @param data what it was trained on
     * @param versions of the software
     */
    public Inputs {
        Bounds.requireName("architecture", architecture);
        Bounds.requireSha256("structureSha256", structureSha256);
        Bounds.requireWithin("parameters", parameters, 0, MAX_PARAMETERS);
        Bounds.requirePresent("recipe", recipe);
        Bounds.requirePresent("data", data);
        Bounds.requirePresent("versions", versions);
    }

    /**
     * Whether two runs are expected to give the same result.
     *
     * @param other inputs
     * @return true if all is equal but the description of the data source and the names of the classes
     */
    public boolean isEquivalentTo(Inputs other) {
        Bounds.requirePresent("other", other);
        return withoutSource().equals(other.withoutSource());
    }

    private Inputs withoutSource() {
        Data unnamed = new Data("", data.trainingDigits, data.trainingFingerprint, DigitSet.DIGIT_NAMES);
        return new Inputs(architecture, structureSha256, parameters, recipe, seed, unnamed, versions);
    }

    /**
     * What a model was trained on.
     *
     * @param source a description, such as {@code embedded} or {@code mnist}
     * @param trainingDigits the number of training digits, the held-out ones included
     * @param trainingFingerprint see {@link DigitSet#fingerprint()}
     * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
     */
    public record Data(String source, int trainingDigits, String trainingFingerprint, List<String> classNames) {

        /**
         * Takes a copy; checks each value.
         *
         * @param source a description, such as {@code embedded} or {@code mnist}
         * @param trainingDigits the number of training digits, the held-out ones included
         * @param trainingFingerprint see {@link DigitSet#fingerprint()}
         * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
         */
        public Data {
            classNames = Bounds.classNames("classNames", classNames);
            Bounds.requireText("source", source);
            Bounds.requireWithin("trainingDigits", trainingDigits, 1, DigitSet.MAX_SIZE);
            Bounds.requireSha256("trainingFingerprint", trainingFingerprint);
        }
    }
}
