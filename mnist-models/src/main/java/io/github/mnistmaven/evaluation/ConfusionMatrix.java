package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each digit was taken for each digit.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = model.evaluate(test).confusionMatrix();
 * matrix.count(4, 9);          // how many images of a 4 were taken for a 9
 * matrix.metrics(4).recall();  // the share of the images of a 4 that were recognized
 * matrix.macroF1();            // the mean over the classes, each as important as any other
 * System.out.println(matrix);  // a table
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param counts ten rows of ten numbers; row: the digit shown, column: the digit predicted
 * @param classNames what the digits stand for, ten different names
 */
public record ConfusionMatrix(List<List<Integer>> counts, List<String> classNames) {

    private static final int CLASSES = DigitSet.CLASSES;

    /**
     * Takes a copy; checks that there are ten rows of ten counts, at least one of them above 0.
     *
     * @param counts ten rows of ten numbers; row: the digit shown, column: the digit predicted
     * @param classNames what the digits stand for, ten different names
     * @throws IllegalArgumentException if these are no such counts, or not ten different short names
     */
    public ConfusionMatrix {
        counts = Bounds.copyOf("counts", counts).stream()
                .map(row -> Bounds.copyOf("a row of counts", row))
                .toList();
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
        classNames = Bounds.classNames("classNames", classNames);
    }

    /**
     * A matrix of what really are digits.
     *
     * @param counts ten rows of ten numbers; row: the digit shown, column: the digit predicted
     * @throws IllegalArgumentException if these are no such counts
     */
    public ConfusionMatrix(List<List<Integer>> counts) {
        this(counts, DigitSet.DIGIT_NAMES);
    }

    /**
     * Counts predictions.
     *
     * @param truths the N digits shown, each 0 to 9, N at least 1
     * @param predictions the N digits predicted, each 0 to 9
     * @param classNames what the digits stand for
     * @return the matrix
     */
    static ConfusionMatrix of(byte[] truths, byte[] predictions, List<String> classNames) {
        Integer[][] counts = new Integer[CLASSES][CLASSES];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < truths.length; i++) {
            counts[truths[i]][predictions[i]]++;
        }
        return new ConfusionMatrix(Arrays.stream(counts).map(List::of).toList(), classNames);
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
        int predicted = predicted(digit);
        return new ClassMetrics(
                digit, shown, share(hits, predicted), share(hits, shown), share(2 * hits, shown + predicted));
    }

    /**
     * The mean precision of the classes. As in {@link #macroF1}, those that were neither shown nor predicted do not count.
     *
     * @return 0 to 1
     */
    public double macroPrecision() {
        return macroAverage(ClassMetrics::precision);
    }

    /**
     * The mean recall of the classes, also called balanced accuracy where each class is shown. As in {@link #macroF1}, those that were
     * neither shown nor predicted do not count.
     *
     * @return 0 to 1
     */
    public double macroRecall() {
        return macroAverage(ClassMetrics::recall);
    }

    /**
     * The mean F1 of the classes: unlike {@link #accuracy}, it does not depend on how many images each class has (M. Sokolova,
     * G. Lapalme, "A systematic analysis of performance measures for classification tasks", Information Processing &amp; Management
     * 45(4), 2009). It is the mean of the classes' F1, not the F1 of the mean precision and recall.
     *
     * <p>A class that no image shows and none was predicted as does not count. One that was predicted but that no image shows counts
     * with a precision, recall and F1 of 0, and so does one that is shown but never predicted.
     *
     * @return 0 to 1
     */
    public double macroF1() {
        return macroAverage(ClassMetrics::f1);
    }

    private double macroAverage(ToDoubleFunction<ClassMetrics> metric) {
        return digits().filter(digit -> support(digit) + predicted(digit) > 0)
                .mapToObj(this::metrics)
                .mapToDouble(metric)
                .average()
                .orElseThrow();
    }

    private int predicted(int digit) {
        return digits().map(actual -> count(actual, digit)).sum();
    }

    /**
     * The matrix as people read it.
     *
     * @return eleven lines: the predicted classes, then for each class shown how often it was predicted as each. Where names have more
     *     than one character, columns have the numbers of the classes, and rows these and the names
     */
    @Override
    public String toString() {
        boolean characters = classNames.stream().allMatch(name -> name.length() == 1);
        List<String> columns = characters ? classNames : DigitSet.DIGIT_NAMES;
        List<String> rows = characters
                ? classNames
                : digits().mapToObj(digit -> digit + " " + classNames.get(digit))
                        .toList();
        int margin = rows.stream().mapToInt(String::length).max().orElseThrow();
        int width = Math.max(2, Integer.toString(total()).length()) + 1;
        StringBuilder text = new StringBuilder(" ".repeat(margin));
        columns.forEach(column -> text.append(("%" + width + "s").formatted(column)));
        digits().forEach(actual -> {
            text.append('\n').append(("%-" + margin + "s").formatted(rows.get(actual)));
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
