package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The predictions of one model on a test set, and what follows from them. Never changes; may be shared between threads.
 *
 * <p>The prediction for an image is its most probable class, the lowest digit of equals.
 */
public final class Evaluation {

    private static final int CLASSES = DigitSet.CLASSES;

    /** Wide enough for float32 arithmetic over ten classes, far too narrow for logits to pass. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final String model;
    private final String testFingerprint;
    private final byte[] truths;
    private final byte[] predictions;
    private final double[] confidences;
    private final double loss;
    private final ConfusionMatrix confusionMatrix;

    private Evaluation(
            String model,
            String testFingerprint,
            byte[] truths,
            byte[] predictions,
            double[] confidences,
            double loss) {
        this.model = model;
        this.testFingerprint = testFingerprint;
        this.truths = truths;
        this.predictions = predictions;
        this.confidences = confidences;
        this.loss = loss;
        this.confusionMatrix = ConfusionMatrix.of(truths, predictions);
    }

    /**
     * Evaluates what a model said of each digit.
     *
     * @param model the name of the model
     * @param test the N digits it was asked about
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return the evaluation
     * @throws IllegalArgumentException if these are not N x 10 finite logarithms of probabilities that add up to 1; the
     *     message names the model and the digit
     */
    public static Evaluation of(String model, DigitSet test, float[] logProbabilities) {
        int size = test.size();
        if (logProbabilities.length != (long) size * CLASSES) {
            throw new IllegalArgumentException(
                    "%s gave %d numbers for %d digits; expected are %d, one a digit and class"
                            .formatted(model, logProbabilities.length, size, (long) size * CLASSES));
        }
        byte[] truths = new byte[size];
        byte[] predictions = new byte[size];
        double[] confidences = new double[size];
        double lossSum = 0;
        for (int i = 0; i < size; i++) {
            requireDistribution(model, i, logProbabilities);
            int best = mostProbable(logProbabilities, i);
            truths[i] = (byte) test.label(i);
            predictions[i] = (byte) best;
            confidences[i] = StrictMath.exp(logProbabilities[i * CLASSES + best]);
            lossSum -= logProbabilities[i * CLASSES + truths[i]];
        }
        return new Evaluation(model, test.fingerprint(), truths, predictions, confidences, lossSum / size);
    }

    private static void requireDistribution(String model, int index, float[] logProbabilities) {
        double sum = 0;
        for (int digit = 0; digit < CLASSES; digit++) {
            float value = logProbabilities[index * CLASSES + digit];
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s gave %s as the log-probability that digit number %d shows a %d; it has to be a finite number"
                                .formatted(model, value, index, digit));
            }
            sum += Math.exp(value);
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "the probabilities that %s gave for digit number %d add up to %s, not to 1; were these logits?"
                            .formatted(model, index, sum));
        }
    }

    private static int mostProbable(float[] logProbabilities, int index) {
        int best = 0;
        for (int digit = 1; digit < CLASSES; digit++) {
            if (logProbabilities[index * CLASSES + digit] > logProbabilities[index * CLASSES + best]) {
                best = digit;
            }
        }
        return best;
    }

    /**
     * The name of the model.
     *
     * @return as given
     */
    public String model() {
        return model;
    }

    /**
     * Which test set this is about.
     *
     * @return see {@link DigitSet#fingerprint()}
     */
    public String testFingerprint() {
        return testFingerprint;
    }

    /**
     * The number of test digits.
     *
     * @return N, at least 1
     */
    public int size() {
        return truths.length;
    }

    /**
     * The number of digits that were read right.
     *
     * @return 0 to N
     */
    public int correct() {
        return confusionMatrix.correct();
    }

    /**
     * The share of the digits that were read right.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return confusionMatrix.accuracy();
    }

    /**
     * What the accuracy may be on other digits of the same kind.
     *
     * @return the 95 % interval, see {@link Interval#wilson}
     */
    public Interval accuracyInterval() {
        return Interval.wilson(correct(), size());
    }

    /**
     * The cross-entropy: the mean of {@code -ln p}, p being the probability that the model gave the digit shown.
     *
     * @return nats, at least 0 but for rounding
     */
    public double loss() {
        return loss;
    }

    /**
     * What a test digit shows.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     */
    public int truth(int index) {
        return truths[index];
    }

    /**
     * What the model took a test digit for.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     */
    public int prediction(int index) {
        return predictions[index];
    }

    /**
     * The probability that the model gave its prediction.
     *
     * @param index which digit, from 0
     * @return 0 to 1
     */
    public double confidence(int index) {
        return confidences[index];
    }

    /**
     * Whether the model read a test digit right.
     *
     * @param index which digit, from 0
     * @return true if the prediction is what the digit shows
     */
    public boolean isCorrect(int index) {
        return predictions[index] == truths[index];
    }

    /**
     * How often each digit was taken for each digit.
     *
     * @return the matrix; it counts N predictions
     */
    public ConfusionMatrix confusionMatrix() {
        return confusionMatrix;
    }

    /**
     * The digits that were read wrong.
     *
     * @return those the model was surest of first, the lower index first of equals
     */
    public List<Misread> misread() {
        return IntStream.range(0, size())
                .filter(i -> !isCorrect(i))
                .mapToObj(i -> new Misread(i, truths[i], predictions[i], confidences[i]))
                .sorted(Comparator.comparingDouble(Misread::confidence).reversed())
                .toList();
    }
}
