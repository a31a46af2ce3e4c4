package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Predictions;
import java.util.stream.IntStream;

/**
 * What a made-up model gives for 200 digits that show 0, 1, ..., 9, 0, ...; in Python:
 * {@code logit = ((i * 7 + k * 3) % 11) / 2 + (3 if k == i % 10 and i % 4 else 0)}, then log-softmax, then float32.
 */
final class Logits {

    static final DigitSet DIGITS =
            Predictions.digits(IntStream.range(0, 200).map(i -> i % 10).toArray());

    private Logits() {}

    static float[] logProbabilities() {
        float[] logProbabilities = new float[DIGITS.size() * 10];
        for (int i = 0; i < DIGITS.size(); i++) {
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += Math.exp(logit(i, k));
            }
            for (int k = 0; k < 10; k++) {
                logProbabilities[i * 10 + k] = (float) (logit(i, k) - Math.log(sum));
            }
        }
        return logProbabilities;
    }

    private static double logit(int i, int k) {
        return (i * 7 + k * 3) % 11 / 2.0 + (k == i % 10 && i % 4 != 0 ? 3 : 0);
    }
}
