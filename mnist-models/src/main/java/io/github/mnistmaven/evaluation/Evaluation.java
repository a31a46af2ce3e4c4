package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The predictions of one model on a test set, and what follows from them: how many are right and how sure that number is, which are
 * wrong, and which classes are mistaken for each other. Immutable; may be shared between threads.
 *
 * <pre>{@code
 * Evaluation evaluation = model.evaluate(test);
 * System.out.println(evaluation);          // cnn: 99.38 % (99.08-99.58) of 4000
 * evaluation.accuracy();                   // 0.99375
 * evaluation.accuracyInterval();           // 99.08-99.58 %, the 95 % confidence interval
 * System.out.println(evaluation.confusionMatrix());
 * evaluation.confusionMatrix().macroF1();  // the mean over the classes
 * for (Misclassification wrong : evaluation.misclassified()) {
 *     System.out.println(wrong);           // the most confident mistakes first
 * }
 * }</pre>
 *
 * <p>What the classes are called is taken from the test set, see {@link DigitSet#classNames}.
 *
 * <p>The prediction for an image is its most probable class, the lowest digit among equals.
 */
public final class Evaluation {

    private static final int CLASSES = DigitSet.CLASSES;

    /** A cross-entropy is at least 0, up to rounding. */
    private static final double MIN_LOSS = -1e-3;

    /** Wide enough for float32 arithmetic over ten classes, far too narrow for logits to pass. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final String modelName;
    private final String testFingerprint;
    private final byte[] truths;
    private final byte[] predictions;
    private final double[] confidences;
    private final double loss;
    private final List<String> classNames;
    private final ConfusionMatrix confusionMatrix;

    private Evaluation(
            String model,
            String testFingerprint,
            byte[] truths,
            byte[] predictions,
            double[] confidences,
            double loss,
            List<String> classNames) {
        this.modelName = model;
        this.testFingerprint = testFingerprint;
        this.truths = truths;
        this.predictions = predictions;
        this.confidences = confidences;
        this.loss = loss;
        this.classNames = classNames;
        this.confusionMatrix = ConfusionMatrix.of(truths, predictions, classNames);
    }

    /**
     * Evaluates the predictions of a model.
     *
     * @param model the name of the model
     * @param test the N digits that were classified
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return the evaluation
     * @throws IllegalArgumentException if these are not N x 10 finite logarithms of probabilities that add up to 1; the
     *     message names the model and the digit
     */
    public static Evaluation of(String model, DigitSet test, float[] logProbabilities) {
        Objects.requireNonNull(model, "model is null");
        Objects.requireNonNull(test, "test is null");
        Objects.requireNonNull(logProbabilities, "logProbabilities is null");
        int size = test.size();
        if (logProbabilities.length != (long) size * CLASSES) {
            throw new IllegalArgumentException("%s gave %s for %s; expected %d, one for each digit and class"
                    .formatted(
                            model,
                            Counted.of(logProbabilities.length, "number"),
                            Counted.of(size, "digit"),
                            (long) size * CLASSES));
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
        return new Evaluation(
                model, test.fingerprint(), truths, predictions, confidences, lossSum / size, test.classNames());
    }

    /**
     * An evaluation whose predictions were made before, as a file of results has them. If the classes are not digits,
     * {@link #withClassNames} says what they are.
     *
     * @param model the name of the model
     * @param testFingerprint see {@link DigitSet#fingerprint()}
     * @param truths the N digits shown, each 0 to 9, N at least 1
     * @param predictions the N digits predicted, each 0 to 9
     * @param confidences the N probabilities that the model gave its predictions, each 0 to 1
     * @param loss the mean cross-entropy in nats
     * @return the evaluation
     * @throws IllegalArgumentException if one of these is not what it should be
     */
    public static Evaluation of(
            String model,
            String testFingerprint,
            byte[] truths,
            byte[] predictions,
            double[] confidences,
            double loss) {
        Objects.requireNonNull(model, "model is null");
        Objects.requireNonNull(testFingerprint, "testFingerprint is null");
        Objects.requireNonNull(truths, "truths is null");
        Objects.requireNonNull(predictions, "predictions is null");
        Objects.requireNonNull(confidences, "confidences is null");
        if (truths.length == 0 || predictions.length != truths.length || confidences.length != truths.length) {
            throw new IllegalArgumentException("%s has %s and %s for %s"
                    .formatted(
                            model,
                            Counted.of(predictions.length, "prediction"),
                            Counted.of(confidences.length, "confidence"),
                            Counted.of(truths.length, "digit")));
        }
        for (int i = 0; i < truths.length; i++) {
            // Not by Bounds: there are many, and to name each before it is checked takes longer than the check.
            if (!isClass(truths[i]) || !isClass(predictions[i]) || !(confidences[i] >= 0 && confidences[i] <= 1)) {
                throw new IllegalArgumentException(
                        "digit number %d of %s has label %d, prediction %d and confidence %s; these must be 0 to 9, 0 to 9 and 0 to 1"
                                .formatted(i, model, truths[i], predictions[i], confidences[i]));
            }
        }
        Bounds.requireWithin("loss of " + model, loss, MIN_LOSS, Double.MAX_VALUE);
        return new Evaluation(
                model,
                testFingerprint,
                truths.clone(),
                predictions.clone(),
                confidences.clone(),
                loss,
                DigitSet.DIGIT_NAMES);
    }

    /**
     * The same evaluation, whose classes are called something else.
     *
     * @param names of the classes 0 to 9 in order, all different
     * @return a changed copy
     * @throws IllegalArgumentException if these are not ten different short texts
     */
    public Evaluation withClassNames(List<String> names) {
        Bounds.requirePresent("names", names);
        return new Evaluation(
                modelName,
                testFingerprint,
                truths,
                predictions,
                confidences,
                loss,
                Bounds.classNames("classNames", names));
    }

    /**
     * Whether both are about the same test digits and say the same of each.
     *
     * @param other anything
     * @return true for an evaluation of a model of the same name with the same predictions, confidences and loss on the same test
     *     set with the same names of classes
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation that
                && modelName.equals(that.modelName)
                && testFingerprint.equals(that.testFingerprint)
                && Arrays.equals(truths, that.truths)
                && Arrays.equals(predictions, that.predictions)
                && Arrays.equals(confidences, that.confidences)
                && loss == that.loss
                && classNames.equals(that.classNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(modelName, testFingerprint, Arrays.hashCode(predictions), loss);
    }

    /**
     * The evaluation as people read it.
     *
     * @return name, accuracy, its 95 % interval and the number of test digits, such as
     *     {@code cnn: 93.00 % (90.07-95.11) of 400}
     */
    @Override
    public String toString() {
        Interval interval = accuracyInterval();
        return String.format(
                Locale.ROOT,
                "%s: %.2f %% (%.2f-%.2f) of %d",
                modelName,
                100 * accuracy(),
                100 * interval.lower(),
                100 * interval.upper(),
                size());
    }

    private static boolean isClass(byte value) {
        return value >= 0 && value < CLASSES;
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
    public String modelName() {
        return modelName;
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
     * What the classes are called.
     *
     * @return ten names, those of the test set
     */
    public List<String> classNames() {
        return classNames;
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
     * The number of correct predictions.
     *
     * @return 0 to N
     */
    public int correct() {
        return confusionMatrix.correct();
    }

    /**
     * The fraction of correct predictions.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return confusionMatrix.accuracy();
    }

    /**
     * A confidence interval for the accuracy on other digits of the same kind.
     *
     * @return the 95 % interval, see {@link Interval#wilson}
     */
    public Interval accuracyInterval() {
        return Interval.wilson(correct(), size());
    }

    /**
     * The cross-entropy: the mean of {@code -ln p}, p being the probability that the model gave the digit shown.
     *
     * @return nats, at least 0 up to rounding
     */
    public double loss() {
        return loss;
    }

    /**
     * What a test digit shows.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public int truth(int index) {
        Bounds.requireIndex("index", index, size());
        return truths[index];
    }

    /**
     * The class predicted for a test digit.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public int prediction(int index) {
        Bounds.requireIndex("index", index, size());
        return predictions[index];
    }

    /**
     * The probability that the model gave its prediction.
     *
     * @param index which digit, from 0
     * @return 0 to 1
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public double confidence(int index) {
        Bounds.requireIndex("index", index, size());
        return confidences[index];
    }

    /**
     * Whether a test digit was classified correctly.
     *
     * @param index which digit, from 0
     * @return true if the prediction is what the digit shows
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public boolean isCorrect(int index) {
        return prediction(index) == truth(index);
    }

    /**
     * The confusion matrix.
     *
     * @return counts of the N predictions
     */
    public ConfusionMatrix confusionMatrix() {
        return confusionMatrix;
    }

    /**
     * The misclassified digits.
     *
     * @return the most confident first, the lower index first among equals
     */
    public List<Misclassification> misclassified() {
        return IntStream.range(0, size())
                .filter(i -> !isCorrect(i))
                .mapToObj(this::misclassification)
                .sorted(Comparator.comparingDouble(Misclassification::confidence)
                        .reversed())
                .toList();
    }

    private Misclassification misclassification(int index) {
        int truth = truths[index];
        int predicted = predictions[index];
        return new Misclassification(
                index, truth, classNames.get(truth), predicted, classNames.get(predicted), share(confidences[index]));
    }

    /** A logarithm a little above 0 is rounding. */
    private static double share(double confidence) {
        return Math.min(1, confidence);
    }
}
