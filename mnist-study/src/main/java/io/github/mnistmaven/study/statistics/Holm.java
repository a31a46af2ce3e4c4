package io.github.mnistmaven.study.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for the number of tests, so that the probability of even one false rejection stays below the level (Holm, "A
 * Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979).
 */
final class Holm {

    private Holm() {}

    /**
     * The k-th smallest of m is multiplied by m - k + 1, and none becomes smaller than the one before it nor larger than 1.
     *
     * @param pValues of any number of tests
     * @return adjusted, in the order given
     */
    static double[] adjusted(double[] pValues) {
        List<Integer> byPValue = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int test = byPValue.get(rank);
            least = Math.max(least, Math.min(1, (pValues.length - rank) * pValues[test]));
            adjusted[test] = least;
        }
        return adjusted;
    }
}
