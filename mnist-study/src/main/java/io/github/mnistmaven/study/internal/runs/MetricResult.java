package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import io.github.mnistmaven.study.statistics.MetricSummary;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of a cell over its seeds, as a file has it: without values that may be missing.
 *
 * @param mean over the seeds
 * @param standardDeviation of the seeds' values; 0 if there is one seed
 * @param minimum of the seeds' values
 * @param maximum of the seeds' values
 * @param lower the lower bound of the 95 % interval of the mean
 * @param upper its upper bound
 * @param method which sources of chance the interval counts
 */
public record MetricResult(
        double mean,
        double standardDeviation,
        double minimum,
        double maximum,
        double lower,
        double upper,
        IntervalMethod method) {

    private static final double MAX = Double.MAX_VALUE;

    /**
     * Checks each value.
     *
     * @param mean over the seeds
     * @param standardDeviation of the seeds' values; 0 if there is one seed
     * @param minimum of the seeds' values
     * @param maximum of the seeds' values
     * @param lower the lower bound of the 95 % interval of the mean
     * @param upper its upper bound
     * @param method which sources of chance the interval counts
     */
    public MetricResult {
        Bounds.requireWithin("mean", mean, -MAX, MAX);
        Bounds.requireWithin("standardDeviation", standardDeviation, 0, MAX);
        Bounds.requireWithin("minimum", minimum, -MAX, MAX);
        Bounds.requireWithin("maximum", maximum, minimum, MAX);
        Bounds.requireWithin("lower", lower, -MAX, MAX);
        Bounds.requireWithin("upper", upper, lower, MAX);
        Bounds.requirePresent("method", method);
    }

    /** Where there is no interval, as of the training time of a single run, it is as narrow as what is known. */
    static MetricResult of(MetricSummary summary) {
        Optional<ConfidenceInterval> interval = summary.interval();
        return new MetricResult(
                summary.mean(),
                summary.standardDeviation().orElse(0),
                summary.minimum(),
                summary.maximum(),
                interval.map(ConfidenceInterval::lower).orElse(summary.mean()),
                interval.map(ConfidenceInterval::upper).orElse(summary.mean()),
                interval.map(ConfidenceInterval::method).orElse(IntervalMethod.SEEDS_ONLY));
    }

    /** The inverse of {@link #of}. */
    MetricSummary summary(int seeds) {
        boolean unknown = seeds == 1 && method == IntervalMethod.SEEDS_ONLY;
        return new MetricSummary(
                mean,
                seeds == 1 ? OptionalDouble.empty() : OptionalDouble.of(standardDeviation),
                minimum,
                maximum,
                unknown ? Optional.empty() : Optional.of(new ConfidenceInterval(lower, upper, method)));
    }
}
