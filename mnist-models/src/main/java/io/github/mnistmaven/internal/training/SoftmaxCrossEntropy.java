package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;

/**
 * The loss, its gradient, and the log-probabilities of predictions, all from logits: {@code N * 10} values, digit by digit. In plain Java, as
 * {@link StrictMath} gives the same bits everywhere and the engine's exponential need not; for ten classes it is no slower.
 */
final class SoftmaxCrossEntropy {

    /**
     * How good predictions are, summed over digits and networks.
     *
     * @param loss the sum of their cross-entropies, in nats
     * @param correct how many were right
     */
    record Score(double loss, long correct) {

        static final Score ZERO = new Score(0, 0);

        Score plus(Score other) {
            return new Score(loss + other.loss, correct + other.correct);
        }
    }

    private SoftmaxCrossEntropy() {}

    /**
     * The loss and its gradient.
     *
     * @param logits of a network
     * @param targets as many probabilities
     * @param batchSize that the gradient of the mean is taken over
     * @param gradient receives the derivative of the mean loss by each logit
     * @return loss and hits of these digits
     */
    static Score evaluate(float[] logits, float[] targets, int batchSize, float[] gradient) {
        double loss = 0;
        long correct = 0;
        for (int from = 0; from < logits.length; from += DigitSet.CLASSES) {
            double normalizer = logSumExp(logits, from);
            for (int i = from; i < from + DigitSet.CLASSES; i++) {
                double logProbability = logits[i] - normalizer;
                loss -= targets[i] * logProbability;
                gradient[i] = (float) ((StrictMath.exp(logProbability) - targets[i]) / batchSize);
            }
            if (highest(logits, from) == highest(targets, from)) {
                correct++;
            }
        }
        return new Score(loss, correct);
    }

    /** Turns logits into natural logarithms of probabilities, in place. */
    static void toLogProbabilities(float[] logits) {
        for (int from = 0; from < logits.length; from += DigitSet.CLASSES) {
            double normalizer = logSumExp(logits, from);
            for (int i = from; i < from + DigitSet.CLASSES; i++) {
                logits[i] = (float) (logits[i] - normalizer);
            }
        }
    }

    private static double logSumExp(float[] logits, int from) {
        float max = logits[from + highest(logits, from)];
        double sum = 0;
        for (int i = from; i < from + DigitSet.CLASSES; i++) {
            sum += StrictMath.exp(logits[i] - max);
        }
        return max + StrictMath.log(sum);
    }

    private static int highest(float[] values, int from) {
        int highest = 0;
        for (int i = 1; i < DigitSet.CLASSES; i++) {
            if (values[from + i] > values[from + highest]) {
                highest = i;
            }
        }
        return highest;
    }
}
