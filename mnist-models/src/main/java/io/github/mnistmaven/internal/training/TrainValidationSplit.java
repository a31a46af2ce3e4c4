package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.ValidationSplit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which digits of a run are trained on and which are held out for validation: the indices of each, in ascending order.
 *
 * @param training indices of the digits to train on
 * @param validation indices of the held-out digits
 */
public record TrainValidationSplit(int[] training, int[] validation) {

    private static final int SPLIT = 3;

    /**
     * The split of a run.
     *
     * @param digits all training digits
     * @param recipe says how many are held out, and which
     * @param seed of the run
     * @return the split, the same each time
     */
    public static TrainValidationSplit of(DigitSet digits, Recipe recipe, long seed) {
        int size = digits.size();
        int held = Math.min(size, recipe.heldOut(size));
        boolean[] validation = new boolean[size];
        if (recipe.validationSplit() == ValidationSplit.LAST) {
            Arrays.fill(validation, size - held, size, true);
        } else {
            drawStratified(digits, held, seed, validation);
        }
        return new TrainValidationSplit(
                IntStream.range(0, size).filter(i -> !validation[i]).toArray(),
                IntStream.range(0, size).filter(i -> validation[i]).toArray());
    }

    private static void drawStratified(DigitSet digits, int held, long seed, boolean[] validation) {
        int[][] classes = new int[DigitSet.CLASSES][];
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            int label = digit;
            classes[digit] = IntStream.range(0, digits.size())
                    .filter(i -> digits.label(i) == label)
                    .toArray();
            SplitMix64.of(seed, SPLIT, digit).shuffle(classes[digit]);
        }
        int[] quotas = quotas(classes, digits.size(), held);
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            for (int i = 0; i < quotas[digit]; i++) {
                validation[classes[digit][i]] = true;
            }
        }
    }

    /**
     * How many digits of each class are held out: proportional shares rounded down, then one more for each of the
     * classes with the largest remainders, lower digits first among equals.
     */
    private static int[] quotas(int[][] classes, int size, int held) {
        int[] quotas = new int[DigitSet.CLASSES];
        long[] remainders = new long[DigitSet.CLASSES];
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            long product = (long) classes[digit].length * held;
            quotas[digit] = (int) (product / size);
            remainders[digit] = product % size;
        }
        int left = held - IntStream.of(quotas).sum();
        IntStream.range(0, DigitSet.CLASSES)
                .boxed()
                .sorted(Comparator.comparingLong((Integer digit) -> remainders[digit])
                        .reversed())
                .limit(left)
                .forEach(digit -> quotas[digit]++);
        return quotas;
    }
}
