package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * When a study stops adding seeds, as a file has it.
 *
 * @param first the name of a cell
 * @param second the name of another
 * @param halfWidth half the width of the interval that is asked for, above 0 and at most 1
 * @param maxSeeds of each cell, at least 2
 */
public record StoredPrecision(String first, String second, double halfWidth, int maxSeeds) {

    private static final int MIN_SEEDS = 2;
    private static final int MAX_SEEDS = 1000;

    /**
     * Checks each value.
     *
     * @param first the name of a cell
     * @param second the name of another
     * @param halfWidth half the width of the interval that is asked for, above 0 and at most 1
     * @param maxSeeds of each cell, at least 2
     */
    public StoredPrecision {
        Bounds.requireName("first", first);
        Bounds.requireName("second", second);
        Bounds.requireWithin("maxSeeds", maxSeeds, MIN_SEEDS, MAX_SEEDS);
        if (!(halfWidth > 0 && halfWidth <= 1)) {
            throw new IllegalArgumentException(
                    "halfWidth is %s; it must be above 0 and at most 1, such as 0.001".formatted(halfWidth));
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "the precision asked for is that of a difference, but '%s' is named twice; name two different cells"
                            .formatted(first));
        }
    }
}
