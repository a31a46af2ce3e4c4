package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How often each digit was taken for each digit.
 *
 * @param counts ten rows of ten numbers; row: the digit shown, column: the digit predicted
 */
public record ConfusionMatrix(List<List<Integer>> counts) {

    private static final int CLASSES = DigitSet.CLASSES;

    /**
     * Takes a copy; checks that there are ten rows of ten counts, at least one of them above 0.
     *
     * @param counts ten rows of ten numbers; row: the digit shown, column: the digit predicted
     */
    public ConfusionMatrix {
        Objects.requireNonNull(counts, "counts is null");
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != CLASSES || counts.stream().anyMatch(row -> row.size() != CLASSES)) {
            throw new IllegalArgumentException(
                    "a confusion matrix has %d rows of %d counts".formatted(CLASSES, CLASSES));
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a confusion matrix holds counts, which are not negative");
        }
        if (counts.stream().flatMap(List::stream).allMatch(count -> count == 0)) {
            throw new IllegalArgumentException("a confusion matrix counts at least one prediction");
        }
    }

    /**
     * Counts predictions.
     *
     * @param truths the N digits shown, each 0 to 9, N at least 1
     * @param predictions the N digits predicted, each 0 to 9
     * @return the matrix
     */
    static ConfusionMatrix of(byte[] truths, byte[] predictions) {
        Integer[][] counts = new Integer[CLASSES][CLASSES];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < truths.length; i++) {
            counts[truths[i]][predictions[i]]++;
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(List::of).toList());
    }

    /**
     * How often one digit was predicted as another, or as itself.
     *
     * @param actual the digit shown, 0 to 9
     * @param predicted the digit predicted, 0 to 9
     * @return the number of images
     */
    public int count(int actual, int predicted) {
        Bounds.requireWithin("actual", actual, 0, CLASSES - 1);
        Bounds.requireWithin("predicted", predicted, 0, CLASSES - 1);
        return counts.get(actual).get(predicted);
    }

    /**
     * All predictions.
     *
     * @return their number, at least 1
     */
    public int total() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }

    /**
     * The correct predictions: the diagonal.
     *
     * @return their number
     */
    public int correct() {
        return digits().map(digit -> count(digit, digit)).sum();
    }

    /**
     * The fraction of correct predictions.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return (double) correct() / total();
    }

    /**
     * The images that show a digit.
     *
     * @param digit 0 to 9
     * @return their number
     */
    public int support(int digit) {
        return digits().map(predicted -> count(digit, predicted)).sum();
    }

    /**
     * Precision, recall and F1 of one class.
     *
     * @param digit 0 to 9
     * @return precision, recall and F1, each 0 where it would be 0 out of 0
     */
    public ClassMetrics metrics(int digit) {
        int hits = count(digit, digit);
        int shown = support(digit);
        int predicted = digits().map(actual -> count(actual, digit)).sum();
        return new ClassMetrics(
                digit, shown, share(hits, predicted), share(hits, shown), share(2 * hits, shown + predicted));
    }

    /**
     * The matrix as people read it.
     *
     * @return eleven lines: the predicted digits, then for each digit shown how often it was predicted as each
     */
    @Override
    public String toString() {
        int width = Math.max(2, Integer.toString(total()).length()) + 1;
        StringBuilder text = new StringBuilder(" ");
        digits().forEach(digit -> text.append(("%" + width + "d").formatted(digit)));
        digits().forEach(actual -> {
            text.append('\n').append(actual);
            digits().forEach(predicted -> text.append(("%" + width + "d").formatted(count(actual, predicted))));
        });
        return text.toString();
    }

    /**
     * Precision, recall and F1 of each class.
     *
     * @return ten elements, 0 to 9 in order
     */
    public List<ClassMetrics> perClass() {
        return digits().mapToObj(this::metrics).toList();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static IntStream digits() {
        return IntStream.range(0, CLASSES);
    }
}
