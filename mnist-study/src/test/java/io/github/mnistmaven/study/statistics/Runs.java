package io.github.mnistmaven.study.statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Made-up runs on images that show 0, 1, ..., 9, 0, 1, ...; wrong predictions are one too high. */
final class Runs {

    private static final float CONFIDENCE = 0.9f;

    private Runs() {}

    /** A run that is right where there is a 1. */
    static RunPredictions of(long seed, String marks) {
        return of(seed, marks.length(), image -> marks.charAt(image) == '1');
    }

    static RunPredictions of(long seed, int images, IntPredicate isCorrect) {
        float[] confidences = new float[images];
        Arrays.fill(confidences, CONFIDENCE);
        return of(seed, images, isCorrect, confidences);
    }

    static RunPredictions of(long seed, int images, IntPredicate isCorrect, float[] confidences) {
        byte[] labels = new byte[images];
        byte[] predictions = new byte[images];
        float[] logLosses = new float[images];
        float[] brierScores = new float[images];
        for (int i = 0; i < images; i++) {
            boolean correct = isCorrect.test(i);
            double ofLabel = Math.max(1e-6, correct ? confidences[i] : 1 - confidences[i]);
            labels[i] = (byte) (i % 10);
            predictions[i] = (byte) ((i + (correct ? 0 : 1)) % 10);
            logLosses[i] = (float) -Math.log(ofLabel);
            brierScores[i] = (float) (2 * (1 - ofLabel) * (1 - ofLabel));
        }
        return RunPredictions.of(
                seed,
                Duration.ofMillis(10_000 + 100 * seed),
                "fingerprint-" + images,
                labels,
                predictions,
                confidences,
                logLosses,
                brierScores);
    }

    /** A cell with a run for each text. */
    static Cell cell(String name, String... marks) {
        return new Cell(
                name,
                IntStream.range(0, marks.length)
                        .mapToObj(i -> of(i + 1L, marks[i]))
                        .toList());
    }

    /**
     * A cell of networks that get an image wrong if the sum of three deviates is too low: the seed's, the image's and one of
     * both.
     *
     * @param hardness of each image, a deviate each
     */
    static Cell drawn(
            String name,
            int seeds,
            double[] hardness,
            double meanMargin,
            double seedDeviation,
            SplittableRandom random) {
        return new Cell(
                name,
                IntStream.range(0, seeds)
                        .mapToObj(seed -> {
                            double ofSeed = meanMargin + seedDeviation * random.nextGaussian();
                            return of(
                                    seed + 1L,
                                    hardness.length,
                                    i -> ofSeed + 0.8 * hardness[i] + 0.6 * random.nextGaussian() > 0);
                        })
                        .toList());
    }

    static double[] deviates(int count, SplittableRandom random) {
        return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
    }
}
