package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.StudyResults;
import java.math.BigDecimal;
import java.util.List;

/**
 * One cell may train at most so many times as long as another, by their means: seconds depend on the machine, and this does so less.
 *
 * @param cell its name
 * @param other the cell that it is measured by
 * @param maximum how many times as long, above 0
 */
public record RelativeTimeRule(String cell, String other, BigDecimal maximum) implements Rule {

    /**
     * Checks each value.
     *
     * @param cell its name
     * @param other the cell that it is measured by
     * @param maximum how many times as long, above 0
     */
    public RelativeTimeRule {
        Bounds.requireName("cell", cell);
        Bounds.requireName("other", other);
        Bounds.requirePresent("maximum", maximum);
        if (maximum.signum() <= 0) {
            throw new IllegalArgumentException(
                    "maximum is %s; it is above 0, such as 2 for twice as long".formatted(maximum.toPlainString()));
        }
        if (cell.equals(other)) {
            throw new IllegalArgumentException("a rule compares the cell '%s' with itself".formatted(cell));
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
    public GateResult judge(StudyResults results) {
        Bounds.requirePresent("results", results);
        double seconds = GatedMetric.TRAINING_TIME.measured(results, cell).value();
        double ofOther = GatedMetric.TRAINING_TIME.measured(results, other).value();
        double ratio = seconds / Math.max(ofOther, Double.MIN_NORMAL);
        BigDecimal shown = Shortfall.shown(Math.min(ratio, Double.MAX_VALUE), maximum);
        boolean kept = shown.compareTo(maximum) <= 0;
        return new GateResult(
                text(),
                kept ? GateState.PASSED : GateState.FAILED,
                "trainingTime of %s is %s times that of %s; asked was at most %s%s"
                        .formatted(
                                cell,
                                Shortfall.text(shown),
                                other,
                                Shortfall.text(maximum),
                                kept ? "" : " (over by %s)".formatted(Shortfall.distance(shown, maximum))));
    }
}
