package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/**
 * A 95 % confidence interval of any quantity, in its unit.
 *
 * @param lower the smallest plausible value
 * @param upper the largest plausible value, at least {@code lower}
 * @param method which sources of chance it counts
 */
public record ConfidenceInterval(double lower, double upper, IntervalMethod method) {

    private static final double UPPER_PROBABILITY = 0.975;

    /**
     * Checks the order of the bounds.
     *
     * @param lower the smallest plausible value
     * @param upper the largest plausible value, at least {@code lower}
     * @param method which sources of chance it counts
     */
    public ConfidenceInterval {
        Bounds.requirePresent("method", method);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "an interval from %s to %s; the lower bound must come first".formatted(lower, upper));
        }
    }

    /** About an estimate whose error may go in either direction. */
    static ConfidenceInterval symmetric(double estimate, SamplingError error) {
        double halfWidth = error.criticalValue(UPPER_PROBABILITY) * error.standardError();
        return new ConfidenceInterval(estimate - halfWidth, estimate + halfWidth, error.method());
    }

    /**
     * Of a share that was estimated from S seeds and N images: Wilson's score interval (1927) for the number of independent
     * images that would have given the same standard error, as is usual for samples in clusters (Korn and Graubard, "Confidence
     * Intervals for Proportions with Small Expected Number of Positive Counts Estimated from Survey Data", Survey Methodology
     * 24, 1998, with Clopper and Pearson's interval; Dean and Pagano, "Evaluating Confidence Interval Methods for Binomial
     * Proportions in Clustered Surveys", Journal of Survey Statistics and Methodology 3, 2015, with Wilson's). Near 0 and 1, an
     * interval symmetric about the estimate covers too rarely.
     */
    static ConfidenceInterval ofShare(double share, SamplingError error, int seeds, int images) {
        double variance = share * (1 - share);
        double standardError = error.standardError();
        // No more than as many as there are, which is also what no mistake at all is taken for, counting each image
        // once.
        double size = variance == 0
                ? images
                : Math.max(1, Math.min((double) seeds * images, variance / (standardError * standardError)));
        double critical = error.criticalValue(UPPER_PROBABILITY);
        double square = critical * critical / size;
        double centre = (share + square / 2) / (1 + square);
        double halfWidth = Math.sqrt(square * (variance + square / 4)) / (1 + square);
        return new ConfidenceInterval(
                Math.max(0, Math.min(share, centre - halfWidth)),
                Math.min(1, Math.max(share, centre + halfWidth)),
                error.method());
    }

    /**
     * Of a mean that is above 0 and to which few images contribute most: symmetric about its logarithm, whose standard error
     * is, by the delta method, that of the mean divided by the mean. An interval symmetric about the mean would be too low too
     * often.
     */
    static ConfidenceInterval ofLoss(double mean, SamplingError error) {
        if (mean <= 0) {
            return symmetric(mean, error);
        }
        double factor = Math.exp(error.criticalValue(UPPER_PROBABILITY) * error.standardError() / mean);
        return new ConfidenceInterval(mean / factor, mean * factor, error.method());
    }

    /** Where the quantity cannot be below 0. */
    ConfidenceInterval atLeastZero() {
        return new ConfidenceInterval(Math.max(0, lower), Math.max(0, upper), method);
    }

    /**
     * The interval as people read it.
     *
     * @return with four significant digits, such as {@code 0.9938 to 0.9950}
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4g to %.4g", lower, upper);
    }

    /**
     * Half the width of the interval, which is the precision of the estimate.
     *
     * @return at least 0
     */
    public double halfWidth() {
        return (upper - lower) / 2;
    }

    /**
     * Whether a value is plausible.
     *
     * @param value any
     * @return true if the interval has it
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
