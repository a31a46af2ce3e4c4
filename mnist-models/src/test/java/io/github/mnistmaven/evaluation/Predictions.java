package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;

/** Made-up test digits and predictions of them. */
public final class Predictions {

    private Predictions() {}

    /** Blank images with these labels. */
    public static DigitSet digits(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return DigitSet.of(new byte[labels.length * DigitSet.PIXELS], bytes);
    }

    /** A model that predicts these digits, each with a probability of 0.91. */
    public static Evaluation evaluation(String model, DigitSet test, int... predicted) {
        float[] logProbabilities = new float[predicted.length * 10];
        Arrays.fill(logProbabilities, (float) Math.log(0.01));
        for (int i = 0; i < predicted.length; i++) {
            logProbabilities[i * 10 + predicted[i]] = (float) Math.log(0.91);
        }
        return Evaluation.of(model, test, logProbabilities);
    }

    /** A model that classifies the digits marked 1 correctly and misclassifies those marked 0. */
    public static Evaluation rightAndWrong(String model, DigitSet test, String marks) {
        int[] predicted = new int[test.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = marks.charAt(i) == '1' ? test.label(i) : (test.label(i) + 1) % 10;
        }
        return evaluation(model, test, predicted);
    }
}
