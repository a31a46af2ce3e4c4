package io.github.mnistmaven.evaluation;

import io.github.mnistmaven.data.DigitSet;

/** The predictions of one model on a test set, and what follows from them. */
public record Evaluation(double accuracy, double loss) {

    /**
     * Evaluates what a model said of each digit.
     *
     * @param model the name of the model
     * @param test the N digits it was asked about
     * @param logProbabilities N x 10 natural logarithms of the probability the model gave each class, digit by digit
     * @return the evaluation
     */
    public static Evaluation of(String model, DigitSet test, float[] logProbabilities) {
        double sum = 0;
        int correct = 0;
        for (int i = 0; i < test.size(); i++) {
            int most = 0;
            for (int d = 1; d < 10; d++) {
                if (logProbabilities[i * 10 + d] > logProbabilities[i * 10 + most]) most = d;
            }
            sum -= logProbabilities[i * 10 + test.label(i)];
            if (most == test.label(i)) correct++;
        }
        return new Evaluation((double) correct / test.size(), sum / test.size());
    }
}
