package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.McNemar;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One cell has to be more accurate than another, by at least some difference and with some confidence: the rule is kept if the probability that it is so is at least the
 * confidence, broken if the probability that it is not so is, and undecided otherwise and where a cell has a single seed, which does not show how much results vary with the seed.
 *
 * @param better the cell that has to be more accurate
 * @param worse the other one
 * @param by the difference in accuracy, 0 to 1
 * @param confidence above 0.5 and below 1, such as 0.95
 */
record DifferenceRule(String better, String worse, BigDecimal by, double confidence) implements Rule.MoreAccurate {

    DifferenceRule {
        Bounds.requireName("better", better);
        Bounds.requireName("worse", worse);
        Bounds.requirePresent("by", by);
        Bounds.requireShare("by", by.doubleValue());
        DifferenceVerdict.requireConfidence(confidence);
        if (better.equals(worse)) {
            throw new IllegalArgumentException(
                    "a rule compares '%s' with itself; name two different ones".formatted(better));
        }
    }

    @Override
    public Rule.MoreAccurate by(BigDecimal difference) {
        return new DifferenceRule(better, worse, difference, confidence);
    }

    @Override
    public Rule.MoreAccurate withConfidence(double value) {
        return new DifferenceRule(better, worse, by, value);
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
        Cell first = measurements.predictions(better);
        Cell second = measurements.predictions(worse);
        return new DifferenceVerdict("the accuracy of %s minus that of %s".formatted(better, worse), by, confidence)
                .of(this, Difference.inAccuracy(first, second), pValueOfSingleRuns(first, second));
    }

    private static OptionalDouble pValueOfSingleRuns(Cell first, Cell second) {
        if (first.seeds() > 1 || second.seeds() > 1) {
            return OptionalDouble.empty();
        }
        RunPredictions run = first.runs().get(0);
        RunPredictions other = second.runs().get(0);
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int image = 0; image < run.size(); image++) {
            onlyFirst += run.isCorrect(image) && !other.isCorrect(image) ? 1 : 0;
            onlySecond += other.isCorrect(image) && !run.isCorrect(image) ? 1 : 0;
        }
        return OptionalDouble.of(McNemar.pValue(onlyFirst, onlySecond));
    }
}
