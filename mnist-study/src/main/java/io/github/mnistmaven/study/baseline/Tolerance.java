package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * How far two models may differ on the same test digits and still count as the same.
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
}
