package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One cell may train at most so many times as long as another, by their means: seconds depend on the machine, and this does so less.
 *
 * @param cell its name
 * @param other the cell that it is measured by
 * @param maximum how many times as long, above 0
 */
record RelativeTimeRule(String cell, String other, BigDecimal maximum) implements Rule {

    RelativeTimeRule {
        Bounds.requireName("cell", cell);
        Bounds.requireName("other", other);
        Bounds.requirePresent("maximum", maximum);
        if (maximum.signum() <= 0) {
            throw new IllegalArgumentException("maximum is %s; it must be above 0, such as 2 for twice as long"
                    .formatted(maximum.toPlainString()));
        }
        if (cell.equals(other)) {
            throw new IllegalArgumentException(
                    "a rule compares '%s' with itself; name two different ones".formatted(cell));
        }
    }

    @Override
    public String text() {
        return "trainingTime of %s at most %s times that of %s".formatted(cell, Shortfall.text(maximum), other);
    }

    @Override
    public List<String> cells() {
        return List.of(cell, other);
    }

    @Override
    public RuleKind kind() {
        return RuleKind.RELATIVE_TIME;
    }

    @Override
    public GatedMetric metric() {
        return GatedMetric.TRAINING_TIME;
    }

    @Override
    public GateResult judge(Measurements measurements) {
        Bounds.requirePresent("measurements", measurements);
        double ratio = seconds(measurements, cell) / Math.max(seconds(measurements, other), Double.MIN_NORMAL);
        BigDecimal shown = Shortfall.shown(Math.min(ratio, Double.MAX_VALUE), maximum);
        boolean kept = shown.compareTo(maximum) <= 0;
        return GateResult.of(
                this,
                kept ? GateState.PASSED : GateState.FAILED,
                "trainingTime of %s is %s times that of %s; required: at most %s%s"
                        .formatted(
                                cell,
                                Shortfall.text(shown),
                                other,
                                Shortfall.text(maximum),
                                kept ? "" : " (over by %s)".formatted(Shortfall.distance(shown, maximum))),
                Map.of(
                        "asked",
                        maximum.doubleValue(),
                        "found",
                        ratio,
                        "missedBy",
                        kept ? 0 : ratio - maximum.doubleValue()));
    }

    private static double seconds(Measurements measurements, String name) {
        return measurements
                .metric(name, GatedMetric.TRAINING_TIME)
                .orElseThrow()
                .value();
    }
}
