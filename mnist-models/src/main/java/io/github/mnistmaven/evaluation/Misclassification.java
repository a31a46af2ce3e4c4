package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/**
 * A misclassified digit.
 *
 * <pre>{@code
 * for (Misclassification wrong : model.evaluate(test).misclassified()) {
 *     System.out.println(wrong);                           // image 247 shows 4, predicted was 2 (98.70 %)
 *     BufferedImage picture = test.picture(wrong.index()); // to have a look
 * }
 * }</pre>
 *
 * @param index which digit of the test set, from 0
 * @param truth what it shows, 0 to 9
 * @param truthName the name of that class: the digit itself, unless the test set shows something else
 * @param predicted the predicted class, 0 to 9
 * @param predictedName the name of the predicted class
 * @param confidence the probability that the model gave the wrong digit, 0 to 1
 */
public record Misclassification(
        int index, int truth, String truthName, int predicted, String predictedName, double confidence) {

    /**
     * Checks each value.
     *
     * @param index which digit of the test set, from 0
     * @param truth what it shows, 0 to 9
     * @param truthName the name of that class: the digit itself, unless the test set shows something else
     * @param predicted the predicted class, 0 to 9
     * @param predictedName the name of the predicted class
     * @param confidence the probability that the model gave the wrong digit, 0 to 1
     * @throws IllegalArgumentException if one of them is not what it may be, or the prediction is the truth
     */
    public Misclassification {
        Bounds.requireWithin("index", index, 0, Integer.MAX_VALUE);
        Bounds.requireWithin("truth", truth, 0, DigitSet.CLASSES - 1);
        Bounds.requirePresent("truthName", truthName);
        Bounds.requireWithin("predicted", predicted, 0, DigitSet.CLASSES - 1);
        Bounds.requirePresent("predictedName", predictedName);
        Bounds.requireShare("confidence", confidence);
        if (truth == predicted) {
            throw new IllegalArgumentException(
                    "truth and predicted are both %d; that is no misclassification".formatted(truth));
        }
    }

    /**
     * The mistake as people read it.
     *
     * @return such as {@code image 247 shows 4, predicted was 2 (98.70 %)}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "image %d shows %s, predicted was %s (%.2f %%)",
                index,
                truthName,
                predictedName,
                100 * confidence);
    }
}
