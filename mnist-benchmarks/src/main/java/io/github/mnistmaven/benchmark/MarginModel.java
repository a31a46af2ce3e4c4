package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.random.SplitMix64;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A network of which the truth is known. An image is classified correctly if its margin is above 0; the margin is normal with
 * variance 1, the sum of how good the network is on the whole, the seed's part, the image's part (in part that of other
 * networks too) and a part of both. The probability given to the right class is a logistic function of the margin.
 *
 * @param accuracy over all seeds and images
 * @param seedDeviation the standard deviation of the seed's part
 * @param imageShare how much of the rest of the variance is the image's part, 0 to 1
 * @param commonShare how much of the image's part is the same for all networks, 0 to 1
 * @param sharpness the factor of the margin in the logistic function, relative to that of a calibrated network: 1 is
 *     calibrated, less is underconfident
 */
record MarginModel(double accuracy, double seedDeviation, double imageShare, double commonShare, double sharpness) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** In seconds. */
    static final double TIME_MEAN = 10;

    private static final double TIME_DEVIATION = 1;

    private double meanMargin() {
        return NORMAL.inverseCumulativeProbability(accuracy);
    }

    /** Twice the mean margin is the slope of the log odds of being right, as the margin is normal with variance 1. */
    private double slope() {
        return 2 * meanMargin() * sharpness;
    }

    double probabilityOfTruth(double margin) {
        return 1 / (1 + Math.exp(-slope() * margin));
    }

    double logLoss(double margin) {
        return Math.log1p(Math.exp(-slope() * margin));
    }

    static double brierScore(double probabilityOfTruth) {
        double error = 1 - probabilityOfTruth;
        return 2 * error * error;
    }

    /** The mean of a function of the margin over all seeds and images, by the trapezoidal rule. */
    double mean(DoubleUnaryOperator ofMargin) {
        int steps = 400_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double deviate = -10 + 20.0 * i / steps;
            sum += NORMAL.density(deviate) * ofMargin.applyAsDouble(meanMargin() + deviate);
        }
        return sum * 20 / steps;
    }

    /** The expected calibration error with any number of images. */
    double calibrationError(int bins) {
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            int bin = i;
            sum += Math.abs(mean(margin -> {
                double right = probabilityOfTruth(margin);
                double confidence = Math.max(right, 1 - right);
                boolean isIn = (int) Math.ceil(confidence * bins) - 1 == bin;
                return isIn ? (margin > 0 ? 1 : 0) - confidence : 0;
            }));
        }
        return sum;
    }

    /** What networks see in images: one deviate an image. */
    static double[] images(int count, SplitMix64 random) {
        var normal = normal(random);
        double[] images = new double[count];
        for (int i = 0; i < count; i++) {
            images[i] = normal.sample();
        }
        return images;
    }

    /** Runs of this network, each of another seed, all with the same images. */
    List<SyntheticRun> runs(int seeds, double[] commonImages, SplitMix64 random) {
        double[] ownImages = images(commonImages.length, random);
        return IntStream.range(0, seeds)
                .mapToObj(seed -> run(commonImages, ownImages, normal(random)::sample))
                .toList();
    }

    /**
     * Runs of this network, each from a seed of its own; runs of another network from the same seeds are like them in all but a part.
     *
     * @param commonImages what networks see in images
     * @param ownImages what this one sees in them, and networks that are to be like it
     * @param seeds one for each run
     * @param change the share of the variance that is not that of the seeds, 0 to 1
     * @param random for that share
     */
    List<SyntheticRun> runs(
            double[] commonImages, double[] ownImages, List<Long> seeds, double change, SplitMix64 random) {
        var changed = normal(random);
        double kept = Math.sqrt(1 - change);
        double replaced = Math.sqrt(change);
        return seeds.stream()
                .map(seed -> {
                    var ofSeed = normal(SplitMix64.of(seed));
                    return run(commonImages, ownImages, () -> kept * ofSeed.sample() + replaced * changed.sample());
                })
                .toList();
    }

    private SyntheticRun run(double[] commonImages, double[] ownImages, DoubleSupplier normal) {
        double rest = 1 - seedDeviation * seedDeviation;
        double common = Math.sqrt(rest * imageShare * commonShare);
        double own = Math.sqrt(rest * imageShare * (1 - commonShare));
        double ofBoth = Math.sqrt(rest * (1 - imageShare));
        double ofSeed = meanMargin() + seedDeviation * normal.getAsDouble();
        double slope = slope();
        SyntheticRun run = new SyntheticRun(commonImages.length, TIME_MEAN + TIME_DEVIATION * normal.getAsDouble());
        for (int i = 0; i < commonImages.length; i++) {
            double margin = ofSeed + common * commonImages[i] + own * ownImages[i] + ofBoth * normal.getAsDouble();
            double odds = Math.exp(-slope * margin);
            double ofTruth = 1 / (1 + odds);
            run.set(i, margin > 0, Math.max(ofTruth, 1 - ofTruth), Math.log1p(odds), brierScore(ofTruth));
        }
        return run;
    }

    private static SharedStateContinuousSampler normal(SplitMix64 random) {
        UniformRandomProvider uniform = random::nextLong;
        return ZigguratSampler.NormalizedGaussian.of(uniform);
    }
}
