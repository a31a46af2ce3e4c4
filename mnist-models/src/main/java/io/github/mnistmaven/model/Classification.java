package io.github.mnistmaven.model;

import java.util.List;

/**
 * What a model reads in an image.
 *
 * @param digit the most probable digit, 0 to 9
 * @param probabilities that of each digit, 0 to 9 in order; they add up to 1
 */
public record Classification(int digit, List<Double> probabilities) {

    /** Takes a copy. */
    public Classification {
        probabilities = List.copyOf(probabilities);
    }

    /**
     * The probability of the digit that was read.
     *
     * @return 0 to 1
     */
    public double probability() {
        return probabilities.get(digit);
    }
}
