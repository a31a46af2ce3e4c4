package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;

/**
 * Precision, recall and F1 of one class. Each is 0 where it would be 0 divided by 0.
 *
 * @param digit 0 to 9
 * @param support how many images show the digit
 * @param precision the share of the images predicted as this digit that show it; 0 if none was predicted as it
 * @param recall the share of the images showing this digit that were predicted as it; 0 if none shows it
 * @param f1 the harmonic mean of precision and recall; 0 if the digit is neither shown nor predicted
 */
public record ClassMetrics(int digit, int support, double precision, double recall, double f1) {

    /**
     * Checks each value.
     *
     * @param digit 0 to 9
     * @param support how many images show the digit
     * @param precision the share of the images predicted as this digit that show it; 0 if none was predicted as it
     * @param recall the share of the images showing this digit that were predicted as it; 0 if none shows it
     * @param f1 the harmonic mean of precision and recall; 0 if the digit is neither shown nor predicted
     */
    public ClassMetrics {
        Bounds.requireWithin("digit", digit, 0, DigitSet.CLASSES - 1);
        Bounds.requireWithin("support", support, 0, DigitSet.MAX_SIZE);
        Bounds.requireShare("precision", precision);
        Bounds.requireShare("recall", recall);
        Bounds.requireShare("f1", f1);
    }
}
