package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Whether a difference is as large as asked: kept if it is with a probability of at least the confidence, broken if it is not with as much, undecided otherwise and where a cell has
 * a single seed.
 *
 * @param what the difference in words
 * @param by the smallest that is asked for, below 0 if a small loss is allowed
 * @param confidence above 0.5 and below 1
 */
record DifferenceVerdict(String what, BigDecimal by, double confidence) {

    private static final double MIN_CONFIDENCE = 0.5;

    static void requireConfidence(double confidence) {
        if (!(confidence > MIN_CONFIDENCE && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence is %s; it is above 0.5 and below 1, such as 0.95".formatted(confidence));
        }
    }

    GateResult of(String rule, Difference difference) {
        BigDecimal asked = BigDecimal.valueOf(confidence);
        double probability = difference.probabilityAbove(by.doubleValue());
        BigDecimal shown = Shortfall.shown(probability, asked);
        String found = String.format(
                Locale.ROOT,
                "%s is %s; it is at least %s with probability %s; asked was a probability of at least %s",
                what,
                Shortfall.text(Shortfall.shown(difference.value(), by)),
                Shortfall.text(by),
                Shortfall.text(shown),
                Shortfall.text(asked));
        if (difference.error().method() == IntervalMethod.IMAGES_ONLY) {
            return new GateResult(
                    rule,
                    GateState.UNDECIDED,
                    found + ", and two seeds of each, as a single one does not show how much seeds vary");
        }
        if (probability >= confidence) {
            return new GateResult(rule, GateState.PASSED, found);
        }
        return new GateResult(
                rule,
                1 - probability >= confidence ? GateState.FAILED : GateState.UNDECIDED,
                "%s (short by %s)".formatted(found, Shortfall.distance(shown, asked)));
    }
}
