package io.github.mnistmaven.study.internal.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Whether test digits can resolve a margin: accuracies on N digits differ in steps of 1 / N, so that with a smaller margin one digit would decide.
 *
 * @param margin a difference in accuracy
 */
public record MarginResolution(double margin) {

    /** Against errors of rounding: a difference of just the margin is within it. */
    private static final double ROUNDING = 1e-9;

    /**
     * Requires that they can.
     *
     * @param testDigits how many there are
     * @throws IllegalArgumentException if the margin is smaller; the message says the smallest sensible one
     */
    public void require(int testDigits) {
        if (margin + ROUNDING < 1.0 / testDigits) {
            String smallest = BigDecimal.ONE
                    .divide(BigDecimal.valueOf(testDigits), new MathContext(2, RoundingMode.UP))
                    .stripTrailingZeros()
                    .toPlainString();
            throw new IllegalArgumentException(
                    "accuracyMargin is %s, but accuracies on %d test digits differ in steps of %s: set it to at least %s, or use more test digits"
                            .formatted(
                                    BigDecimal.valueOf(margin)
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    testDigits,
                                    smallest,
                                    smallest));
        }
    }
}
