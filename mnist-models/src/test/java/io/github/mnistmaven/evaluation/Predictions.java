package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;

/** Made-up test digits and predictions of them. */
final class Predictions {

    private Predictions() {}

    /** Blank images with these labels. */
    static DigitSet digits(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return DigitSet.of(new byte[labels.length * DigitSet.PIXELS], bytes);
    }

    /** A model that is 91 % sure of each of these digits. */
    static Evaluation evaluation(String model, DigitSet test, int... predicted) {
        float[] logProbabilities = new float[predicted.length * 10];
        Arrays.fill(logProbabilities, (float) Math.log(0.01));
        for (int i = 0; i < predicted.length; i++) {
            logProbabilities[i * 10 + predicted[i]] = (float) Math.log(0.91);
        }
        return Evaluation.of(model, test, logProbabilities);
    }

    /** A model that reads the digits right that are marked 1, and wrong those that are marked 0. */
    static Evaluation rightAndWrong(String model, DigitSet test, String marks) {
        int[] predicted = new int[test.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = marks.charAt(i) == '1' ? test.label(i) : (test.label(i) + 1) % 10;
        }
        return evaluation(model, test, predicted);
    }
}
