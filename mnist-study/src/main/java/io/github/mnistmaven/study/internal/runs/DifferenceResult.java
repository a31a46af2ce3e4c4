package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.SamplingError;
import java.util.List;

/**
 * A metric of one cell minus that of another, as a file has it: the difference, how sure it is, and what both follow from.
 *
 * @param value in the unit of the metric; above 0 if the value of the first cell is higher
 * @param lower the lower bound of the 95 % interval of the difference
 * @param upper its upper bound
 * @param pValue that of no difference, 0 to 1; not adjusted for the number of pairs
 * @param seeds what the seeds of each of the two cells contribute to the error
 * @param imageVariance what the choice of images contributes, see {@link SamplingError}
 */
public record DifferenceResult(
        double value,
        double lower,
        double upper,
        double pValue,
        List<SamplingError.Seeds> seeds,
        double imageVariance) {

    private static final double MAX = Double.MAX_VALUE;

    /**
     * Takes a copy; checks each value.
     *
     * @param value in the unit of the metric; above 0 if the value of the first cell is higher
     * @param lower the lower bound of the 95 % interval of the difference
     * @param upper its upper bound
     * @param pValue that of no difference, 0 to 1; not adjusted for the number of pairs
     * @param seeds what the seeds of each of the two cells contribute to the error
     * @param imageVariance what the choice of images contributes, see {@link SamplingError}
     */
    public DifferenceResult {
        Bounds.requireWithin("value", value, -MAX, MAX);
        Bounds.requireWithin("lower", lower, -MAX, MAX);
        Bounds.requireWithin("upper", upper, lower, MAX);
        Bounds.requireShare("pValue", pValue);
        seeds = Bounds.copyOf("seeds", seeds);
        new SamplingError(seeds, imageVariance);
    }

    static DifferenceResult of(Difference difference) {
        ConfidenceInterval interval = difference.interval();
        return new DifferenceResult(
                difference.value(),
                interval.lower(),
                interval.upper(),
                difference.pValue(),
                difference.error().seeds(),
                difference.error().imageVariance());
    }

    /** The inverse of {@link #of}. */
    Difference difference() {
        return new Difference(value, new SamplingError(seeds, imageVariance));
    }
}
