package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Whether a difference is as large as asked: kept if it is with a probability of at least the confidence, broken if it is not with as much, undecided otherwise and where there is
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
                    "confidence is %s; it must be above 0.5 and below 1, such as 0.95".formatted(confidence));
        }
    }

    GateResult of(Rule rule, Difference difference) {
        return of(rule, difference, OptionalDouble.empty());
    }

    /** With the p-value of two single runs, which says something of these, though nothing of other seeds. */
    GateResult of(Rule rule, Difference difference, OptionalDouble ofSingleRuns) {
        BigDecimal asked = BigDecimal.valueOf(confidence);
        double probability = difference.probabilityAbove(by.doubleValue());
        BigDecimal shown = Shortfall.shown(probability, asked);
        Map<String, Double> numbers = numbers(difference, probability);
        if (difference.error().method() == IntervalMethod.IMAGES_ONLY) {
            ofSingleRuns.ifPresent(pValue -> numbers.put("pValue", pValue));
            return GateResult.of(
                    rule,
                    GateState.UNDECIDED,
                    "%s is %s; required: at least %s with a probability of at least %s; that takes two seeds of each, as a single one does not show how much results vary with the seed%s"
                            .formatted(
                                    what,
                                    Shortfall.text(Shortfall.shown(difference.value(), by)),
                                    Shortfall.text(by),
                                    Shortfall.text(asked),
                                    ofSingleRuns.isPresent()
                                            ? String.format(
                                                    Locale.ROOT,
                                                    " (of these two runs alone, McNemar's exact test says p = %.2g)",
                                                    ofSingleRuns.getAsDouble())
                                            : ""),
                    numbers);
        }
        String found = String.format(
                Locale.ROOT,
                "%s is %s; it is at least %s with probability %s; required: a probability of at least %s",
                what,
                Shortfall.text(Shortfall.shown(difference.value(), by)),
                Shortfall.text(by),
                Shortfall.text(shown),
                Shortfall.text(asked));
        if (probability >= confidence) {
            return GateResult.of(rule, GateState.PASSED, found, numbers);
        }
        return GateResult.of(
                rule,
                1 - probability >= confidence ? GateState.FAILED : GateState.UNDECIDED,
                "%s (short by %s)".formatted(found, Shortfall.distance(shown, asked)),
                numbers);
    }

    /** A single seed says nothing of how probable a difference is. */
    private Map<String, Double> numbers(Difference difference, double probability) {
        Map<String, Double> numbers =
                new TreeMap<>(Map.of("asked", by.doubleValue(), "confidence", confidence, "found", difference.value()));
        if (difference.error().method() != IntervalMethod.IMAGES_ONLY) {
            ConfidenceInterval interval = difference.interval();
            numbers.put("lower", interval.lower());
            numbers.put("upper", interval.upper());
            numbers.put("probability", probability);
            numbers.put("missedBy", Math.max(0, confidence - probability));
        }
        return numbers;
    }
}
