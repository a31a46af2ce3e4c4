package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A limit to a metric of one cell or model, judged by its mean, or by its 95 % interval: then the rule is kept if the whole interval keeps it, broken if the whole interval breaks
 * it, and undecided otherwise.
 *
 * @param cell its name
 * @param metric what is limited
 * @param bound whether the limit is a minimum or a maximum
 * @param limit in the unit of the metric
 * @param byInterval whether it is judged by the interval; else by the mean
 */
record MetricRule(String cell, GatedMetric metric, Bound bound, BigDecimal limit, boolean byInterval) implements Rule {

    /** What kind of limit it is. */
    enum Bound {
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

    MetricRule {
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
    public RuleKind kind() {
        return bound == Bound.MINIMUM ? RuleKind.MINIMUM : RuleKind.MAXIMUM;
    }

    @Override
    public List<String> cells() {
        return List.of(cell);
    }

    @Override
    public GateResult judge(Measurements measurements) {
        Bounds.requirePresent("measurements", measurements);
        Optional<Measured> found = measurements.metric(cell, metric);
        if (found.isEmpty()) {
            return GateResult.of(
                    this,
                    GateState.UNDECIDED,
                    "%s of %s is not known; a study (mnist:study) measures it; required: %s %s"
                            .formatted(metric.id(), cell, bound.words, Shortfall.text(limit)),
                    Map.of("asked", limit.doubleValue()));
        }
        return byInterval ? byInterval(found.get()) : byValue(found.get());
    }

    private GateResult byValue(Measured found) {
        BigDecimal shown = Shortfall.shown(found.value(), limit);
        boolean kept = keeps(found.value());
        return result(
                found,
                kept ? GateState.PASSED : GateState.FAILED,
                "is " + Shortfall.text(shown),
                kept ? "" : " (%s %s)".formatted(bound.missed, Shortfall.distance(shown, limit)),
                kept ? 0 : distance(found.value()));
    }

    private GateResult byInterval(Measured found) {
        if (found.missing().isEmpty()) {
            return byInterval(found, found.interval().orElseThrow());
        }
        return result(
                found,
                GateState.UNDECIDED,
                "is " + Shortfall.text(Shortfall.shown(found.value(), limit)),
                ", by the 95 % interval; that takes " + found.missing().get(),
                keeps(found.value()) ? 0 : distance(found.value()));
    }

    /** The bound of the interval that is nearer to breaking the rule decides whether it is kept. */
    private GateResult byInterval(Measured found, ConfidenceInterval interval) {
        double worst = bound == Bound.MINIMUM ? interval.lower() : interval.upper();
        double best = bound == Bound.MINIMUM ? interval.upper() : interval.lower();
        GateState state = keeps(worst) ? GateState.PASSED : keeps(best) ? GateState.UNDECIDED : GateState.FAILED;
        double decisive = state == GateState.FAILED ? best : worst;
        BigDecimal shown = Shortfall.shown(decisive, limit);
        String missed = state == GateState.PASSED
                ? ""
                : " (the %s bound is %s %s)"
                        .formatted(
                                (state == GateState.FAILED) == (bound == Bound.MINIMUM) ? "upper" : "lower",
                                bound.missed,
                                Shortfall.distance(shown, limit));
        return result(
                found,
                state,
                "is %s, 95 %% interval %s to %s"
                        .formatted(
                                Shortfall.text(Shortfall.shown(found.value(), limit)),
                                Shortfall.text(Shortfall.shown(interval.lower(), limit)),
                                Shortfall.text(Shortfall.shown(interval.upper(), limit))),
                missed,
                state == GateState.PASSED ? 0 : distance(decisive));
    }

    private double distance(double value) {
        return BigDecimal.valueOf(value).subtract(limit).abs().doubleValue();
    }

    private boolean keeps(double value) {
        int side = Shortfall.exact(value, limit).compareTo(limit);
        return bound == Bound.MINIMUM ? side >= 0 : side <= 0;
    }

    private GateResult result(Measured measured, GateState state, String found, String missed, double missedBy) {
        Map<String, Double> numbers =
                new TreeMap<>(Map.of("asked", limit.doubleValue(), "found", measured.value(), "missedBy", missedBy));
        measured.interval().ifPresent(interval -> {
            numbers.put("lower", interval.lower());
            numbers.put("upper", interval.upper());
        });
        return GateResult.of(
                this,
                state,
                "%s of %s %s; required: %s %s%s"
                        .formatted(metric.id(), cell, found, bound.words, Shortfall.text(limit), missed),
                numbers);
    }
}
