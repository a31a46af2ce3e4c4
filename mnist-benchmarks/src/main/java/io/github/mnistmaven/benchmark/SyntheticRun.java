package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.study.statistics.RunPredictions;
import java.time.Duration;
import java.util.Arrays;

/** What was drawn for one run: of each image, whether it is classified correctly, and with which probability. */
final class SyntheticRun {

    private static final int CLASSES = 10;

    private final byte[] labels;
    private final byte[] predictions;
    private final float[] confidences;
    private final float[] logLosses;
    private final float[] brierScores;
    private final double seconds;

    SyntheticRun(int images, double seconds) {
        this.labels = new byte[images];
        this.predictions = new byte[images];
        this.confidences = new float[images];
        this.logLosses = new float[images];
        this.brierScores = new float[images];
        this.seconds = seconds;
    }

    void set(int image, boolean isCorrect, double confidence, double logLoss, double brierScore) {
        labels[image] = (byte) (image % CLASSES);
        predictions[image] = (byte) ((image + (isCorrect ? 0 : 1)) % CLASSES);
        confidences[image] = (float) confidence;
        logLosses[image] = (float) logLoss;
        brierScores[image] = (float) brierScore;
    }

    /** The run as it would be with the first images alone. */
    RunPredictions predictions(long seed, int images) {
        return RunPredictions.of(
                seed,
                Duration.ofNanos((long) (seconds * 1e9)),
                "synthetic",
                Arrays.copyOf(labels, images),
                Arrays.copyOf(predictions, images),
                Arrays.copyOf(confidences, images),
                Arrays.copyOf(logLosses, images),
                Arrays.copyOf(brierScores, images));
    }
}
