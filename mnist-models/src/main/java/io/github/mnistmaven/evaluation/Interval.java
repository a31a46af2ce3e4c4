package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A confidence interval for a proportion that was estimated from a sample.
 *
 * <pre>{@code
 * System.out.println(Interval.wilson(372, 400)); // 90.07-95.11 %
 * }</pre>
 *
 * @param lower the smallest plausible share, 0 to 1
 * @param upper the largest plausible share, {@code lower} to 1
 */
public record Interval(double lower, double upper) {

    private static final double ERROR_RATE = 0.05;

    /**
     * Checks the order of the bounds.
     *
     * @param lower the smallest plausible share, 0 to 1
     * @param upper the largest plausible share, {@code lower} to 1
     */
    public Interval {
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "an interval from %s to %s; it must lie between 0 and 1, the lower bound first"
                            .formatted(lower, upper));
        }
    }

    /**
     * The interval as people read it.
     *
     * @return in percent, such as {@code 90.07-95.11 %}
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f-%.2f %%", 100 * lower, 100 * upper);
    }

    /**
     * The 95 % score interval of a share (Wilson, "Probable Inference, the Law of Succession, and Statistical
     * Inference", Journal of the American Statistical Association 22, 1927). Unlike the normal approximation, it is
     * reliable where the proportion is close to 1, as accuracies on MNIST are.
     *
     * @param successes 0 to {@code trials}
     * @param trials at least 1
     * @return the interval
     * @throws IllegalArgumentException if there are no trials, or more successes than trials
     */
    public static Interval wilson(int successes, int trials) {
        Bounds.requireWithin("trials", trials, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("successes", (long) successes, 0, trials);
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, successes, ERROR_RATE);
        // Where all or none succeed, rounding may carry a bound past 1 or 0.
        return new Interval(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }
}
