package io.github.mnistmaven.provenance;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.recipe.Recipe;
import java.util.List;
import java.util.Locale;

/** All that the result of a run is meant to depend on: architecture, recipe, seed, digits and software. A {@link Provenance} has them. */
public final class Inputs {

    /** 40 GB in float32, a bound for plausibility. */
    private static final long MAX_PARAMETERS = 10_000_000_000L;

    private final Values values;

    private Inputs(Values values) {
        this.values = values;
    }

    private record Values(
            String architecture,
            String structureSha256,
            long parameters,
            Recipe recipe,
            long seed,
            Data data,
            Versions versions) {

        Values {
            Bounds.requireName("architecture", architecture);
            Bounds.requireSha256("structureSha256", structureSha256);
            Bounds.requireWithin("parameters", parameters, 0, MAX_PARAMETERS);
            Bounds.requirePresent("recipe", recipe);
            Bounds.requirePresent("data", data);
            Bounds.requirePresent("versions", versions);
        }
    }

    /**
     * Inputs, for tests of code that uses them. Those of a model are in its provenance.
     *
     * @param architecture the name of the architecture
     * @param structureSha256 the digest of how its network is built
     * @param parameters the number of its trained parameters and batch-norm averages
     * @param recipe how it was trained
     * @param seed what all random choices derive from
     * @param data what it was trained on
     * @param versions of the software
     * @return the inputs
     * @throws IllegalArgumentException if a value is not what it may be
     */
    public static Inputs of(
            String architecture,
            String structureSha256,
            long parameters,
            Recipe recipe,
            long seed,
            Data data,
            Versions versions) {
        return new Inputs(new Values(architecture, structureSha256, parameters, recipe, seed, data, versions));
    }

    /**
     * The name of the architecture.
     *
     * @return such as {@code cnn}
     */
    public String architecture() {
        return values.architecture;
    }

    /**
     * The digest of how the network is built: layers, settings, parameters.
     *
     * @return 64 characters, lower-case hexadecimal
     */
    public String structureSha256() {
        return values.structureSha256;
    }

    /**
     * The number of trained parameters and batch-norm averages.
     *
     * @return at least 0
     */
    public long parameters() {
        return values.parameters;
    }

    /**
     * How the network was trained.
     *
     * @return all of the recipe
     */
    public Recipe recipe() {
        return values.recipe;
    }

    /**
     * What all random choices derive from.
     *
     * @return any number
     */
    public long seed() {
        return values.seed;
    }

    /**
     * What the network was trained on.
     *
     * @return source, number and fingerprint of the digits
     */
    public Data data() {
        return values.data;
    }

    /**
     * The software that trained it.
     *
     * @return its versions
     */
    public Versions versions() {
        return values.versions;
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
        Data unnamed = Data.of("", data().trainingDigits(), data().trainingFingerprint(), DigitSet.DIGIT_NAMES);
        return of(architecture(), structureSha256(), parameters(), recipe(), seed(), unnamed, versions());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Inputs inputs && values.equals(inputs.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The inputs as people read them.
     *
     * @return a line for each of architecture, recipe, seed, digits and software
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                architecture: %s, %d parameters, structure %s
                recipe: %s
                seed: %d
                digits: %s
                software: %s""",
                architecture(),
                parameters(),
                structureSha256(),
                recipe(),
                seed(),
                data(),
                versions());
    }

    /** What a model was trained on. */
    public static final class Data {

        private final Values values;

        private Data(Values values) {
            this.values = values;
        }

        private record Values(String source, int trainingDigits, String trainingFingerprint, List<String> classNames) {

            Values {
                classNames = Bounds.classNames("classNames", classNames);
                Bounds.requireText("source", source);
                Bounds.requireWithin("trainingDigits", trainingDigits, 1, DigitSet.MAX_SIZE);
                Bounds.requireSha256("trainingFingerprint", trainingFingerprint);
            }
        }

        /**
         * Data, for tests of code that uses them.
         *
         * @param source a description, such as {@code embedded} or {@code mnist}
         * @param trainingDigits the number of training digits, the held-out ones included
         * @param trainingFingerprint see {@link DigitSet#fingerprint()}
         * @param classNames what the labels stand for, see {@link DigitSet#classNames()}
         * @return the data
         * @throws IllegalArgumentException if a value is not what it may be
         */
        public static Data of(String source, int trainingDigits, String trainingFingerprint, List<String> classNames) {
            return new Data(new Values(source, trainingDigits, trainingFingerprint, classNames));
        }

        /**
         * The digits of a set, as what models are trained on.
         *
         * @param training the training digits, those to be held out included
         * @return their description
         */
        public static Data of(DigitSet training) {
            Bounds.requirePresent("training", training);
            return of(training.source(), training.size(), training.fingerprint(), training.classNames());
        }

        /**
         * Where the digits came from.
         *
         * @return a description, such as {@code embedded} or {@code mnist}
         */
        public String source() {
            return values.source;
        }

        /**
         * The number of training digits.
         *
         * @return the held-out ones included
         */
        public int trainingDigits() {
            return values.trainingDigits;
        }

        /**
         * The digest of the training digits.
         *
         * @return see {@link DigitSet#fingerprint()}
         */
        public String trainingFingerprint() {
            return values.trainingFingerprint;
        }

        /**
         * What the labels stand for.
         *
         * @return see {@link DigitSet#classNames()}
         */
        public List<String> classNames() {
            return values.classNames;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Data another && values.equals(another.values);
        }

        @Override
        public int hashCode() {
            return values.hashCode();
        }

        /**
         * The data as people read them.
         *
         * @return such as {@code 60000 of mnist, fingerprint 5f2c...}
         */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d of %s, fingerprint %s", trainingDigits(), source(), trainingFingerprint());
        }
    }
}
