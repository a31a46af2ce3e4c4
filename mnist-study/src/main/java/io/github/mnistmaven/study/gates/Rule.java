package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a study, or single models, have to show for a build to pass.
 *
 * <pre>{@code
 * Rule accurate = Rule.accuracyOf("cnn-fast").byInterval().atLeast(0.99);
 * Rule small = Rule.limitTo(GatedMetric.PARAMETERS, "cnn-fast").atMost(50_000);
 * Rule quick = Rule.trainingTimeOf("cnn-fast").atMostTimesThatOf("lstm-fast", 2);
 * Rule better = Rule.moreAccurate("cnn-fast").than("lstm-fast").by(0.003).withConfidence(0.95);
 * }</pre>
 *
 * <p>A rule is immutable: each method that says more of it returns a changed copy.
 */
public sealed interface Rule permits MetricRule, RelativeTimeRule, Rule.MoreAccurate, Rule.NoLoss {

    /** How probable a rule about a difference has to be unless something else is said. */
    double DEFAULT_CONFIDENCE = 0.95;

    /**
     * A limit to the accuracy.
     *
     * @param name of the cell or model, such as {@code cnn-fast}
     * @return what becomes a rule by {@code atLeast} or {@code atMost}
     */
    static LimitedMetric accuracyOf(String name) {
        return limitTo(GatedMetric.ACCURACY, name);
    }

    /**
     * A limit to the mean cross-entropy, in nats.
     *
     * @param name of the cell or model
     * @return what becomes a rule by {@code atLeast} or {@code atMost}
     */
    static LimitedMetric lossOf(String name) {
        return limitTo(GatedMetric.LOSS, name);
    }

    /**
     * A limit to the training time.
     *
     * @param name of the cell or model
     * @return what becomes a rule by {@code atMost} or {@code atMostTimesThatOf}
     */
    static LimitedTime trainingTimeOf(String name) {
        return new LimitedTime(limitTo(GatedMetric.TRAINING_TIME, name));
    }

    /**
     * A limit to any metric.
     *
     * @param metric what is limited
     * @param name of the cell or model
     * @return what becomes a rule by {@code atLeast} or {@code atMost}
     */
    static LimitedMetric limitTo(GatedMetric metric, String name) {
        Bounds.requirePresent("metric", metric);
        Bounds.requirePresent("name", name);
        return new LimitedMetric(metric, name, false);
    }

    /**
     * That one cell or model is more accurate than another.
     *
     * @param name of the one that is to be more accurate
     * @return what becomes a rule by {@link Than#than}
     */
    static Than moreAccurate(String name) {
        Bounds.requirePresent("name", name);
        return other -> new DifferenceRule(name, other, BigDecimal.ZERO, DEFAULT_CONFIDENCE);
    }

    /**
     * That a cell is not less accurate than the cell of the same name in an earlier study.
     *
     * <p>The comparison is paired by image. Where one of the two has at least two seeds and all of them are in the other, it is paired by seed as well: what a seed does to both alike does not count then,
     * so that a model that has changed a little is decided by few seeds. Otherwise their seeds are taken to be independent.
     *
     * @param name of the cell, in both studies
     * @param earlier the earlier study, of the same test digits
     * @return a rule that allows a loss of {@link StudyStatistics#DEFAULT_MARGIN}
     * @throws IllegalArgumentException if the earlier study has no such cell
     */
    static NoLoss noLoss(String name, Measurements earlier) {
        return new NoLossRule(
                name,
                earlier,
                StudyResults.FILE,
                BigDecimal.valueOf(StudyStatistics.DEFAULT_MARGIN),
                DEFAULT_CONFIDENCE);
    }

    /**
     * The rule as people read it.
     *
     * @return such as {@code accuracy of cnn-fast at least 0.99}
     */
    String text();

    /**
     * What it asks for.
     *
     * @return the kind of the rule
     */
    RuleKind kind();

    /**
     * Which cells or models it is about.
     *
     * @return one or two names
     */
    List<String> cells();

    /**
     * Which metric it is about.
     *
     * @return the metric
     */
    GatedMetric metric();

    /**
     * Judges what was measured.
     *
     * @param measurements that have the cells or models of the rule
     * @return what became of the rule
     * @throws IllegalArgumentException if they lack one; the message says which there are
     */
    GateResult judge(Measurements measurements);

    /** The one of two that is to be more accurate. */
    @FunctionalInterface
    interface Than {

        /**
         * Names the other one.
         *
         * @param other the name of a cell or model
         * @return a rule about any difference, with a confidence of {@link Rule#DEFAULT_CONFIDENCE}
         * @throws IllegalArgumentException if it is the same one
         */
        MoreAccurate than(String other);
    }

    /**
     * One is more accurate than another. The rule is kept if the probability that it is so is at least the confidence, broken if the probability that it is not so is, and undecided otherwise and where a
     * cell has a single seed, which does not show how much results vary with the seed.
     */
    sealed interface MoreAccurate extends Rule permits DifferenceRule {

        /**
         * By how much.
         *
         * @param difference in accuracy, 0 to 1; 0 unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        default MoreAccurate by(double difference) {
            Bounds.requireShare("by", difference);
            return by(BigDecimal.valueOf(difference));
        }

        /**
         * By how much, with all its decimals.
         *
         * @param difference in accuracy, 0 to 1; 0 unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        MoreAccurate by(BigDecimal difference);

        /**
         * How probable it has to be.
         *
         * @param value above 0.5 and below 1; {@link Rule#DEFAULT_CONFIDENCE} unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        MoreAccurate withConfidence(double value);
    }

    /**
     * One is not less accurate than it was by more than a margin. The rule is kept if that is so with a probability of at least the confidence, broken if a larger loss is as probable, and undecided
     * otherwise. One that predicts the same from each seed passes at once.
     */
    sealed interface NoLoss extends Rule permits NoLossRule {

        /**
         * The largest loss that does not matter.
         *
         * @param value in accuracy, 0 to 1; {@link StudyStatistics#DEFAULT_MARGIN} unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        default NoLoss withMargin(double value) {
            Bounds.requireShare("margin", value);
            return withMargin(BigDecimal.valueOf(value));
        }

        /**
         * The largest loss that does not matter, with all its decimals.
         *
         * @param value in accuracy, 0 to 1; {@link StudyStatistics#DEFAULT_MARGIN} unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        NoLoss withMargin(BigDecimal value);

        /**
         * How probable it has to be.
         *
         * @param value above 0.5 and below 1; {@link Rule#DEFAULT_CONFIDENCE} unless this is called
         * @return a changed copy of the rule
         * @throws IllegalArgumentException if it is out of its range
         */
        NoLoss withConfidence(double value);

        /**
         * Where the earlier study comes from, for people.
         *
         * @param value such as the name of its file; {@code study.json} unless this is called
         * @return a changed copy of the rule
         */
        NoLoss withSource(String value);

        /**
         * The earlier study.
         *
         * @return what it measured
         */
        Measurements baseline();
    }
}
