package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether the models of a cell are right as often as they say: of the predictions made with a probability of 0.8, 80 % should
 * be correct. The predictions of all seeds are taken together, so this is about what the models have in common, such as what
 * label smoothing does to them.
 *
 * <pre>{@code
 * Calibration calibration = Calibration.of(model.evaluate(test), Calibration.DEFAULT_BINS);
 * calibration.correctedError(); // without what chance adds to it
 * }</pre>
 *
 * <p>The expected calibration error is the mean, over all predictions, of the distance between accuracy and mean confidence of
 * the prediction's bin (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI
 * 2015; the bins are those of Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017: equally
 * wide, each with its upper bound). It depends on the number of bins, and chance makes it too large, as distances are never
 * negative: even perfectly calibrated models have an error above 0 on any finite test set.
 *
 * <p>So the interval is not about that figure but about the same less the bias that is to be expected: for each bin, by how
 * much the mean of the absolute value of a normal deviate is larger than the absolute value of its mean. It counts seeds and
 * images as {@link SamplingError} does, on the scores whose mean the error is.
 *
 * @param bins from the lowest confidence to the highest, without gaps
 * @param expectedCalibrationError as usually reported, 0 to 1
 * @param bias by how much chance is expected to have enlarged it, at least 0
 * @param interval the 95 % interval of what the error would be with any number of images and seeds; its method says what it
 *     counts
 */
public record Calibration(
        List<ReliabilityBin> bins, double expectedCalibrationError, double bias, ConfidenceInterval interval) {

    /** How many bins there are unless something else is said. */
    public static final int DEFAULT_BINS = 15;

    private static final int MAX_BINS = 1000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Takes a copy; checks each value.
     *
     * @param bins from the lowest confidence to the highest, without gaps
     * @param expectedCalibrationError as usually reported, 0 to 1
     * @param bias by how much chance is expected to have enlarged it, at least 0
     * @param interval the 95 % interval of what the error would be with any number of images and seeds; its method says what it
     *     counts
     */
    public Calibration {
        bins = Bounds.copyOf("bins", bins);
        Bounds.requireShare("expectedCalibrationError", expectedCalibrationError);
        Bounds.requireWithin("bias", bias, 0, Double.MAX_VALUE);
        Bounds.requirePresent("interval", interval);
    }

    /**
     * Measures the calibration of a cell.
     *
     * @param cell with at least one run
     * @param binCount the number of bins, 1 to 1000; {@link #DEFAULT_BINS} is usual
     * @return the calibration
     */
    public static Calibration of(Cell cell, int binCount) {
        Bounds.requirePresent("cell", cell);
        Bounds.requireWithin("binCount", binCount, 1, MAX_BINS);
        int[][] binOf = cell.runs().stream().map(run -> bins(run, binCount)).toArray(int[][]::new);
        List<ReliabilityBin> bins = bins(cell, binOf, binCount);
        double[][] gaps = cell.runs().stream().map(Calibration::gaps).toArray(double[][]::new);
        double[] signs =
                bins.stream().mapToDouble(bin -> Math.signum(bin.gap())).toArray();
        CrossedScores distances = weighted(gaps, binOf, signs);
        double bias = bias(gaps, binOf, bins);
        ConfidenceInterval interval = ConfidenceInterval.symmetric(distances.mean() - bias, distances.samplingError())
                .atLeastZero();
        return new Calibration(bins, Math.min(1, Math.max(0, distances.mean())), bias, interval);
    }

    /**
     * The error without what chance is expected to have added to it: what {@link #interval} is about.
     *
     * @return {@link #expectedCalibrationError} less {@link #bias}, at least 0
     */
    public double correctedError() {
        return Math.max(0, expectedCalibrationError - bias);
    }

    /**
     * Measures the calibration of one model.
     *
     * @param evaluation of the model
     * @param binCount the number of bins, 1 to 1000; {@link #DEFAULT_BINS} is usual
     * @return the calibration; its interval counts images alone
     */
    public static Calibration of(Evaluation evaluation, int binCount) {
        Bounds.requirePresent("evaluation", evaluation);
        return of(new Cell(evaluation.modelName(), List.of(RunPredictions.of(evaluation))), binCount);
    }

    /** The bin of each image. */
    private static int[] bins(RunPredictions run, int binCount) {
        return IntStream.range(0, run.size())
                .map(image -> Math.max(0, (int) Math.ceil(run.confidence(image) * binCount) - 1))
                .toArray();
    }

    private static List<ReliabilityBin> bins(Cell cell, int[][] binOf, int binCount) {
        int[] counts = new int[binCount];
        int[] correct = new int[binCount];
        double[] confidences = new double[binCount];
        for (int seed = 0; seed < binOf.length; seed++) {
            RunPredictions run = cell.runs().get(seed);
            for (int image = 0; image < run.size(); image++) {
                int bin = binOf[seed][image];
                counts[bin]++;
                correct[bin] += run.isCorrect(image) ? 1 : 0;
                confidences[bin] += run.confidence(image);
            }
        }
        return IntStream.range(0, binCount)
                .mapToObj(bin -> new ReliabilityBin(
                        (double) bin / binCount,
                        (bin + 1.0) / binCount,
                        counts[bin],
                        counts[bin] == 0 ? 0 : Math.min(1, confidences[bin] / counts[bin]),
                        counts[bin] == 0 ? 0 : (double) correct[bin] / counts[bin]))
                .toList();
    }

    private static double bias(double[][] gaps, int[][] binOf, List<ReliabilityBin> bins) {
        double bias = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bins.get(bin).count() > 0) {
                double[] thisBin = new double[bins.size()];
                thisBin[bin] = 1;
                CrossedScores scores = weighted(gaps, binOf, thisBin);
                bias += biasOfAbsolute(scores.mean(), scores.samplingError().standardError());
            }
        }
        return bias;
    }

    /**
     * By how much the mean of the absolute value of a normal deviate is larger than the absolute value of its mean (the folded
     * normal distribution: Leone, Nelson and Nottingham, Technometrics 3, 1961), the mean being estimated such that its square
     * has no bias.
     */
    private static double biasOfAbsolute(double observed, double deviation) {
        if (deviation == 0) {
            return 0;
        }
        double mean = Math.sqrt(Math.max(0, observed * observed - deviation * deviation));
        double standardized = mean / deviation;
        return 2 * deviation * (NORMAL.density(standardized) - standardized * NORMAL.survivalProbability(standardized));
    }

    /** Of each image, 1 or 0 for correct or wrong, minus the confidence. */
    private static double[] gaps(RunPredictions run) {
        return IntStream.range(0, run.size())
                .mapToDouble(image -> (run.isCorrect(image) ? 1 : 0) - run.confidence(image))
                .toArray();
    }

    /** The gaps times a weight for each bin. */
    private static CrossedScores weighted(double[][] gaps, int[][] binOf, double[] weights) {
        double[][] weighted = new double[gaps.length][gaps[0].length];
        for (int seed = 0; seed < gaps.length; seed++) {
            for (int image = 0; image < gaps[seed].length; image++) {
                weighted[seed][image] = weights[binOf[seed][image]] * gaps[seed][image];
            }
        }
        return CrossedScores.of(weighted);
    }
}
