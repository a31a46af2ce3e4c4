package io.github.mnistmaven.training;

/**
 * What was measured in one epoch. Losses are mean softmax cross-entropies in nats, accuracies shares from 0 to 1.
 *
 * <p>The training figures are those of the batches as they were trained on: augmented, with dropout, and each before the
 * step it caused, so they usually are worse than the validation figures, which are taken after the epoch without either.
 * Of an ensemble they are the means over its members, each by itself, while validation figures are those of the whole.
 *
 * @param number from 1
 * @param trainingLoss mean over the digits trained on, label smoothing included
 * @param trainingAccuracy share of the digits trained on that were classified right
 * @param validationLoss mean over the held-out digits
 * @param validationAccuracy share of the held-out digits classified right
 * @param seconds wall-clock time of the epoch, validation included
 * @param parametersSha256 of the parameters after the epoch, see {@link ParameterDigest}
 */
public record Epoch(
        int number,
        double trainingLoss,
        double trainingAccuracy,
        double validationLoss,
        double validationAccuracy,
        double seconds,
        String parametersSha256) {

    /**
     * Whether the same was measured.
     *
     * @param other epoch
     * @return true if all but the time is equal
     */
    public boolean measuredTheSameAs(Epoch other) {
        return figures().equals(other.figures()) && parametersSha256.equals(other.parametersSha256);
    }

    /**
     * What was measured, but for the time, to the last digit.
     *
     * @return in words
     */
    public String figures() {
        return "training loss %s accuracy %s, validation loss %s accuracy %s"
                .formatted(trainingLoss, trainingAccuracy, validationLoss, validationAccuracy);
    }
}
