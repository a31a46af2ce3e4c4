package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * When a study stops adding seeds: when the 95 % interval of the difference in accuracy of two cells is narrow enough, or there are as many seeds as allowed.
 *
 * <p>To stop because of what was seen makes intervals a little too narrow: a study stops rather when its seeds happen to agree. Results say that it was so.
 *
 * @param first the name of a cell
 * @param second the name of another
 * @param halfWidth half the width of the interval that is asked for, above 0 and at most 1
 * @param maxSeeds of each cell, at least 2
 */
public record PrecisionTarget(String first, String second, double halfWidth, int maxSeeds) {

    private static final int DIGITS = 2;

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
    public PrecisionTarget {
        Bounds.requireName("first", first);
        Bounds.requireName("second", second);
        Bounds.requireWithin("maxSeeds", maxSeeds, MIN_SEEDS, MAX_SEEDS);
        if (!(halfWidth > 0 && halfWidth <= 1)) {
            throw new IllegalArgumentException(
                    "halfWidth is %s; it is above 0 and at most 1, such as 0.001".formatted(halfWidth));
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "the precision is that of a difference, but '%s' is named twice".formatted(first));
        }
    }

    /**
     * Whether a study is to go on with one more seed.
     *
     * @param results so far
     * @return true if the interval is too wide, or a cell has a single seed, and more seeds are allowed
     * @throws IllegalArgumentException if the study has no such pair of cells
     */
    public boolean wantsMore(StudyResults results) {
        Bounds.requirePresent("results", results);
        return !isReached(results) && seeds(results) < maxSeeds;
    }

    private boolean isReached(StudyResults results) {
        OptionalDouble found = halfWidth(results);
        return found.isPresent() && found.getAsDouble() <= halfWidth;
    }

    private static int seeds(StudyResults results) {
        return results.cells().stream()
                .mapToInt(cell -> cell.runs().size())
                .max()
                .orElseThrow();
    }

    /** Nothing is known of it from a single seed. */
    OptionalDouble halfWidth(StudyResults results) {
        PairResult pair = results.pairs().stream()
                .filter(it -> List.of(first, second).contains(it.first())
                        && List.of(first, second).contains(it.second()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the precision is that of the difference between '%s' and '%s', which are not both in the study"
                                .formatted(first, second)));
        boolean single = pair.accuracy().seeds().stream().anyMatch(it -> it.count() == 1);
        return single
                ? OptionalDouble.empty()
                : OptionalDouble.of((pair.accuracy().upper() - pair.accuracy().lower()) / 2);
    }

    /**
     * How far a study has come.
     *
     * @param results of the study
     * @return such as {@code the difference in accuracy between cnn-fast and lstm-fast is known to +-0.00081 with 6 seeds; asked was +-0.001}
     */
    public String sentence(StudyResults results) {
        Bounds.requirePresent("results", results);
        OptionalDouble found = halfWidth(results);
        return String.format(
                Locale.ROOT,
                "the difference in accuracy between %s and %s is %s with %d %s; asked was +-%s%s",
                first,
                second,
                found.isPresent() ? "known to +-" + shown(found.getAsDouble()) : "not known",
                seeds(results),
                seeds(results) == 1 ? "seed" : "seeds",
                BigDecimal.valueOf(halfWidth).toPlainString(),
                isReached(results) || wantsMore(results) ? "" : ", but no more than %d seeds".formatted(maxSeeds));
    }

    /** Rounded away from the target, so that one that is missed does not look as if it was met, nor the other way round. */
    private String shown(double found) {
        RoundingMode direction = found > halfWidth ? RoundingMode.UP : RoundingMode.DOWN;
        return BigDecimal.valueOf(found)
                .round(new MathContext(DIGITS, direction))
                .toPlainString();
    }
}
