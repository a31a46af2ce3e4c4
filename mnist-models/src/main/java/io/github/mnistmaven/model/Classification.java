package io.github.mnistmaven.model;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.files.PrintableText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a model says about one image: a probability for each of the ten classes, of which the most probable one is the
 * prediction.
 *
 * <pre>{@code
 * Classification seven = model.classify(Path.of("seven.png"));
 * seven.digit();          // 7
 * seven.probability();    // 0.9983: how sure the model is of its prediction
 * seven.probability(1);   // 0.0011: how probable it finds a 1
 * seven.top(3);           // [7 (99.83 %), 1 (0.11 %), 9 (0.04 %)]
 * seven.isSure();         // true: as sure as nearly all right predictions are
 * seven.className();      // "7", or "ankle boot" for a model that was trained on garments
 * seven.toString();       // "7 (99.83 %)"; "7 (58.20 %)?" if it is not sure
 * }</pre>
 *
 * <p>The probabilities are the softmax of the network's outputs. Networks are usually surer than they are right, and they
 * give probabilities to anything, also to a letter. For a picture, they are the mean over seven renderings of the digit, see
 * {@link io.github.mnistmaven.data.image.FoundDigit#renderings}: what is read differently once it is turned or slanted a little gets a low
 * probability.
 *
 * <p>Immutable. Two classifications are equal if all their probabilities and class names are, and both or neither are
 * {@linkplain #isJoined of what is more likely two digits}. For tests of code that uses classifications, {@link #of(double...)} and
 * {@link #withJoined} make any.
 */
public final class Classification {

    /** The least probability of a sure prediction; nearly all right ones for digits in pictures have more. */
    private static final double SURE = 0.7;

    /** The farthest that the sum of probabilities may lie from 1: wide enough for float32 arithmetic. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final double[] probabilities;
    private final List<String> classNames;
    private final boolean joined;
    private final int digit;

    private Classification(double[] probabilities, List<String> classNames, boolean joined) {
        this.probabilities = probabilities;
        this.classNames = classNames;
        this.joined = joined;
        this.digit = mostProbable(probabilities);
    }

    /**
     * A class and how probable a model finds it.
     *
     * @param digit the class, 0 to 9
     * @param className its name: the digit itself, unless the model was trained on something else
     * @param probability 0 to 1
     */
    public record Candidate(int digit, String className, double probability) {

        /**
         * Checks each value.
         *
         * @param digit the class, 0 to 9
         * @param className its name: the digit itself, unless the model was trained on something else
         * @param probability 0 to 1
         */
        public Candidate {
            Bounds.requireWithin("digit", digit, 0, DigitSet.CLASSES - 1);
            Bounds.requirePresent("className", className);
            Bounds.requireShare("probability", probability);
        }

        /**
         * The candidate as people read it.
         *
         * @return such as {@code 7 (99.83 %)}
         */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s (%.2f %%)", className, 100 * probability);
        }
    }

    /**
     * A classification of a digit with given probabilities, for tests of code that uses classifications.
     *
     * @param probabilities of the classes 0 to 9 in order; each 0 to 1, together 1
     * @return the classification
     * @throws IllegalArgumentException if they are not ten probabilities that add up to 1
     */
    public static Classification of(double... probabilities) {
        return of(DigitSet.DIGIT_NAMES, probabilities);
    }

    /**
     * A classification of something else than a digit, for tests of code that uses classifications.
     *
     * @param classNames of the classes 0 to 9 in order, all different
     * @param probabilities of the classes 0 to 9 in order; each 0 to 1, together 1
     * @return the classification
     * @throws IllegalArgumentException if they are not ten different short names, or not ten probabilities that add up to 1
     */
    public static Classification of(List<String> classNames, double... probabilities) {
        Bounds.requirePresent("probabilities", probabilities);
        List<String> names = Bounds.classNames("classNames", classNames);
        if (probabilities.length != DigitSet.CLASSES) {
            throw new IllegalArgumentException("%s given; a classification has %d, one for each class"
                    .formatted(
                            Counted.of(probabilities.length, "probability is", "probabilities are"), DigitSet.CLASSES));
        }
        double[] copy = probabilities.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!(copy[i] >= 0 && copy[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of class %d is %s; it must be between 0 and 1".formatted(i, copy[i]));
            }
        }
        double sum = Arrays.stream(copy).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("the probabilities add up to %s, not to 1".formatted(sum));
        }
        return new Classification(copy, names, false);
    }

    /** From ten natural logarithms of probabilities. */
    static Classification of(float[] logProbabilities, int offset, List<String> classNames) {
        double[] probabilities = new double[DigitSet.CLASSES];
        for (int i = 0; i < probabilities.length; i++) {
            // A logarithm a little above 0 is rounding.
            probabilities[i] = Math.min(1, Math.exp(logProbabilities[offset + i]));
        }
        return new Classification(probabilities, classNames, false);
    }

    /**
     * The mean of what was said about several renderings of the same digit.
     *
     * @param renderings what was said about each
     * @param joined whether the digit is more likely two that touch, whatever the probabilities are
     */
    static Classification mean(List<Classification> renderings, boolean joined) {
        double[] mean = new double[DigitSet.CLASSES];
        for (Classification each : renderings) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += each.probabilities[i] / renderings.size();
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.min(1, mean[i]);
        }
        return new Classification(mean, renderings.get(0).classNames, joined);
    }

    private static int mostProbable(double[] probabilities) {
        int most = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[most]) {
                most = i;
            }
        }
        return most;
    }

    /**
     * The prediction.
     *
     * @return the most probable class, 0 to 9; the lowest among equals
     */
    public int digit() {
        return digit;
    }

    /**
     * The name of the predicted class.
     *
     * @return the digit itself, unless the model was trained on something else, see {@link DigitSet#classNames}
     */
    public String className() {
        return classNames.get(digit);
    }

    /**
     * How sure the model is of its prediction.
     *
     * @return the probability of {@link #digit}, 0.1 to 1
     */
    public double probability() {
        return probabilities[digit];
    }

    /**
     * The same, said to be of what is or is not more likely two digits that touch, for tests of code that uses classifications.
     *
     * @param newJoined what {@link #isJoined} returns
     * @return a changed copy
     */
    public Classification withJoined(boolean newJoined) {
        return new Classification(probabilities, classNames, newJoined);
    }

    /**
     * Whether what was found in the picture is more likely two digits that touch than one, by its width or as it hangs together by
     * little. Then it is not sure, whatever its probability.
     *
     * @return as {@link io.github.mnistmaven.data.image.FoundDigit#isJoined}; false for what was not found in a picture
     */
    public boolean isJoined() {
        return joined;
    }

    /**
     * Whether to rely on the prediction without having a look. A letter or a scribble is often not sure, but may be.
     *
     * @return true if its probability is at least 0.7, and it is not {@linkplain #isJoined more likely two digits}
     */
    public boolean isSure() {
        return probability() >= SURE && !joined;
    }

    /**
     * How probable the model finds a class.
     *
     * @param digit the class, 0 to 9
     * @return 0 to 1
     * @throws IllegalArgumentException if there is no such class
     */
    public double probability(int digit) {
        if (digit < 0 || digit >= DigitSet.CLASSES) {
            throw new IllegalArgumentException(
                    "digit is %d; it must be 0 to %d".formatted(digit, DigitSet.CLASSES - 1));
        }
        return probabilities[digit];
    }

    /**
     * How probable the model finds the class of a name.
     *
     * @param name one of {@link #classNames}
     * @return 0 to 1
     * @throws IllegalArgumentException if there is no such class; the message names those that there are
     */
    public double probability(String name) {
        Bounds.requirePresent("name", name);
        int named = classNames.indexOf(name);
        if (named < 0) {
            throw new IllegalArgumentException("name is '%s'; the classes are %s"
                    .formatted(PrintableText.abbreviated(name), String.join(", ", classNames)));
        }
        return probabilities[named];
    }

    /**
     * How probable the model finds each class.
     *
     * @return a copy: ten probabilities, of the classes 0 to 9 in order
     */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /**
     * The names of the classes.
     *
     * @return ten names, {@code "0"} to {@code "9"} unless the model was trained on something else
     */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * The most probable classes.
     *
     * @param k how many, 1 to 10
     * @return the k most probable ones, the most probable first, the lower digit first among equals
     * @throws IllegalArgumentException if k is not 1 to 10
     */
    public List<Candidate> top(int k) {
        if (k < 1 || k > DigitSet.CLASSES) {
            throw new IllegalArgumentException("k is %d; it must be 1 to %d".formatted(k, DigitSet.CLASSES));
        }
        return IntStream.range(0, DigitSet.CLASSES)
                .mapToObj(i -> new Candidate(i, classNames.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .limit(k)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Classification that
                && Arrays.equals(probabilities, that.probabilities)
                && classNames.equals(that.classNames)
                && joined == that.joined;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(probabilities), classNames, joined);
    }

    /**
     * The prediction as people read it.
     *
     * @return such as {@code 7 (99.83 %)}; with a question mark behind it if it is not {@linkplain #isSure sure}
     */
    @Override
    public String toString() {
        return top(1).get(0) + (isSure() ? "" : "?");
    }
}
