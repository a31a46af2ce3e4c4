package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.StudyResults;
import java.math.BigDecimal;
import java.util.List;

/**
 * A limit to a metric of one cell, judged by its mean, or by its 95 % interval: then the rule is kept if the whole interval keeps it, broken if the whole interval breaks
 * it, and undecided otherwise.
 *
 * @param cell its name
 * @param metric what is limited
 * @param bound whether the limit is a minimum or a maximum
 * @param limit in the unit of the metric
 * @param byInterval whether it is judged by the interval; else by the mean
 */
public record MetricRule(String cell, GatedMetric metric, Bound bound, BigDecimal limit, boolean byInterval)
        implements Rule {

    /** What kind of limit it is. */
    public enum Bound {
        /** The metric has to be at least the limit. */
        MINIMUM("at least", "short by"),

        /** The metric has to be at most the limit. */
        MAXIMUM("at most", "over by");

        private final String words;
        private final String missed;

        Bound(String words, String missed) {
            this.words = words;
            this.missed = missed;
        }
    }

    /**
     * Checks that all are there.
     *
     * @param cell its name
     * @param metric what is limited
     * @param bound whether the limit is a minimum or a maximum
     * @param limit in the unit of the metric, within its range
     * @param byInterval whether it is judged by the interval; else by the mean
     */
    public MetricRule {
        Bounds.requireName("cell", cell);
        Bounds.requirePresent("metric", metric);
        Bounds.requirePresent("bound", bound);
        Bounds.requirePresent("limit", limit);
        metric.requireWithinRange(limit);
    }

    @Override
    public String text() {
        return "%s of %s %s %s%s"
                .formatted(
                        metric.id(),
                        cell,
                        bound.words,
                        Shortfall.text(limit),
                        byInterval ? ", by the 95 % interval" : "");
    }

    @Override
    public List<String> cells() {
        return List.of(cell);
    }

    @Override
    public GateResult judge(StudyResults results) {
        Bounds.requirePresent("results", results);
        GatedMetric.Measured found = metric.measured(results, cell);
        if (!byInterval) {
            return byValue(found.value());
        }
        // The size of a network is known without seeds.
        return metric != GatedMetric.PARAMETERS && StudyCells.seeds(results, cell) == 1
                ? ofOneSeed(found)
                : byInterval(found);
    }

    private GateResult byValue(double value) {
        BigDecimal shown = Shortfall.shown(value, limit);
        boolean kept = keeps(value);
        return result(
                kept ? GateState.PASSED : GateState.FAILED,
                "is " + Shortfall.text(shown),
                kept ? "" : " (%s %s)".formatted(bound.missed, Shortfall.distance(shown, limit)));
    }

    private GateResult ofOneSeed(GatedMetric.Measured found) {
        return result(
                GateState.UNDECIDED,
                "is " + Shortfall.text(Shortfall.shown(found.value(), limit)),
                ", and two seeds, as the interval of a single one does not show how much seeds vary");
    }

    /** The bound of the interval that is nearer to breaking the rule decides whether it is kept. */
    private GateResult byInterval(GatedMetric.Measured found) {
        double worst = bound == Bound.MINIMUM ? found.lower() : found.upper();
        double best = bound == Bound.MINIMUM ? found.upper() : found.lower();
        GateState state = keeps(worst) ? GateState.PASSED : keeps(best) ? GateState.UNDECIDED : GateState.FAILED;
        BigDecimal shown = Shortfall.shown(state == GateState.FAILED ? best : worst, limit);
        String missed = state == GateState.PASSED
                ? ""
                : " (the %s bound is %s %s)"
                        .formatted(
                                (state == GateState.FAILED) == (bound == Bound.MINIMUM) ? "upper" : "lower",
                                bound.missed,
                                Shortfall.distance(shown, limit));
        return result(
                state,
                "is %s, 95 %% interval %s to %s"
                        .formatted(
                                Shortfall.text(Shortfall.shown(found.value(), limit)),
                                Shortfall.text(Shortfall.shown(found.lower(), limit)),
                                Shortfall.text(Shortfall.shown(found.upper(), limit))),
                missed);
    }

    private boolean keeps(double value) {
        int side = Shortfall.exact(value, limit).compareTo(limit);
        return bound == Bound.MINIMUM ? side >= 0 : side <= 0;
    }

    private GateResult result(GateState state, String found, String missed) {
        return new GateResult(
                text(),
                state,
                "%s of %s %s; asked was %s %s%s"
                        .formatted(metric.id(), cell, found, bound.words, Shortfall.text(limit), missed));
    }
}
