package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * How far two models may differ on the same test digits and still count as the same.
 *
 * <pre>{@code
 * Tolerance strict = Tolerance.DEFAULT.withAccuracyMargin(0.001);
 * }</pre>
 *
 * <p>Change {@link #DEFAULT} rather than call the constructor, whose two shares are easily confused.
 *
 * @param significanceLevel the exact McNemar test's p-value below which their predictions differ significantly, 0 to 1
 * @param accuracyMargin the difference in accuracy above which they differ, whatever the test says, 0 to 1
 */
public record Tolerance(double significanceLevel, double accuracyMargin) {

    /** What a build tolerates unless told otherwise. */
    public static final Tolerance DEFAULT = new Tolerance(0.01, 0.005);

    /**
     * Checks the values; each message names the parameter, its value and what it may be.
     *
     * @param significanceLevel the exact McNemar test's p-value below which their predictions differ significantly, 0 to 1
     * @param accuracyMargin the difference in accuracy above which they differ, whatever the test says, 0 to 1
     */
    public Tolerance {
        Bounds.requireShare("significanceLevel", significanceLevel);
        Bounds.requireShare("accuracyMargin", accuracyMargin);
    }

    /**
     * The same with another significance level.
     *
     * @param value the p-value below which predictions differ significantly, 0 to 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public Tolerance withSignificanceLevel(double value) {
        return new Tolerance(value, accuracyMargin);
    }

    /**
     * The same with another margin.
     *
     * @param value the difference in accuracy above which models differ, 0 to 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public Tolerance withAccuracyMargin(double value) {
        return new Tolerance(significanceLevel, value);
    }
}
