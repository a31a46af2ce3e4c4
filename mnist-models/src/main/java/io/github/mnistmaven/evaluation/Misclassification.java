package io.github.mnistmaven.evaluation;

import java.util.Locale;

/**
 * A misclassified digit.
 *
 * @param index which digit of the test set, from 0
 * @param truth what it shows, 0 to 9
 * @param predicted the predicted class, 0 to 9
 * @param confidence the probability that the model gave the wrong digit, 0 to 1
 */
public record Misclassification(int index, int truth, int predicted, double confidence) {

    /**
     * The mistake as people read it.
     *
     * @return such as {@code digit 247 shows a 4, predicted was 2 (98.70 %)}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "digit %d shows a %d, predicted was %d (%.2f %%)",
                index,
                truth,
                predicted,
                100 * confidence);
    }
}
