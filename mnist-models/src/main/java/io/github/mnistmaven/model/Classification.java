package io.github.mnistmaven.model;

import io.github.mnistmaven.data.DigitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prediction of a model for one image.
 *
 * @param digit the most probable digit, 0 to 9
 * @param probabilities that of each digit, 0 to 9 in order; they add up to 1
 */
public record Classification(int digit, List<Double> probabilities) {

    /** Takes a copy. */
    public Classification {
        probabilities = List.copyOf(probabilities);
    }

    /** From ten natural logarithms of probabilities. */
    static Classification of(float[] logProbabilities, int offset) {
        List<Double> probabilities = IntStream.range(0, DigitSet.CLASSES)
                .mapToObj(digit -> Math.exp(logProbabilities[offset + digit]))
                .toList();
        int most = 0;
        for (int digit = 1; digit < DigitSet.CLASSES; digit++) {
            if (probabilities.get(digit) > probabilities.get(most)) {
                most = digit;
            }
        }
        return new Classification(most, probabilities);
    }

    /**
     * The probability of the predicted digit.
     *
     * @return 0 to 1
     */
    public double probability() {
        return probabilities.get(digit);
    }
}
