package io.github.mnistmaven.internal.random;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A random sample in which each class has the same share as in the whole: proportional shares rounded down, then one more for each of
 * the classes with the largest remainders, lower classes first among equals.
 */
public final class StratifiedSample {

    private final IntUnaryOperator labels;
    private final int size;
    private final int classes;

    /**
     * What to draw from.
     *
     * @param labels gives the class of each element, from 0
     * @param size the number of elements
     * @param classes the number of classes
     */
    public StratifiedSample(IntUnaryOperator labels, int size, int classes) {
        this.labels = labels;
        this.size = size;
        this.classes = classes;
    }

    /**
     * Draws some elements.
     *
     * @param number how many, at most all
     * @param random numbers for each class
     * @return for each element whether it was drawn
     */
    public boolean[] draw(int number, IntFunction<SplitMix64> random) {
        int[][] members = new int[classes][];
        for (int i = 0; i < classes; i++) {
            int label = i;
            members[i] = IntStream.range(0, size)
                    .filter(element -> labels.applyAsInt(element) == label)
                    .toArray();
            random.apply(i).shuffle(members[i]);
        }
        int[] quotas = quotas(members, number);
        boolean[] drawn = new boolean[size];
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < quotas[i]; j++) {
                drawn[members[i][j]] = true;
            }
        }
        return drawn;
    }

    private int[] quotas(int[][] members, int number) {
        int[] quotas = new int[classes];
        long[] remainders = new long[classes];
        for (int i = 0; i < classes; i++) {
            long product = (long) members[i].length * number;
            quotas[i] = (int) (product / size);
            remainders[i] = product % size;
        }
        int left = number - IntStream.of(quotas).sum();
        IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> quotas[i]++);
        return quotas;
    }
}
