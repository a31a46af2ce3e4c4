package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.ArrayList;
import java.util.List;

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
        return new Difference(difference.value(), withHalfAnImage(difference.error(), first.images()));
    }

    private static SamplingError withHalfAnImage(SamplingError error, int images) {
        double ofOneImage = 1 / ((double) images * images);
        return new SamplingError(error.seeds(), error.imageVariance() + ofOneImage);
    }

    /**
     * The difference in accuracy of two cells, paired by image; their seeds are taken to be independent.
     *
     * @param first a cell
     * @param second another, of the same test images
     * @return the accuracy of the first minus that of the second
     * @throws IllegalArgumentException if the test images differ
     */
    public static Difference inAccuracy(Cell first, Cell second) {
        requireSameImages(first, second);
        return betweenShares(first.scores(Metric.ACCURACY), second.scores(Metric.ACCURACY));
    }

    /**
     * The difference in accuracy of two cells that were trained from the same seeds, paired by image and by seed: a cell before and after a change, say. What a seed does to both of
     * a pair alike then does not count. Seeds that only one of them has are left out.
     *
     * @param first a cell
     * @param second another, of the same test images, with at least one seed of the first
     * @return the accuracy of the first minus that of the second, over the seeds that both have; its error has the seeds' differences as those of one cell
     * @throws IllegalArgumentException if the test images differ, or the cells have no seed in common
     */
    public static Difference inAccuracyBySeed(Cell first, Cell second) {
        requireSameImages(first, second);
        List<double[]> differences = new ArrayList<>();
        for (RunPredictions run : first.runs()) {
            second.runs().stream()
                    .filter(other -> other.seed() == run.seed())
                    .forEach(other -> differences.add(differences(run, other)));
        }
        if (differences.isEmpty()) {
            throw new IllegalArgumentException(
                    "the cells '%s' and '%s' have no seed in common".formatted(first.name(), second.name()));
        }
        CrossedScores scores = CrossedScores.of(differences.toArray(double[][]::new));
        return new Difference(scores.mean(), withHalfAnImage(scores.samplingError(), first.images()));
    }

    private static double[] differences(RunPredictions run, RunPredictions other) {
        double[] differences = run.scores(Metric.ACCURACY);
        for (int image = 0; image < differences.length; image++) {
            differences[image] -= other.score(Metric.ACCURACY, image);
        }
        return differences;
    }

    private static void requireSameImages(Cell first, Cell second) {
        Bounds.requirePresent("first", first);
        Bounds.requirePresent("second", second);
        RunPredictions run = first.runs().get(0);
        RunPredictions other = second.runs().get(0);
        if (!run.hasSameImagesAs(other)) {
            throw new IllegalArgumentException(
                    "'%s' was evaluated on %s, but '%s' on %s; compare cells that were evaluated on the same test images"
                            .formatted(first.name(), Cell.images(run), second.name(), Cell.images(other)));
        }
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
