package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.Difference;
import java.math.BigDecimal;
import java.util.List;

/**
 * One cell has to be more accurate than another, by at least some difference and with some confidence: the rule is kept if the probability that it is so is at least the
 * confidence, broken if the probability that it is not so is, and undecided otherwise and where a cell has a single seed, which does not show how much seeds vary.
 *
 * @param better the cell that has to be more accurate
 * @param worse the other one
 * @param by the difference in accuracy, 0 to 1
 * @param confidence above 0.5 and below 1, such as 0.95
 */
public record DifferenceRule(String better, String worse, BigDecimal by, double confidence) implements Rule {

    /**
     * Checks each value.
     *
     * @param better the cell that has to be more accurate
     * @param worse the other one
     * @param by the difference in accuracy, 0 to 1
     * @param confidence above 0.5 and below 1, such as 0.95
     */
    public DifferenceRule {
        Bounds.requireName("better", better);
        Bounds.requireName("worse", worse);
        Bounds.requirePresent("by", by);
        Bounds.requireShare("by", by.doubleValue());
        DifferenceVerdict.requireConfidence(confidence);
        if (better.equals(worse)) {
            throw new IllegalArgumentException("a rule compares '%s' with itself".formatted(better));
        }
    }

    @Override
    public String text() {
        return "%s more accurate than %s by at least %s, with confidence %s"
                .formatted(better, worse, Shortfall.text(by), confidence);
    }

    @Override
    public RuleKind kind() {
        return RuleKind.MORE_ACCURATE;
    }

    @Override
    public List<String> cells() {
        return List.of(better, worse);
    }

    @Override
    public GatedMetric metric() {
        return GatedMetric.ACCURACY;
    }

    @Override
    public GateResult judge(Measurements measurements) {
        Bounds.requirePresent("measurements", measurements);
        return new DifferenceVerdict("the accuracy of %s minus that of %s".formatted(better, worse), by, confidence)
                .of(this, Difference.inAccuracy(measurements.predictions(better), measurements.predictions(worse)));
    }
}
