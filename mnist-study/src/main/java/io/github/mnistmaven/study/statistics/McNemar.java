package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether two models that were evaluated on the same digits differ by more than chance: McNemar's test (McNemar, "Note on the
 * sampling error of the difference between correlated proportions or percentages", Psychometrika 12, 1947), which looks only at
 * the digits that one model classified correctly and the other did not. If the models were equally good, each of these would
 * have fallen to either model with probability 1/2; so the p-value is that of a two-sided binomial test, exact rather than
 * McNemar's chi-squared approximation, as these digits may be few. Dietterich ("Approximate Statistical Tests for Comparing
 * Supervised Classification Learning Algorithms", Neural Computation 10, 1998) recommends the test where each model was trained
 * once.
 *
 * <p>It speaks of these two trained models on digits of this kind, not of what another seed would have led to.
 *
 * @param first the name of a model
 * @param second the name of another
 * @param bothCorrect the digits that both classified correctly
 * @param onlyFirstCorrect the digits that only the first classified correctly
 * @param onlySecondCorrect the digits that only the second classified correctly
 * @param bothWrong the digits that neither classified correctly
 * @param pValue the probability of counts at least this uneven if the models were equally good, 0 to 1; 1 if there are no such
 *     digits
 * @param adjustedPValue the same, adjusted by Holm's method for the number of pairs compared, see {@link Comparison}
 */
public record McNemar(
        String first,
        String second,
        int bothCorrect,
        int onlyFirstCorrect,
        int onlySecondCorrect,
        int bothWrong,
        double pValue,
        double adjustedPValue) {

    private static final double SIGNIFICANCE_LEVEL = 0.05;

    /**
     * Checks each value.
     *
     * @param first the name of a model
     * @param second the name of another
     * @param bothCorrect the digits that both classified correctly
     * @param onlyFirstCorrect the digits that only the first classified correctly
     * @param onlySecondCorrect the digits that only the second classified correctly
     * @param bothWrong the digits that neither classified correctly
     * @param pValue the probability of counts at least this uneven if the models were equally good, 0 to 1; 1 if there are no
     *     such digits
     * @param adjustedPValue the same, adjusted by Holm's method for the number of pairs compared, see {@link Comparison}
     */
    public McNemar {
        Bounds.requireName("first", first);
        Bounds.requireName("second", second);
        Bounds.requireWithin("bothCorrect", bothCorrect, 0, DigitSet.MAX_SIZE);
        Bounds.requireWithin("onlyFirstCorrect", onlyFirstCorrect, 0, DigitSet.MAX_SIZE);
        Bounds.requireWithin("onlySecondCorrect", onlySecondCorrect, 0, DigitSet.MAX_SIZE);
        Bounds.requireWithin("bothWrong", bothWrong, 0, DigitSet.MAX_SIZE);
        Bounds.requireShare("pValue", pValue);
        Bounds.requireShare("adjustedPValue", adjustedPValue);
    }

    /**
     * Tests two evaluations of the same test set.
     *
     * @param first of one model
     * @param second of another, on the same test set
     * @return the result; its p-value is not adjusted
     */
    static McNemar between(Evaluation first, Evaluation second) {
        return between(first.modelName(), second.modelName(), first.size(), first::isCorrect, second::isCorrect);
    }

    /** Tests two runs on the same test images; the p-value of the result is not adjusted. */
    static McNemar between(String first, RunPredictions ofFirst, String second, RunPredictions ofSecond) {
        return between(first, second, ofFirst.size(), ofFirst::isCorrect, ofSecond::isCorrect);
    }

    private static McNemar between(
            String first, String second, int size, IntPredicate firstIsCorrect, IntPredicate secondIsCorrect) {
        int[][] counts = new int[2][2];
        for (int i = 0; i < size; i++) {
            counts[firstIsCorrect.test(i) ? 1 : 0][secondIsCorrect.test(i) ? 1 : 0]++;
        }
        double pValue = pValue(counts[1][0], counts[0][1]);
        return new McNemar(first, second, counts[1][1], counts[1][0], counts[0][1], counts[0][0], pValue, pValue);
    }

    /**
     * The exact test on the digits that only one of two models classified correctly.
     *
     * @param onlyFirst how many only the first classified correctly, at least 0
     * @param onlySecond how many only the second classified correctly, at least 0
     * @return the probability of counts at least this uneven if the models were equally good
     */
    public static double pValue(int onlyFirst, int onlySecond) {
        int discordant = onlyFirst + onlySecond;
        // Not by BinomialTest, which compares rounded probabilities and so leaves out one of the two counts in some
        // cases.
        return discordant == 0
                ? 1
                : Math.min(1, 2 * fairCoin(discordant).cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }

    /**
     * The mid-p version of the test: of the counts as uneven as those observed, half the probability is left out. The exact
     * test errs on the side of no difference, as counts are whole numbers; the mid-p test rejects equally good models about as
     * often as the level says, hardly ever more often (Fagerland, Lydersen and Laake, "The McNemar Test for Binary
     * Matched-Pairs Data: Mid-p and Asymptotic are Better than Exact Conditional", BMC Medical Research Methodology 13, 2013).
     *
     * @return the p-value, at most {@link #pValue}; not adjusted
     */
    public double midPValue() {
        return midPValue(onlyFirstCorrect, onlySecondCorrect);
    }

    /**
     * The mid-p test on the digits that only one of two models classified correctly, see {@link #midPValue()}.
     *
     * @param onlyFirst how many only the first classified correctly, at least 0
     * @param onlySecond how many only the second classified correctly, at least 0
     * @return the p-value, 0 to 1; 1 if there are no such digits
     */
    public static double midPValue(int onlyFirst, int onlySecond) {
        int discordant = onlyFirst + onlySecond;
        if (discordant == 0) {
            return 1;
        }
        double ofObserved = fairCoin(discordant).probability(onlyFirst);
        return pValue(onlyFirst, onlySecond) - (onlyFirst == onlySecond ? ofObserved / 2 : ofObserved);
    }

    private static BinomialDistribution fairCoin(int tosses) {
        return BinomialDistribution.of(tosses, 0.5);
    }

    McNemar withAdjustedPValue(double value) {
        return new McNemar(first, second, bothCorrect, onlyFirstCorrect, onlySecondCorrect, bothWrong, pValue, value);
    }

    /**
     * Whether the models differ by more than chance at the 5 % level, the number of pairs compared taken into account.
     *
     * @return true if the adjusted p-value is below 0.05
     */
    public boolean isSignificant() {
        return adjustedPValue < SIGNIFICANCE_LEVEL;
    }

    /**
     * What the test says, the more accurate model first.
     *
     * @return such as {@code cnn is more accurate than lstm (p = 0.00024; correct where the other is wrong: cnn 30, lstm 6)}
     */
    @Override
    public String toString() {
        boolean isFirst = onlyFirstCorrect >= onlySecondCorrect;
        String better = isFirst ? first : second;
        String worse = isFirst ? second : first;
        return String.format(
                Locale.ROOT,
                isSignificant()
                        ? "%s is more accurate than %s (p = %.2g; correct where the other is wrong: %s %d, %s %d)"
                        : "%s and %s do not differ significantly (p = %.2g; correct where the other is wrong: %s %d, %s %d)",
                better,
                worse,
                adjustedPValue,
                better,
                Math.max(onlyFirstCorrect, onlySecondCorrect),
                worse,
                Math.min(onlyFirstCorrect, onlySecondCorrect));
    }
}
