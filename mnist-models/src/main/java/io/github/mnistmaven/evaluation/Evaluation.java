package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;

/** The predictions of one model on a test set, and what follows from them. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Evaluates what a model said of each digit.
     *
     * @param model the name of the model
     * @param test the N digits it was asked about
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return the evaluation
     */
    public static Evaluation of(String model, DigitSet test, float[] logProbabilities) {
        throw new UnsupportedOperationException("being written");
    }
}
