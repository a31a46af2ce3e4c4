package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Temperature scaling: divides a model's logits by one number, so that its probabilities become less certain (above 1) or more
 * certain (below 1) and its predictions stay the same (Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
 * Networks", ICML 2017). The number is the one with the lowest log loss on digits that were neither trained on nor are used for
 * the evaluation: those held out for validation.
 *
 * <p>Log-probabilities serve as logits, from which they differ by a number for each image that scaling does not see.
 *
 * <pre>{@code
 * DigitSet heldOut = model.heldOut(training);
 * TemperatureScaling scaling = TemperatureScaling.fit(heldOut, model.logProbabilities(heldOut));
 * float[] scaled = scaling.apply(model.logProbabilities(test));
 * }</pre>
 *
 * @param temperature what logits are divided by, 0.05 to 20
 */
public record TemperatureScaling(double temperature) {

    private static final int CLASSES = DigitSet.CLASSES;

    /** Where all digits are classified correctly, the best temperature is 0, and it stops here. */
    private static final double MIN_TEMPERATURE = 0.05;

    private static final double MAX_TEMPERATURE = 20;

    private static final BrentSolver SOLVER = new BrentSolver(1e-9, 1e-9, 1e-12);

    /**
     * Checks the temperature.
     *
     * @param temperature what logits are divided by, 0.05 to 20
     */
    public TemperatureScaling {
        Bounds.requireWithin("temperature", temperature, MIN_TEMPERATURE, MAX_TEMPERATURE);
    }

    /**
     * Fits the temperature of one model.
     *
     * @param validation N digits that were held out
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return the scaling with the lowest log loss on these digits
     * @throws IllegalArgumentException if these are not N x 10 finite logarithms of probabilities that add up to 1; the message
     *     names the digit
     */
    public static TemperatureScaling fit(DigitSet validation, float[] logProbabilities) {
        Bounds.requirePresent("validation", validation);
        Bounds.requirePresent("logProbabilities", logProbabilities);
        Evaluation.of("the model to be scaled", validation, logProbabilities);
        // The log loss is a convex function of the inverse of the temperature.
        double coldest = 1 / MIN_TEMPERATURE;
        double hottest = 1 / MAX_TEMPERATURE;
        if (slope(validation, logProbabilities, coldest) <= 0) {
            return new TemperatureScaling(MIN_TEMPERATURE);
        }
        if (slope(validation, logProbabilities, hottest) >= 0) {
            return new TemperatureScaling(MAX_TEMPERATURE);
        }
        double inverse = SOLVER.findRoot(it -> slope(validation, logProbabilities, it), hottest, coldest);
        return new TemperatureScaling(1 / inverse);
    }

    /** The derivative of the log loss by the inverse of the temperature. */
    private static double slope(DigitSet digits, float[] logProbabilities, double inverse) {
        double sum = 0;
        for (int i = 0; i < digits.size(); i++) {
            int from = i * CLASSES;
            double highest = highest(logProbabilities, from);
            double total = 0;
            double weighted = 0;
            for (int digit = 0; digit < CLASSES; digit++) {
                double logit = logProbabilities[from + digit] - highest;
                double weight = Math.exp(inverse * logit);
                total += weight;
                weighted += weight * logit;
            }
            sum += weighted / total - (logProbabilities[from + digits.label(i)] - highest);
        }
        return sum / digits.size();
    }

    private static double highest(float[] logProbabilities, int from) {
        double highest = logProbabilities[from];
        for (int digit = 1; digit < CLASSES; digit++) {
            highest = Math.max(highest, logProbabilities[from + digit]);
        }
        return highest;
    }

    /**
     * Scales what the model gave for other digits.
     *
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return a new array of the same shape
     * @throws IllegalArgumentException if the length is not a multiple of 10
     */
    public float[] apply(float[] logProbabilities) {
        Bounds.requirePresent("logProbabilities", logProbabilities);
        if (logProbabilities.length % CLASSES != 0) {
            throw new IllegalArgumentException("logProbabilities has %d numbers; expected %d for each digit"
                    .formatted(logProbabilities.length, CLASSES));
        }
        float[] scaled = new float[logProbabilities.length];
        for (int from = 0; from < scaled.length; from += CLASSES) {
            double highest = highest(logProbabilities, from);
            double total = 0;
            for (int digit = 0; digit < CLASSES; digit++) {
                total += Math.exp((logProbabilities[from + digit] - highest) / temperature);
            }
            for (int digit = 0; digit < CLASSES; digit++) {
                scaled[from + digit] =
                        (float) ((logProbabilities[from + digit] - highest) / temperature - Math.log(total));
            }
        }
        return scaled;
    }
}
