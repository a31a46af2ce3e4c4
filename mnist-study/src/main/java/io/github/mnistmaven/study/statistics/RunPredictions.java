package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import java.time.Duration;
import java.util.Arrays;

/**
 * What the statistics of a study need of one run: for each of N test images the prediction, the probability that the model gave
 * it, the log loss and the Brier score. Immutable; 14 bytes an image.
 */
public final class RunPredictions {

    private static final int CLASSES = DigitSet.CLASSES;

    /** Those of float32 logarithms of probabilities may be a little below 0. */
    private static final double MIN_LOSS = -1e-3;

    private static final double MAX_BRIER_SCORE = 2.01;

    private final long seed;
    private final Duration trainingTime;
    private final String testFingerprint;
    private final byte[] labels;
    private final byte[] predictions;
    private final float[] confidences;
    private final float[] logLosses;
    private final float[] brierScores;

    private RunPredictions(
            long seed,
            Duration trainingTime,
            String testFingerprint,
            byte[] labels,
            byte[] predictions,
            float[] confidences,
            float[] logLosses,
            float[] brierScores) {
        this.seed = seed;
        this.trainingTime = trainingTime;
        this.testFingerprint = testFingerprint;
        this.labels = labels;
        this.predictions = predictions;
        this.confidences = confidences;
        this.logLosses = logLosses;
        this.brierScores = brierScores;
    }

    /**
     * The predictions of a run, from what its model gave for the test images.
     *
     * @param seed of the run
     * @param trainingTime how long it trained, at least 0
     * @param test the N images that were classified
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, image by image
     * @return the predictions
     * @throws IllegalArgumentException if these are not N x 10 finite logarithms of probabilities that add up to 1; the message
     *     names the seed and the image
     */
    public static RunPredictions of(long seed, Duration trainingTime, DigitSet test, float[] logProbabilities) {
        requireTime(seed, trainingTime);
        Bounds.requirePresent("test", test);
        Bounds.requirePresent("logProbabilities", logProbabilities);
        Evaluation evaluation = Evaluation.of("the model of seed " + seed, test, logProbabilities);
        int size = evaluation.size();
        byte[] labels = new byte[size];
        byte[] predictions = new byte[size];
        float[] confidences = new float[size];
        float[] logLosses = new float[size];
        float[] brierScores = new float[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) evaluation.truth(i);
            predictions[i] = (byte) evaluation.prediction(i);
            confidences[i] = (float) Math.min(1, evaluation.confidence(i));
            logLosses[i] = -logProbabilities[i * CLASSES + labels[i]];
            brierScores[i] = brierScore(logProbabilities, i, labels[i]);
        }
        return new RunPredictions(
                seed,
                trainingTime,
                evaluation.testFingerprint(),
                labels,
                predictions,
                confidences,
                logLosses,
                brierScores);
    }

    private static float brierScore(float[] logProbabilities, int image, int label) {
        double sum = 0;
        for (int digit = 0; digit < CLASSES; digit++) {
            double error = StrictMath.exp(logProbabilities[image * CLASSES + digit]) - (digit == label ? 1 : 0);
            sum += error * error;
        }
        return (float) sum;
    }

    /**
     * The predictions of a run, where the images are not at hand.
     *
     * @param seed of the run
     * @param trainingTime how long it trained, at least 0
     * @param testFingerprint see {@link DigitSet#fingerprint()}
     * @param labels the N digits shown, each 0 to 9, N at least 1
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, image by image
     * @return the predictions
     * @throws IllegalArgumentException if one of these is not what it should be; the message names the seed and the image
     */
    public static RunPredictions of(
            long seed, Duration trainingTime, String testFingerprint, byte[] labels, float[] logProbabilities) {
        requireTime(seed, trainingTime);
        Bounds.requirePresent("testFingerprint", testFingerprint);
        Bounds.requirePresent("labels", labels);
        Bounds.requirePresent("logProbabilities", logProbabilities);
        requireCount(seed, "logarithms of probabilities", logProbabilities.length, CLASSES * labels.length);
        byte[] predictions = new byte[labels.length];
        float[] confidences = new float[labels.length];
        float[] logLosses = new float[labels.length];
        float[] brierScores = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            requireClass(seed, i, "label", labels[i]);
            predictions[i] = (byte) mostProbable(logProbabilities, i * CLASSES);
            confidences[i] = (float) Math.min(1, StrictMath.exp(logProbabilities[i * CLASSES + predictions[i]]));
            logLosses[i] = -logProbabilities[i * CLASSES + labels[i]];
            brierScores[i] = brierScore(logProbabilities, i, labels[i]);
        }
        return of(seed, trainingTime, testFingerprint, labels, predictions, confidences, logLosses, brierScores);
    }

    private static int mostProbable(float[] logProbabilities, int from) {
        int best = 0;
        for (int digit = 1; digit < CLASSES; digit++) {
            best = logProbabilities[from + digit] > logProbabilities[from + best] ? digit : best;
        }
        return best;
    }

    /**
     * The predictions of a run that were made before, as a file has them.
     *
     * @param seed of the run
     * @param trainingTime how long it trained, at least 0
     * @param testFingerprint see {@link DigitSet#fingerprint()}
     * @param labels the N digits shown, each 0 to 9, N at least 1
     * @param predictions the N digits predicted, each 0 to 9
     * @param confidences the N probabilities that the model gave its predictions, each 0 to 1
     * @param logLosses the N log losses in nats, at least 0
     * @param brierScores the N Brier scores, each 0 to 2
     * @return the predictions
     * @throws IllegalArgumentException if one of these is not what it should be; the message names the seed and the image
     */
    public static RunPredictions of(
            long seed,
            Duration trainingTime,
            String testFingerprint,
            byte[] labels,
            byte[] predictions,
            float[] confidences,
            float[] logLosses,
            float[] brierScores) {
        requireTime(seed, trainingTime);
        Bounds.requirePresent("testFingerprint", testFingerprint);
        Bounds.requirePresent("labels", labels);
        Bounds.requirePresent("predictions", predictions);
        Bounds.requirePresent("confidences", confidences);
        Bounds.requirePresent("logLosses", logLosses);
        Bounds.requirePresent("brierScores", brierScores);
        if (labels.length == 0) {
            throw new IllegalArgumentException("the run of seed %d has no test images".formatted(seed));
        }
        requireCount(seed, "predictions", predictions.length, labels.length);
        requireCount(seed, "confidences", confidences.length, labels.length);
        requireCount(seed, "log losses", logLosses.length, labels.length);
        requireCount(seed, "Brier scores", brierScores.length, labels.length);
        for (int i = 0; i < labels.length; i++) {
            requireClass(seed, i, "label", labels[i]);
            requireClass(seed, i, "prediction", predictions[i]);
            requireWithin(seed, i, "confidence", confidences[i], 0, 1);
            requireWithin(seed, i, "log loss", logLosses[i], MIN_LOSS, Float.MAX_VALUE);
            requireWithin(seed, i, "Brier score", brierScores[i], 0, MAX_BRIER_SCORE);
        }
        return new RunPredictions(
                seed,
                trainingTime,
                testFingerprint,
                labels.clone(),
                predictions.clone(),
                confidences.clone(),
                logLosses.clone(),
                brierScores.clone());
    }

    /** Of a single model, what is known without the probabilities of all classes: its losses are not, and are taken for 0. */
    static RunPredictions of(Evaluation evaluation) {
        int size = evaluation.size();
        byte[] labels = new byte[size];
        byte[] predictions = new byte[size];
        float[] confidences = new float[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) evaluation.truth(i);
            predictions[i] = (byte) evaluation.prediction(i);
            confidences[i] = (float) evaluation.confidence(i);
        }
        return new RunPredictions(
                0,
                Duration.ZERO,
                evaluation.testFingerprint(),
                labels,
                predictions,
                confidences,
                new float[size],
                new float[size]);
    }

    private static void requireTime(long seed, Duration trainingTime) {
        Bounds.requirePresent("trainingTime", trainingTime);
        if (trainingTime.isNegative()) {
            throw new IllegalArgumentException("the training time of seed %d is %s s; it must be at least 0"
                    .formatted(seed, seconds(trainingTime)));
        }
    }

    private static void requireCount(long seed, String what, int count, int images) {
        if (count != images) {
            throw new IllegalArgumentException(
                    "the run of seed %d has %d %s for %d test images".formatted(seed, count, what, images));
        }
    }

    private static void requireClass(long seed, int image, String what, byte value) {
        if (value < 0 || value >= CLASSES) {
            throw new IllegalArgumentException(
                    "the %s of image number %d in the run of seed %d is %d; it must be 0 to 9"
                            .formatted(what, image, seed, value));
        }
    }

    private static void requireWithin(long seed, int image, String what, float value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "the %s of image number %d in the run of seed %d is %s; it must be between %s and %s"
                            .formatted(what, image, seed, value, Math.max(0, min), max == MAX_BRIER_SCORE ? 2 : max));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /**
     * The seed of the run.
     *
     * @return as given
     */
    public long seed() {
        return seed;
    }

    /**
     * How long the run trained.
     *
     * @return at least 0
     */
    public Duration trainingTime() {
        return trainingTime;
    }

    /**
     * Which test set the predictions are of.
     *
     * @return see {@link DigitSet#fingerprint()}
     */
    public String testFingerprint() {
        return testFingerprint;
    }

    /**
     * The number of test images.
     *
     * @return N, at least 1
     */
    public int size() {
        return labels.length;
    }

    /**
     * What an image shows, by its label.
     *
     * @param image its index, from 0
     * @return 0 to 9
     */
    public int label(int image) {
        return labels[image];
    }

    /**
     * What was predicted.
     *
     * @param image its index, from 0
     * @return 0 to 9
     */
    public int prediction(int image) {
        return predictions[image];
    }

    /**
     * The probability that the model gave its prediction.
     *
     * @param image the index of the image, from 0
     * @return 0 to 1
     */
    public double confidence(int image) {
        return confidences[image];
    }

    /**
     * Whether an image was classified correctly.
     *
     * @param image its index, from 0
     * @return true if the prediction is the label
     */
    public boolean isCorrect(int image) {
        return predictions[image] == labels[image];
    }

    /**
     * What a metric says of one image.
     *
     * @param metric which one
     * @param image the index of the image, from 0
     * @return the value whose mean over all images is the metric of the run
     */
    public double score(Metric metric, int image) {
        Bounds.requirePresent("metric", metric);
        return switch (metric) {
            case ACCURACY -> isCorrect(image) ? 1 : 0;
            case LOSS -> logLosses[image];
            case BRIER_SCORE -> brierScores[image];
        };
    }

    /** Those of all images. */
    double[] scores(Metric metric) {
        double[] scores = new double[size()];
        for (int image = 0; image < scores.length; image++) {
            scores[image] = score(metric, image);
        }
        return scores;
    }

    double trainingSeconds() {
        return seconds(trainingTime);
    }

    boolean hasSameImagesAs(RunPredictions other) {
        return testFingerprint.equals(other.testFingerprint) && Arrays.equals(labels, other.labels);
    }
}
