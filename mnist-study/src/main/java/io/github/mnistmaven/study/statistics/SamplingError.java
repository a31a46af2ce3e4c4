package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far an estimate may be off because other seeds and other test images would have given another one. Its variance is
 * estimated by the method of moments from the two-way crossed model: a score is the sum of a mean, an effect of the seed, an
 * effect of the image and an interaction of both, all of them random (Searle, Casella and McCulloch, "Variance Components",
 * 1992, chapter 4). It has two parts:
 *
 * <ul>
 *   <li>that of the seeds, {@code A}: the sum of {@code s^2 / S} over the cells that are compared, where s is the standard
 *       deviation of a cell's S values, one for each seed. It contains R, which is what the interaction adds to it.
 *   <li>that of the images, {@code B = v / N - R}, where v is the variance over the N images of their means over seeds, or of
 *       the differences between the means of two cells. Where A + B would be less than R, B is as much larger.
 * </ul>
 *
 * <p>Few seeds show A badly, while many images show B and R well. So quantiles of the error lie between those of the normal
 * distribution and of Student's t with the degrees of freedom of A; the weight of t is {@code A / (A + B)} (Cochran,
 * "Approximate Significance Levels of the Behrens-Fisher Test", Biometrics 20, 1964). Where two cells are compared, A has
 * Welch's degrees of freedom ("The Generalization of 'Student's' Problem when Several Different Population Variances are
 * Involved", Biometrika 34, 1947). Satterthwaite's degrees of freedom for A + B would give shorter intervals, but these contain
 * the truth too rarely where seeds are few.
 *
 * @param seeds one element for each cell that the estimate was made from: one, or two for a difference
 * @param imageVariance B, at least 0
 */
public record SamplingError(List<Seeds> seeds, double imageVariance) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Relative and absolute accuracy of what is solved for. */
    private static final BrentSolver SOLVER = new BrentSolver(1e-10, 1e-10, 1e-14);

    /**
     * What the seeds of one cell contribute.
     *
     * @param count S, at least 1
     * @param variance the sample variance of the S values, one for each seed; 0 if there is one seed, of which nothing is known
     */
    public record Seeds(int count, double variance) {

        /**
         * Checks both.
         *
         * @param count S, at least 1
         * @param variance the sample variance of the S values, one for each seed; 0 if there is one seed, of which nothing is
         *     known
         */
        public Seeds {
            Bounds.requireWithin("count", count, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("variance", variance, 0, Double.MAX_VALUE);
        }

        private double varianceOfMean() {
            return variance / count;
        }
    }

    /**
     * Takes a copy; checks each value.
     *
     * @param seeds one element for each cell that the estimate was made from: one, or two for a difference
     * @param imageVariance B, at least 0
     */
    public SamplingError {
        seeds = Bounds.copyOf("seeds", seeds);
        Bounds.requireWithin("the number of cells", seeds.size(), 1, 2);
        Bounds.requireWithin("imageVariance", imageVariance, 0, Double.MAX_VALUE);
    }

    /**
     * Of an estimate that is the mean of one score for each image.
     *
     * @param seeds of each cell
     * @param imageScores N scores
     * @param interactionVariance R
     */
    static SamplingError of(List<Seeds> seeds, double[] imageScores, double interactionVariance) {
        double variance = imageScores.length == 1 ? 0 : Variance.of(imageScores).getAsDouble();
        double ofImages = Math.max(0, variance / imageScores.length - interactionVariance);
        return new SamplingError(seeds, Math.max(ofImages, interactionVariance - seedVariance(seeds)));
    }

    private static double seedVariance(List<Seeds> seeds) {
        return seeds.stream().mapToDouble(Seeds::varianceOfMean).sum();
    }

    /**
     * The variance of the estimate that is due to the choice of seeds.
     *
     * @return A, at least 0
     */
    public double seedVariance() {
        return seedVariance(seeds);
    }

    /**
     * The standard error of the estimate.
     *
     * @return in the unit of the estimate, at least 0
     */
    public double standardError() {
        return Math.sqrt(seedVariance() + imageVariance);
    }

    /**
     * Which sources of chance were measured.
     *
     * @return seeds and images, or images alone if there is a cell with one seed
     */
    public IntervalMethod method() {
        return seeds.stream().allMatch(cell -> cell.count() > 1)
                ? IntervalMethod.SEEDS_AND_IMAGES
                : IntervalMethod.IMAGES_ONLY;
    }

    /**
     * The degrees of freedom of the seeds' variance.
     *
     * @return at least 1 and in general not a whole number; infinite if all seeds have the same value
     */
    public double degreesOfFreedom() {
        double sum = 0;
        for (Seeds cell : seeds) {
            double share = cell.varianceOfMean();
            sum += share == 0 ? 0 : share * share / (cell.count() - 1);
        }
        return sum == 0 ? Double.POSITIVE_INFINITY : seedVariance() * seedVariance() / sum;
    }

    /**
     * A quantile of the estimate's error, in standard errors.
     *
     * @param probability above 0 and below 1
     * @return such as 1.96 for 0.975 where the images decide, and 12.7 where two seeds do
     */
    public double criticalValue(double probability) {
        double normal = NORMAL.inverseCumulativeProbability(probability);
        double weight = studentWeight();
        return weight == 0
                ? normal
                : weight * student().inverseCumulativeProbability(probability) + (1 - weight) * normal;
    }

    /**
     * The probability that the error is at most so large: the inverse of {@link #criticalValue}.
     *
     * @param standardErrors the error divided by its standard error
     * @return 0 to 1
     */
    double probability(double standardErrors) {
        double upper = standardErrors == 0 ? 0.5 : tail(Math.abs(standardErrors));
        return standardErrors < 0 ? upper : 1 - upper;
    }

    private double tail(double standardErrors) {
        double weight = studentWeight();
        if (weight == 0 || Double.isInfinite(standardErrors)) {
            return NORMAL.survivalProbability(standardErrors);
        }
        TDistribution student = student();
        double quantile = weight == 1
                ? standardErrors
                : SOLVER.findRoot(
                        t -> weight * t + (1 - weight) * normalAsFarOut(student, t) - standardErrors,
                        0,
                        standardErrors / weight);
        return student.survivalProbability(quantile);
    }

    /** The normal deviate that is exceeded as often as t by Student's; a probability too small for a double counts as the smallest one. */
    private static double normalAsFarOut(TDistribution student, double t) {
        return NORMAL.inverseSurvivalProbability(Math.max(Double.MIN_NORMAL, student.survivalProbability(t)));
    }

    private double studentWeight() {
        double ofSeeds = seedVariance();
        return ofSeeds == 0 ? 0 : ofSeeds / (ofSeeds + imageVariance);
    }

    private TDistribution student() {
        return TDistribution.of(degreesOfFreedom());
    }

    /** The same with an upper confidence limit in place of the seeds' variance. */
    SamplingError withCautiousSeedVariance(double confidence) {
        double freedom = degreesOfFreedom();
        if (Double.isInfinite(freedom)) {
            return this;
        }
        double factor = freedom / ChiSquaredDistribution.of(freedom).inverseSurvivalProbability(confidence);
        return new SamplingError(
                seeds.stream()
                        .map(cell -> new Seeds(cell.count(), cell.variance() * factor))
                        .toList(),
                imageVariance);
    }

    /**
     * The error that is to be expected if further seeds vary as these do.
     *
     * @param more seeds of each cell
     * @return the error with these and the further seeds
     */
    SamplingError withMoreSeeds(int more) {
        return new SamplingError(
                seeds.stream()
                        .map(cell -> new Seeds(cell.count() + more, cell.variance()))
                        .toList(),
                imageVariance);
    }
}
