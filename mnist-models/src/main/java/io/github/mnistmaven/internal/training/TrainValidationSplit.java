package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.internal.random.StratifiedSample;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.ValidationSplit;
import java.util.Arrays;
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
        int held = heldOut(recipe, size);
        boolean[] validation = recipe.validationSplit() == ValidationSplit.LAST
                ? last(held, size)
                : new StratifiedSample(digits::label, size, DigitSet.CLASSES)
                        .draw(held, digit -> SplitMix64.of(seed, SPLIT, digit));
        return new TrainValidationSplit(
                IntStream.range(0, size).filter(i -> !validation[i]).toArray(),
                IntStream.range(0, size).filter(i -> validation[i]).toArray());
    }

    /**
     * How many of the training digits are held out.
     *
     * @param recipe says which fraction
     * @param size how many there are
     * @return that fraction of them, rounded, and at least one
     */
    public static int heldOut(Recipe recipe, int size) {
        return (int) Math.min(size, Math.max(1, Math.round(size * recipe.validationFraction())));
    }

    private static boolean[] last(int held, int size) {
        boolean[] validation = new boolean[size];
        Arrays.fill(validation, size - held, size, true);
        return validation;
    }
}
