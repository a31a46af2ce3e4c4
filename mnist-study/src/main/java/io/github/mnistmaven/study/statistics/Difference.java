package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * A metric of one cell minus that of another, paired by image, and how sure that is.
 *
 * <p>Its probabilities are those of the confidence distribution, whose quantiles are the bounds of the confidence intervals of
 * all levels; a Bayesian gets about the same from a uniform prior. They are judgements about the difference on all images of
 * this kind and over all seeds.
 *
 * @param value in the unit of the metric; above 0 if the first cell's value is higher
 * @param error how far the value may be off
 */
public record Difference(double value, SamplingError error) {

    /**
     * Checks both.
     *
     * @param value in the unit of the metric; above 0 if the first cell's value is higher
     * @param error how far the value may be off
     */
    public Difference {
        Bounds.requireWithin("value", value, -Double.MAX_VALUE, Double.MAX_VALUE);
        Bounds.requirePresent("error", error);
    }

    static Difference between(CrossedScores first, CrossedScores second) {
        return new Difference(first.mean() - second.mean(), first.samplingErrorOfDifference(second));
    }

    /**
     * Of two shares. On few images there may be hardly any, by chance, that only one cell classifies correctly, so that they
     * seem to leave no doubt. So the variance is that with half an image more on either side (Agresti and Min, "Simple Improved
     * Confidence Intervals for Comparing Matched Proportions", Statistics in Medicine 24, 2005).
     */
    static Difference betweenShares(CrossedScores first, CrossedScores second) {
        Difference difference = between(first, second);
        double ofOneImage = 1 / ((double) first.images() * first.images());
        SamplingError error = difference.error();
        return new Difference(difference.value(), new SamplingError(error.seeds(), error.imageVariance() + ofOneImage));
    }

    /**
     * The 95 % interval of the difference.
     *
     * @return symmetric about the value
     */
    public ConfidenceInterval interval() {
        return ConfidenceInterval.symmetric(value, error);
    }

    /**
     * The probability that the difference is larger than a bound.
     *
     * @param bound in the unit of the metric, such as 0.003
     * @return 0 to 1; 0.5 if the bound is the value itself
     */
    public double probabilityAbove(double bound) {
        double standardError = error.standardError();
        double distance = value - bound;
        return distance == 0 ? 0.5 : error.probability(distance / standardError);
    }

    /**
     * The p-value of the hypothesis that there is no difference.
     *
     * @return two-sided, 0 to 1
     */
    public double pValue() {
        double above = probabilityAbove(0);
        return Math.min(1, 2 * Math.min(above, 1 - above));
    }
}
