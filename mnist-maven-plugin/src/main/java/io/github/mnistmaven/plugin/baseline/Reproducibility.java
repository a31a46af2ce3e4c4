package io.github.mnistmaven.plugin.baseline;

import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * What {@code reproducibility.json} holds: how models compare with a baseline.
 *
 * @param mode what fails the build
 * @param tolerance how far models may differ
 * @param models in the order in which they were compared
 */
public record Reproducibility(ReproducibilityMode mode, Tolerance tolerance, List<Model> models) {

    /** Takes a copy. */
    public Reproducibility {
        models = List.copyOf(models);
    }

    /**
     * How one model compares.
     *
     * @param model its name
     * @param verdict in one word
     * @param fails whether it fails the build
     * @param sameBits whether the parameters after each epoch have the same digests
     * @param firstDifferentEpoch the first epoch, from 1, whose digests differ; 0 if none does
     * @param changes what differs in its inputs, or if these are equal, in its platform
     * @param baseline its metrics in the baseline
     * @param now its metrics now
     * @param onlyBaselineRight the test digits that the model of the baseline reads right and the one of now wrong
     * @param onlyNowRight the other way round
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
            int onlyBaselineRight,
            int onlyNowRight,
            double pValue) {

        /** Takes a copy. */
        public Model {
            changes = List.copyOf(changes);
        }

        /** Why it fails the build, in a sentence; nothing if it does not. */
        Optional<String> failure() {
            if (!fails) {
                return Optional.empty();
            }
            return Optional.of(
                    verdict == Verdict.NOT_DETERMINISTIC
                            ? "%s is not deterministic: the same inputs on the same platform led to other bits from epoch %d on"
                                    .formatted(model, firstDifferentEpoch)
                            : "%s drifted: the same inputs led to an accuracy of %.4f instead of %.4f, %d digits are read right only by the baseline and %d only now (p = %.2g)"
                                    .formatted(
                                            model,
                                            now.accuracy(),
                                            baseline.accuracy(),
                                            onlyBaselineRight,
                                            onlyNowRight,
                                            pValue));
        }
    }

    /**
     * Something that differs.
     *
     * @param field its place in the provenance, such as {@code recipe.epochs}
     * @param baseline what it was; empty if it is new
     * @param now what it is; empty if it is gone
     */
    public record Change(String field, String baseline, String now) {}

    /**
     * How good a model is on the test digits.
     *
     * @param accuracy 0 to 1
     * @param loss in nats
     */
    public record Metrics(double accuracy, double loss) {}

    /**
     * Why the build fails.
     *
     * @return a sentence for each model that fails it
     */
    public List<String> failures() {
        return models.stream().map(Model::failure).flatMap(Optional::stream).toList();
    }
}
