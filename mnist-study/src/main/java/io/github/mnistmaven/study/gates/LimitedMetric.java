package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;

/**
 * A metric of a cell or a model, before it is said what limit it has: {@code Rule.accuracyOf("cnn-fast").atLeast(0.99)}.
 *
 * <p>A limit is judged by the mean over the seeds, or by the 95 % interval: then the rule is kept if the whole interval keeps it, broken if the whole interval breaks it, and undecided otherwise.
 */
public final class LimitedMetric {

    private final GatedMetric metric;
    private final String name;
    private final boolean byInterval;

    LimitedMetric(GatedMetric metric, String name, boolean byInterval) {
        this.metric = metric;
        this.name = name;
        this.byInterval = byInterval;
    }

    /**
     * Judges by the 95 % interval instead of by the mean.
     *
     * @return a changed copy
     */
    public LimitedMetric byInterval() {
        return new LimitedMetric(metric, name, true);
    }

    /**
     * Sets the least that is enough.
     *
     * @param limit in the unit of the metric, within its range
     * @return the rule
     * @throws IllegalArgumentException if the limit is out of the range of the metric
     */
    public Rule atLeast(double limit) {
        return atLeast(decimal(limit));
    }

    /**
     * Sets the least that is enough, with all its decimals.
     *
     * @param limit in the unit of the metric, within its range
     * @return the rule
     * @throws IllegalArgumentException if the limit is out of the range of the metric
     */
    public Rule atLeast(BigDecimal limit) {
        return new MetricRule(name, metric, MetricRule.Bound.MINIMUM, limit, byInterval);
    }

    /**
     * Sets the most that is allowed.
     *
     * @param limit in the unit of the metric, within its range
     * @return the rule
     * @throws IllegalArgumentException if the limit is out of the range of the metric
     */
    public Rule atMost(double limit) {
        return atMost(decimal(limit));
    }

    /**
     * Sets the most that is allowed, with all its decimals.
     *
     * @param limit in the unit of the metric, within its range
     * @return the rule
     * @throws IllegalArgumentException if the limit is out of the range of the metric
     */
    public Rule atMost(BigDecimal limit) {
        return new MetricRule(name, metric, MetricRule.Bound.MAXIMUM, limit, byInterval);
    }

    private static BigDecimal decimal(double limit) {
        Bounds.requireWithin("limit", limit, -Double.MAX_VALUE, Double.MAX_VALUE);
        return BigDecimal.valueOf(limit);
    }

    String name() {
        return name;
    }
}
