package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import io.github.mnistmaven.study.results.ResultsFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code reproducibility.json} holds: how models compare with a baseline.
 *
 * <pre>{@code
 * Reproducibility found = Reproducibility.read(Path.of("target/mnist/reproducibility.json"));
 * found.models().get(0).verdict(); // IDENTICAL
 * }</pre>
 *
 * @param mode what fails the build
 * @param tolerance how far models may differ
 * @param models in the order in which they were compared
 */
public record Reproducibility(ReproducibilityMode mode, Tolerance tolerance, List<Model> models) {

    /** The name of the file. */
    public static final String FILE = "reproducibility.json";

    private static final FileFormat<Reproducibility> FORMAT =
            FileFormat.of("mnist-reproducibility", "2.0", Reproducibility.class);

    /**
     * Takes a copy; checks that all parts are there.
     *
     * @param mode what fails the build
     * @param tolerance how far models may differ
     * @param models in the order in which they were compared
     */
    public Reproducibility {
        Bounds.requirePresent("mode", mode);
        Bounds.requirePresent("tolerance", tolerance);
        models = Bounds.copyOf("models", models);
    }

    /**
     * How one model compares.
     *
     * <p>Get it from a {@link BaselineGate} rather than from the constructor, which gets a parameter more with each thing that is
     * compared.
     *
     * @param model its name
     * @param verdict in one word
     * @param fails whether it fails the build
     * @param sameBits whether the parameters after each epoch have the same digests, and the same epoch was the best one
     * @param firstDifferentEpoch the first epoch, from 1, whose digests differ or that only one side has; 0 if none does
     * @param changes what differs in its inputs, or if these are equal, in its platform
     * @param baseline its metrics in the baseline
     * @param now its metrics now
     * @param onlyBaselineCorrect the test digits that only the model of the baseline classified correctly
     * @param onlyNowCorrect the other way round
     * @param pValue of the exact McNemar test on these two numbers
     */
    public record Model(
            String model,
            Verdict verdict,
            boolean fails,
            boolean sameBits,
            int firstDifferentEpoch,
            List<Change> changes,
            Metrics baseline,
            Metrics now,
            int onlyBaselineCorrect,
            int onlyNowCorrect,
            double pValue) {

        /**
         * Takes a copy; checks each value.
         *
         * @param model its name
         * @param verdict in one word
         * @param fails whether it fails the build
         * @param sameBits whether the parameters after each epoch have the same digests, and the same epoch was the best one
         * @param firstDifferentEpoch the first epoch, from 1, whose digests differ or that only one side has; 0 if none does
         * @param changes what differs in its inputs, or if these are equal, in its platform
         * @param baseline its metrics in the baseline
         * @param now its metrics now
         * @param onlyBaselineCorrect the test digits that only the model of the baseline classified correctly
         * @param onlyNowCorrect the other way round
         * @param pValue of the exact McNemar test on these two numbers
         */
        public Model {
            Bounds.requireName("model", model);
            Bounds.requirePresent("verdict", verdict);
            Bounds.requirePresent("baseline", baseline);
            Bounds.requirePresent("now", now);
            Bounds.requireWithin("firstDifferentEpoch", firstDifferentEpoch, 0, Integer.MAX_VALUE);
            Bounds.requireWithin("onlyBaselineCorrect", onlyBaselineCorrect, 0, Integer.MAX_VALUE);
            Bounds.requireWithin("onlyNowCorrect", onlyNowCorrect, 0, Integer.MAX_VALUE);
            Bounds.requireShare("pValue", pValue);
            changes = Bounds.copyOf("changes", changes);
        }

        /**
         * The name of the model.
         *
         * @return such as {@code cnn}
         */
        public String name() {
            return model;
        }

        /** Why it fails the build, in a sentence; nothing if it does not. */
        Optional<String> failure() {
            if (!fails) {
                return Optional.empty();
            }
            return Optional.of(
                    verdict == Verdict.NOT_DETERMINISTIC
                            ? "%s is not deterministic: %s, the same inputs led to %s%s"
                                    .formatted(model, where(), otherBits(), because())
                            : String.format(
                                    Locale.ROOT,
                                    "%s has drifted: the same inputs led to an accuracy of %.4f instead of %.4f; test digits classified correctly only by the baseline: %d, only now: %d (p = %.2g)",
                                    model,
                                    now.accuracy(),
                                    baseline.accuracy(),
                                    onlyBaselineCorrect,
                                    onlyNowCorrect,
                                    pValue));
        }

        /**
         * Where the same bits were to be expected, and different ones came out.
         *
         * @return in words
         */
        public String where() {
            return changes.isEmpty() ? "on the same platform" : "with portable numerics";
        }

        private String because() {
            return OtherArithmetic.ofFields(changes.stream().map(Change::field).toList())
                    .map(arithmetic -> ". " + arithmetic.sentence("here", "for the baseline"))
                    .orElse("");
        }

        /**
         * How the bits differ, where they do.
         *
         * @return such as {@code different bits from epoch 2 on}
         */
        public String otherBits() {
            if (firstDifferentEpoch == 0) {
                return "the same bits after each epoch, but epoch %s is the best one instead of %s"
                        .formatted(now.bestEpoch(), baseline.bestEpoch());
            }
            int both = Math.min(now.epochs(), baseline.epochs());
            return firstDifferentEpoch > both
                    ? "the same bits up to epoch %s, but training ended after epoch %s instead of %s"
                            .formatted(both, now.epochs(), baseline.epochs())
                    : "different bits from epoch %s on".formatted(firstDifferentEpoch);
        }
    }

    /**
     * Something that differs.
     *
     * @param field its place in the provenance, such as {@code recipe.epochs}
     * @param baseline what it was; empty if it is new
     * @param now what it is; empty if it is gone
     */
    public record Change(String field, String baseline, String now) {

        /**
         * Checks that all are there.
         *
         * @param field its place in the provenance, such as {@code recipe.epochs}
         * @param baseline what it was; empty if it is new
         * @param now what it is; empty if it is gone
         */
        public Change {
            Bounds.requirePresent("field", field);
            Bounds.requirePresent("baseline", baseline);
            Bounds.requirePresent("now", now);
        }
    }

    /**
     * What came out of a training.
     *
     * @param accuracy on the test digits, 0 to 1
     * @param loss on the test digits, in nats
     * @param epochs how many it took
     * @param bestEpoch the epoch, from 1, whose weights the model has
     */
    public record Metrics(double accuracy, double loss, int epochs, int bestEpoch) {

        /**
         * Checks each value.
         *
         * @param accuracy on the test digits, 0 to 1
         * @param loss on the test digits, in nats
         * @param epochs how many it took
         * @param bestEpoch the epoch, from 1, whose weights the model has
         */
        public Metrics {
            Bounds.requireShare("accuracy", accuracy);
            Bounds.requireWithin("loss", loss, -1e-3, 1e30);
            Bounds.requireWithin("epochs", epochs, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("bestEpoch", bestEpoch, 1, epochs);
        }

        static Metrics of(Baseline.Model model) {
            return new Metrics(model.accuracy(), model.loss(), model.epochs().size(), model.bestEpoch());
        }
    }

    /**
     * Reads {@code reproducibility.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws ResultsFormatException if it does not hold verdicts, or those of a version that is not read; the message names the field
     * @throws IOException if it cannot be read
     */
    public static Reproducibility read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        try {
            return FORMAT.read(file);
        } catch (JsonFormatException e) {
            throw new ResultsFormatException(e.getMessage(), e);
        }
    }

    /**
     * Writes {@code reproducibility.json}.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        FORMAT.write(file, this);
    }

    /**
     * Why the build fails.
     *
     * @return a sentence for each model that fails it
     */
    public List<String> failures() {
        return models.stream().map(Model::failure).flatMap(Optional::stream).toList();
    }
}
