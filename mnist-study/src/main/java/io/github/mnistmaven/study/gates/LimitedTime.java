package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.time.Duration;

/** The training time of a cell or a model, before it is said what limit it has: {@code Rule.trainingTimeOf("cnn-fast").atMost(Duration.ofMinutes(1))}. */
public final class LimitedTime {

    private final LimitedMetric seconds;

    LimitedTime(LimitedMetric seconds) {
        this.seconds = seconds;
    }

    /**
     * Judges by the 95 % interval instead of by the mean.
     *
     * @return a changed copy
     */
    public LimitedTime byInterval() {
        return new LimitedTime(seconds.byInterval());
    }

    /**
     * Sets the most that is allowed.
     *
     * @param limit not negative
     * @return the rule
     * @throws IllegalArgumentException if the limit is negative
     */
    public Rule atMost(Duration limit) {
        Bounds.requirePresent("limit", limit);
        return seconds.atMost(BigDecimal.valueOf(limit.getSeconds()).add(BigDecimal.valueOf(limit.getNano(), 9)));
    }

    /**
     * Sets how many times as long as another it may take, by their means: seconds depend on the machine, and this does so less.
     *
     * @param other the name of the other cell or model
     * @param factor above 0, such as 2 for twice as long
     * @return the rule
     * @throws IllegalArgumentException if the factor is not above 0, or the other one is the same
     */
    public Rule atMostTimesThatOf(String other, double factor) {
        Bounds.requireWithin("factor", factor, -Double.MAX_VALUE, Double.MAX_VALUE);
        return atMostTimesThatOf(other, BigDecimal.valueOf(factor));
    }

    /**
     * Sets how many times as long as another it may take, with all decimals.
     *
     * @param other the name of the other cell or model
     * @param factor above 0, such as 2 for twice as long
     * @return the rule
     * @throws IllegalArgumentException if the factor is not above 0, or the other one is the same
     */
    public Rule atMostTimesThatOf(String other, BigDecimal factor) {
        return new RelativeTimeRule(seconds.name(), other, factor);
    }
}
