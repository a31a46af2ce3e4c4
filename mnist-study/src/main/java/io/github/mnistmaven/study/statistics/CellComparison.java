package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a study says of two cells: which one is more accurate, or that it does not matter, or that this is not known yet. The
 * seeds of two cells are taken to be independent; the images are the same, so the comparison is paired by image.
 *
 * <p>The decision compares the 95 % interval of the difference in accuracy with the region of practical equivalence, from
 * {@code -margin} to {@code margin} (Kruschke, "Rejecting or Accepting Parameter Values in Bayesian Estimation", Advances in
 * Methods and Practices in Psychological Science 1, 2018):
 *
 * <ul>
 *   <li>If it lies beyond that region, and the p-value adjusted for the number of pairs is below 0.05, one cell is more
 *       accurate;
 *   <li>if it lies within, the cells are practically equivalent;
 *   <li>otherwise, and where a cell has a single seed, nothing is decided.
 * </ul>
 *
 * @param first the name of a cell
 * @param second the name of another
 * @param margin the largest difference in accuracy that does not matter, 0 to 1
 * @param accuracy the difference in accuracy
 * @param loss the difference in log loss, in nats
 * @param brierScore the difference in Brier score
 * @param adjustedPValue the p-value of the difference in accuracy, adjusted for all pairs of the study by Holm's method
 * @param mcNemar the test of the two runs where both cells have a single one; it is not adjusted
 */
public record CellComparison(
        String first,
        String second,
        double margin,
        Difference accuracy,
        Difference loss,
        Difference brierScore,
        double adjustedPValue,
        Optional<McNemar> mcNemar) {

    private static final double SIGNIFICANCE_LEVEL = 0.05;

    /** With how many more seeds at most a decision is looked for. */
    private static final int MAX_MORE_SEEDS = 1000;

    /** That of the upper limit of the seeds' variance. */
    private static final double VARIANCE_CONFIDENCE = 0.8;

    /**
     * Checks each value.
     *
     * @param first the name of a cell
     * @param second the name of another
     * @param margin the largest difference in accuracy that does not matter, 0 to 1
     * @param accuracy the difference in accuracy
     * @param loss the difference in log loss, in nats
     * @param brierScore the difference in Brier score
     * @param adjustedPValue the p-value of the difference in accuracy, adjusted for all pairs of the study by Holm's method
     * @param mcNemar the test of the two runs where both cells have a single one; it is not adjusted
     */
    public CellComparison {
        Bounds.requireName("first", first);
        Bounds.requireName("second", second);
        Bounds.requireShare("margin", margin);
        Bounds.requirePresent("accuracy", accuracy);
        Bounds.requirePresent("loss", loss);
        Bounds.requirePresent("brierScore", brierScore);
        Bounds.requireShare("adjustedPValue", adjustedPValue);
        Bounds.requirePresent("mcNemar", mcNemar);
    }

    /**
     * The probability that the first cell is more accurate by more than the margin.
     *
     * @return 0 to 1; with the other two probabilities, it adds up to 1
     */
    public double probabilityFirstIsBetter() {
        return accuracy.probabilityAbove(margin);
    }

    /**
     * The probability that the second cell is more accurate by more than the margin.
     *
     * @return 0 to 1
     */
    public double probabilitySecondIsBetter() {
        return 1 - accuracy.probabilityAbove(-margin);
    }

    /**
     * The probability that the accuracies differ by no more than the margin.
     *
     * @return 0 to 1
     */
    public double probabilityOfEquivalence() {
        return Math.max(0, 1 - probabilityFirstIsBetter() - probabilitySecondIsBetter());
    }

    /**
     * What follows.
     *
     * @return the decision
     */
    public Decision decision() {
        if (hasSingleSeed()) {
            return Decision.UNDECIDED;
        }
        ConfidenceInterval interval = accuracy.interval();
        if (interval.lower() > margin && isSignificant()) {
            return Decision.FIRST_IS_MORE_ACCURATE;
        }
        if (interval.upper() < -margin && isSignificant()) {
            return Decision.SECOND_IS_MORE_ACCURATE;
        }
        return interval.lower() >= -margin && interval.upper() <= margin
                ? Decision.PRACTICALLY_EQUIVALENT
                : Decision.UNDECIDED;
    }

    /**
     * Whether the accuracies differ at all, be it by less than the margin.
     *
     * @return true if both cells have several seeds and the adjusted p-value is below 0.05
     */
    public boolean isSignificant() {
        return !hasSingleSeed() && adjustedPValue < SIGNIFICANCE_LEVEL;
    }

    private boolean hasSingleSeed() {
        return accuracy.error().method() == IntervalMethod.IMAGES_ONLY;
    }

    /**
     * How many more seeds of both cells would decide, for this pair alone: the smallest number with which the interval would be
     * narrow enough if the difference stayed as it is. As few seeds tend to show too small a variance, that of the seeds is
     * replaced by its upper 80 % confidence limit (Browne, "On the Use of a Pilot Sample for Sample Size Determination",
     * Statistics in Medicine 14, 1995). It is a rough figure all the same, as the difference will change.
     *
     * @return 1 to 1,000; 0 if there is a decision; empty if not even 1,000 would do, so that only more test images could
     *     decide, or if a cell has a single seed
     */
    public OptionalInt moreSeeds() {
        if (decision() != Decision.UNDECIDED) {
            return OptionalInt.of(0);
        }
        if (hasSingleSeed() || !decides(MAX_MORE_SEEDS)) {
            return OptionalInt.empty();
        }
        int tooFew = 0;
        int enough = MAX_MORE_SEEDS;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (decides(middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(enough);
    }

    private boolean decides(int more) {
        SamplingError then =
                accuracy.error().withCautiousSeedVariance(VARIANCE_CONFIDENCE).withMoreSeeds(more);
        double distance = Math.abs(Math.abs(accuracy.value()) - margin);
        return distance > new Difference(0, then).interval().upper();
    }

    /**
     * The decision in words.
     *
     * @return such as {@code cnn is more accurate than lstm}, {@code cnn and lstm are practically equivalent} or
     *     {@code undecided between cnn and lstm: about 4 more seeds would decide}
     */
    public String sentence() {
        return switch (decision()) {
            case FIRST_IS_MORE_ACCURATE -> "%s is more accurate than %s".formatted(first, second);
            case SECOND_IS_MORE_ACCURATE -> "%s is more accurate than %s".formatted(second, first);
            case PRACTICALLY_EQUIVALENT -> "%s and %s are practically equivalent".formatted(first, second);
            case UNDECIDED -> "%s: %s".formatted(whatIsOpen(), whatWouldDecide());
        };
    }

    private String whatIsOpen() {
        if (!isSignificant()) {
            return "undecided between %s and %s".formatted(first, second);
        }
        return accuracy.value() > 0 ? moreThanMargin(first, second) : moreThanMargin(second, first);
    }

    /**
     * The difference in accuracy, seen from the cell that the {@link #sentence} names first.
     *
     * @return {@link #accuracy} or, where the sentence begins with the second cell as that is the better one, its negative
     */
    public Difference accuracyAsSaid() {
        boolean secondIsNamedFirst = decision() == Decision.SECOND_IS_MORE_ACCURATE
                || decision() == Decision.UNDECIDED && isSignificant() && accuracy.value() <= 0;
        return secondIsNamedFirst ? new Difference(-accuracy.value(), accuracy.error()) : accuracy;
    }

    private String moreThanMargin(String better, String worse) {
        return "%s is more accurate than %s, but it is undecided whether by more than %s"
                .formatted(better, worse, margin);
    }

    private String whatWouldDecide() {
        if (hasSingleSeed()) {
            return "a single seed does not show how much results vary with the seed; train at least 2 of each";
        }
        OptionalInt more = moreSeeds();
        if (more.isEmpty()) {
            return "more seeds would not decide it, more test images might";
        }
        return "about %d more %s would decide it".formatted(more.getAsInt(), more.getAsInt() == 1 ? "seed" : "seeds");
    }

    /**
     * The comparison as people read it.
     *
     * @return the sentence and the figures behind it, such as
     *     {@code cnn is more accurate than lstm (difference 0.005100, 0.004203 to 0.005997, p = 0.0012)}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s (difference %.4g, %s, p = %.2g)",
                sentence(),
                accuracyAsSaid().value(),
                accuracyAsSaid().interval(),
                adjustedPValue);
    }
}
