package io.github.mnistmaven.plugin.protocol;

/**
 * How far two models may differ on the same test digits and still count as the same.
 *
 * @param significanceLevel the exact McNemar test's p-value below which their predictions differ significantly, 0 to 1
 * @param accuracyMargin the difference in accuracy that is still the same, whatever the test says, 0 to 1
 */
public record Tolerance(double significanceLevel, double accuracyMargin) {

    /** Checks the values; each message names the parameter, its value and what it may be. */
    public Tolerance {
        requireShare("significanceLevel", significanceLevel);
        requireShare("accuracyMargin", accuracyMargin);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s; it lies between 0 and 1".formatted(name, value));
        }
    }
}
