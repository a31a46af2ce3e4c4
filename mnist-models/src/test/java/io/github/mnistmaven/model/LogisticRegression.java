package io.github.mnistmaven.model;

import io.github.mnistmaven.data.DigitSet;
import java.util.Random;
import java.util.stream.IntStream;

/** Softmax regression on pixels from 0 to 1: a network without hidden layers. */
final class LogisticRegression {

    private static final int INPUTS = DigitSet.PIXELS + 1;
    private static final int BATCH = 50;

    private final double[][] weights = new double[DigitSet.CLASSES][INPUTS];

    private LogisticRegression() {}

    /** Trained by stochastic gradient descent, with a learning rate that decays linearly from 0.3 to 0. */
    static LogisticRegression trained(DigitSet digits, int epochs) {
        LogisticRegression regression = new LogisticRegression();
        Random random = new Random(1);
        int steps = epochs * digits.size() / BATCH;
        for (int step = 0; step < steps; step++) {
            int[] batch = random.ints(BATCH, 0, digits.size()).toArray();
            regression.update(digits, batch, 0.3 * (steps - step) / steps);
        }
        return regression;
    }

    private void update(DigitSet digits, int[] batch, double rate) {
        double[][] inputs = new double[batch.length][];
        double[][] errors = new double[batch.length][];
        for (int i = 0; i < batch.length; i++) {
            inputs[i] = input(digits, batch[i]);
            errors[i] = softmax(logits(inputs[i]));
            errors[i][digits.label(batch[i])] -= 1;
        }
        for (int i = 0; i < batch.length; i++) {
            for (int digit = 0; digit < weights.length; digit++) {
                double step = rate / batch.length * errors[i][digit];
                for (int k = 0; k < INPUTS; k++) {
                    weights[digit][k] -= step * inputs[i][k];
                }
            }
        }
    }

    double accuracy(DigitSet digits) {
        return IntStream.range(0, digits.size())
                        .filter(i -> read(input(digits, i)) == digits.label(i))
                        .count()
                / (double) digits.size();
    }

    private int read(double[] input) {
        double[] logits = logits(input);
        int best = 0;
        for (int digit = 1; digit < logits.length; digit++) {
            best = logits[digit] > logits[best] ? digit : best;
        }
        return best;
    }

    /** The pixels, and a 1 for the bias. */
    private static double[] input(DigitSet digits, int index) {
        byte[] image = digits.image(index);
        double[] input = new double[INPUTS];
        for (int k = 0; k < image.length; k++) {
            input[k] = Byte.toUnsignedInt(image[k]) / 255.0;
        }
        input[INPUTS - 1] = 1;
        return input;
    }

    private double[] logits(double[] input) {
        double[] logits = new double[weights.length];
        for (int digit = 0; digit < weights.length; digit++) {
            for (int k = 0; k < INPUTS; k++) {
                logits[digit] += weights[digit][k] * input[k];
            }
        }
        return logits;
    }

    private static double[] softmax(double[] logits) {
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int digit = 0; digit < logits.length; digit++) {
            shares[digit] = Math.exp(logits[digit] - logits[0]);
            sum += shares[digit];
        }
        for (int digit = 0; digit < shares.length; digit++) {
            shares[digit] /= sum;
        }
        return shares;
    }
}
