package io.github.mnistmaven.study.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Scores of S seeds on N images, taken apart: {@code x(s, i) = mean + seed(s) + image(i) + interaction(s, i)}, all effects
 * random. That is the two-way crossed model without replication (Searle, Casella and McCulloch, "Variance Components", 1992,
 * chapter 4), where
 *
 * <ul>
 *   <li>the variance of the S means over images is expected to be {@code var(seed) + var(interaction) / N},
 *   <li>the variance of the N means over seeds is expected to be {@code var(image) + var(interaction) / S},
 *   <li>the mean square of what is left over is expected to be {@code var(interaction)}.
 * </ul>
 */
final class CrossedScores {

    private final double mean;
    private final double[] seedMeans;
    private final double[] imageMeans;
    private final double interaction;

    private CrossedScores(double mean, double[] seedMeans, double[] imageMeans, double interaction) {
        this.mean = mean;
        this.seedMeans = seedMeans;
        this.imageMeans = imageMeans;
        this.interaction = interaction;
    }

    /** Takes apart one row of scores for each seed, with one score for each image. */
    static CrossedScores of(double[][] scores) {
        int images = scores[0].length;
        double[] seedMeans = new double[scores.length];
        double[] imageMeans = new double[images];
        for (int seed = 0; seed < scores.length; seed++) {
            double sum = 0;
            for (int image = 0; image < images; image++) {
                double score = scores[seed][image];
                sum += score;
                imageMeans[image] += score;
            }
            seedMeans[seed] = sum / images;
        }
        for (int image = 0; image < images; image++) {
            imageMeans[image] /= scores.length;
        }
        double mean = Mean.of(seedMeans).getAsDouble();
        return new CrossedScores(mean, seedMeans, imageMeans, interaction(scores, mean, seedMeans, imageMeans));
    }

    /** The mean square of the interaction; 0 for a single seed, which does not show it. */
    private static double interaction(double[][] scores, double mean, double[] seedMeans, double[] imageMeans) {
        long freedom = (seedMeans.length - 1L) * (imageMeans.length - 1L);
        if (freedom == 0) {
            return 0;
        }
        double sum = 0;
        for (int seed = 0; seed < seedMeans.length; seed++) {
            double seedEffect = seedMeans[seed] - mean;
            for (int image = 0; image < imageMeans.length; image++) {
                double rest = scores[seed][image] - imageMeans[image] - seedEffect;
                sum += rest * rest;
            }
        }
        return sum / freedom;
    }

    double mean() {
        return mean;
    }

    /** One for each seed. */
    double[] seedMeans() {
        return seedMeans.clone();
    }

    int seeds() {
        return seedMeans.length;
    }

    int images() {
        return imageMeans.length;
    }

    /** How far the mean may be off. */
    SamplingError samplingError() {
        return SamplingError.of(List.of(ofSeeds()), imageMeans, interactionVariance());
    }

    /** How far the difference of two means may be off, if the images are the same and the seeds are not. */
    SamplingError samplingErrorOfDifference(CrossedScores other) {
        double[] differences = new double[images()];
        for (int image = 0; image < differences.length; image++) {
            differences[image] = imageMeans[image] - other.imageMeans[image];
        }
        return SamplingError.of(
                List.of(ofSeeds(), other.ofSeeds()), differences, interactionVariance() + other.interactionVariance());
    }

    private SamplingError.Seeds ofSeeds() {
        return new SamplingError.Seeds(
                seeds(), seeds() == 1 ? 0 : Variance.of(seedMeans).getAsDouble());
    }

    /** What the interaction adds to the variance of the mean. */
    private double interactionVariance() {
        return interaction / ((double) seeds() * images());
    }
}
