package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * One metric of a cell over its seeds.
 *
 * @param mean over the seeds
 * @param standardDeviation of the seeds' values, with {@code seeds - 1} in the denominator; empty if there is one seed
 * @param minimum of the seeds' values
 * @param maximum of the seeds' values
 * @param interval the 95 % interval of the mean; empty if there is no way to tell, as of the training time of one seed
 */
public record MetricSummary(
        double mean,
        OptionalDouble standardDeviation,
        double minimum,
        double maximum,
        Optional<ConfidenceInterval> interval) {

    /**
     * Checks that all are there.
     *
     * @param mean over the seeds
     * @param standardDeviation of the seeds' values, with {@code seeds - 1} in the denominator; empty if there is one seed
     * @param minimum of the seeds' values
     * @param maximum of the seeds' values
     * @param interval the 95 % interval of the mean; empty if there is no way to tell, as of the training time of one seed
     */
    public MetricSummary {
        Bounds.requirePresent("standardDeviation", standardDeviation);
        Bounds.requirePresent("interval", interval);
    }

    static MetricSummary ofShares(CrossedScores scores) {
        return of(
                scores.seedMeans(),
                Optional.of(ConfidenceInterval.ofShare(
                        scores.mean(), scores.samplingError(), scores.seeds(), scores.images())));
    }

    static MetricSummary ofLosses(CrossedScores scores) {
        return of(scores.seedMeans(), Optional.of(ConfidenceInterval.ofLoss(scores.mean(), scores.samplingError())));
    }

    /** Of what does not depend on test images: Student's t interval. */
    static MetricSummary ofSeconds(double[] seconds) {
        return of(seconds, seconds.length == 1 ? Optional.empty() : Optional.of(studentInterval(seconds)));
    }

    private static ConfidenceInterval studentInterval(double[] values) {
        double deviation = StandardDeviation.of(values).getAsDouble();
        SamplingError error =
                new SamplingError(List.of(new SamplingError.Seeds(values.length, deviation * deviation)), 0);
        ConfidenceInterval interval = ConfidenceInterval.symmetric(
                        Mean.of(values).getAsDouble(), error)
                .atLeastZero();
        return new ConfidenceInterval(interval.lower(), interval.upper(), IntervalMethod.SEEDS_ONLY);
    }

    private static MetricSummary of(double[] values, Optional<ConfidenceInterval> interval) {
        return new MetricSummary(
                Mean.of(values).getAsDouble(),
                values.length == 1
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(StandardDeviation.of(values).getAsDouble()),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                interval);
    }

    /**
     * The summary as people read it.
     *
     * @return such as {@code 0.9944 (0.9938 to 0.9950), standard deviation 0.0004123, minimum 0.9939}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.4g", mean));
        interval.ifPresent(it -> text.append(" (").append(it).append(')'));
        standardDeviation.ifPresent(
                it -> text.append(String.format(Locale.ROOT, ", standard deviation %.4g, minimum %.4g", it, minimum)));
        return text.toString();
    }
}
