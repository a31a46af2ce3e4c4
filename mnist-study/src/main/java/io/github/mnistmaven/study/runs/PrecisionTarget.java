package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.internal.runs.StoredPrecision;
import io.github.mnistmaven.study.statistics.CellComparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * When a study stops adding seeds: when the 95 % interval of the difference in accuracy of two cells is narrow enough, or there are as many seeds as allowed.
 *
 * <pre>{@code
 * StudyResults results = study.until(PrecisionTarget.between("cnn-fast", "lstm-fast").withHalfWidth(0.0005).withMaxSeeds(50)).run();
 * }</pre>
 *
 * <p>To stop because of what was seen makes intervals a little too narrow: a study stops rather when its seeds happen to agree. Results say that it was so.
 */
public final class PrecisionTarget {

    private static final double DEFAULT_HALF_WIDTH = 0.001;
    private static final int DEFAULT_MAX_SEEDS = 20;
    private static final int DIGITS = 2;

    private final StoredPrecision stored;

    PrecisionTarget(StoredPrecision stored) {
        this.stored = stored;
    }

    /**
     * The precision of the difference between two cells.
     *
     * @param first the name of a cell
     * @param second the name of another
     * @return a target of a half width of 0.001, with at most 20 seeds
     * @throws IllegalArgumentException if both are the same
     */
    public static PrecisionTarget between(String first, String second) {
        return new PrecisionTarget(new StoredPrecision(first, second, DEFAULT_HALF_WIDTH, DEFAULT_MAX_SEEDS));
    }

    /**
     * The same with another half width.
     *
     * @param value half the width of the interval that is asked for, above 0 and at most 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public PrecisionTarget withHalfWidth(double value) {
        return new PrecisionTarget(new StoredPrecision(first(), second(), value, maxSeeds()));
    }

    /**
     * The same with another limit to the number of seeds.
     *
     * @param value of each cell, 2 to 1000
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public PrecisionTarget withMaxSeeds(int value) {
        return new PrecisionTarget(new StoredPrecision(first(), second(), halfWidth(), value));
    }

    /**
     * One of the two cells.
     *
     * @return its name
     */
    public String first() {
        return stored.first();
    }

    /**
     * The other cell.
     *
     * @return its name
     */
    public String second() {
        return stored.second();
    }

    /**
     * How narrow the interval has to be.
     *
     * @return half its width, in accuracy
     */
    public double halfWidth() {
        return stored.halfWidth();
    }

    /**
     * How many seeds are enough in any case.
     *
     * @return of each cell
     */
    public int maxSeeds() {
        return stored.maxSeeds();
    }

    StoredPrecision stored() {
        return stored;
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
        return !isReached(results) && seeds(results) < maxSeeds();
    }

    private boolean isReached(StudyResults results) {
        OptionalDouble found = halfWidth(results);
        return found.isPresent() && found.getAsDouble() <= halfWidth();
    }

    private static int seeds(StudyResults results) {
        return results.cells().stream()
                .mapToInt(cell -> cell.runs().size())
                .max()
                .orElseThrow();
    }

    /** Nothing is known of it from a single seed. */
    OptionalDouble halfWidth(StudyResults results) {
        List<String> both = List.of(first(), second());
        CellComparison pair = results.statistics().pairs().stream()
                .filter(it -> both.contains(it.first()) && both.contains(it.second()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the precision asked for is that of the difference between '%s' and '%s', which are not both in the study"
                                .formatted(first(), second())));
        boolean single = pair.accuracy().error().seeds().stream().anyMatch(it -> it.count() == 1);
        return single
                ? OptionalDouble.empty()
                : OptionalDouble.of(pair.accuracy().interval().halfWidth());
    }

    /**
     * How far a study has come.
     *
     * @param results of the study
     * @return such as {@code the difference in accuracy between cnn-fast and lstm-fast is known to +-0.00081 with 6 seeds; required: +-0.001}
     */
    public String sentence(StudyResults results) {
        Bounds.requirePresent("results", results);
        OptionalDouble found = halfWidth(results);
        return String.format(
                Locale.ROOT,
                "the difference in accuracy between %s and %s is %s with %d %s; required: +-%s%s",
                first(),
                second(),
                found.isPresent() ? "known to +-" + shown(found.getAsDouble()) : "not known",
                seeds(results),
                seeds(results) == 1 ? "seed" : "seeds",
                BigDecimal.valueOf(halfWidth()).toPlainString(),
                isReached(results) || wantsMore(results) ? "" : ", but no more than %d seeds".formatted(maxSeeds()));
    }

    /** Rounded away from the target, so that one that is missed does not look as if it was met, nor the other way round. */
    private String shown(double found) {
        RoundingMode direction = found > halfWidth() ? RoundingMode.UP : RoundingMode.DOWN;
        return BigDecimal.valueOf(found)
                .round(new MathContext(DIGITS, direction))
                .toPlainString();
    }

    /**
     * Whether both ask for the same.
     *
     * @param other anything
     * @return true for a target with the same cells, half width and number of seeds
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof PrecisionTarget target && stored.equals(target.stored);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    /**
     * The target as people read it.
     *
     * @return such as {@code the difference between cnn-fast and lstm-fast to +-0.001, with at most 20 seeds}
     */
    @Override
    public String toString() {
        return "the difference between %s and %s to +-%s, with at most %d seeds"
                .formatted(first(), second(), BigDecimal.valueOf(halfWidth()).toPlainString(), maxSeeds());
    }
}
