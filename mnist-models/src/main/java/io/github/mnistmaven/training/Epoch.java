package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/**
 * What was measured in one epoch. Losses are mean softmax cross-entropies in nats, accuracies shares from 0 to 1.
 *
 * <p>The training metrics are those of the batches as they were trained on: augmented, with dropout, and each measured
 * before its optimizer step, so they are usually worse than the validation metrics, which are measured after the epoch
 * with neither.
 * For an ensemble, training metrics are the means over its members, validation metrics those of the whole ensemble.
 *
 * <p>Take it from a {@link TrainingListener} or a {@link History} rather than from the constructor, which gets a parameter more with
 * each thing that is measured.
 *
 * @param number from 1
 * @param trainingLoss mean over the digits trained on, label smoothing included
 * @param trainingAccuracy share of the digits trained on that were classified correctly
 * @param validationLoss mean over the held-out digits
 * @param validationAccuracy share of the held-out digits classified correctly
 * @param seconds wall-clock time of the epoch, validation included
 * @param parametersSha256 the digest of the parameters after the epoch
 */
public record Epoch(
        int number,
        double trainingLoss,
        double trainingAccuracy,
        double validationLoss,
        double validationAccuracy,
        double seconds,
        String parametersSha256) {

    /** A cross-entropy is at least 0, up to rounding. */
    private static final double MIN_LOSS = -1e-3;

    /** The largest loss that is still a number that training can go on from. */
    public static final double MAX_LOSS = 1e30;

    private static final double MAX_SECONDS = 1e9;

    /**
     * Checks each value.
     *
     * @param number from 1
     * @param trainingLoss mean over the digits trained on, label smoothing included
     * @param trainingAccuracy share of the digits trained on that were classified correctly
     * @param validationLoss mean over the held-out digits
     * @param validationAccuracy share of the held-out digits classified correctly
     * @param seconds wall-clock time of the epoch, validation included
     * @param parametersSha256 the digest of the parameters after the epoch
     */
    public Epoch {
        Bounds.requireWithin("number", number, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("trainingLoss", trainingLoss, MIN_LOSS, MAX_LOSS);
        Bounds.requireShare("trainingAccuracy", trainingAccuracy);
        Bounds.requireWithin("validationLoss", validationLoss, MIN_LOSS, MAX_LOSS);
        Bounds.requireShare("validationAccuracy", validationAccuracy);
        Bounds.requireWithin("seconds", seconds, 0, MAX_SECONDS);
        Bounds.requireSha256("parametersSha256", parametersSha256);
    }

    /**
     * The epoch as people read it.
     *
     * @return such as {@code epoch 3: training loss 0.0824, accuracy 97.51 %; validation loss 0.0612, accuracy 98.20 % (3.5 s)}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "epoch %d: training loss %.4f, accuracy %.2f %%; validation loss %.4f, accuracy %.2f %% (%.1f s)",
                number,
                trainingLoss,
                100 * trainingAccuracy,
                validationLoss,
                100 * validationAccuracy,
                seconds);
    }

    /**
     * Whether both epochs have the same metrics and the same parameters.
     *
     * @param other epoch
     * @return true if all but the time is equal
     */
    public boolean isEquivalentTo(Epoch other) {
        Bounds.requirePresent("other", other);
        return metrics().equals(other.metrics()) && parametersSha256.equals(other.parametersSha256);
    }

    /**
     * The metrics as text, in full precision and without the time.
     *
     * @return losses and accuracies, each with its name
     */
    public String metrics() {
        return "training loss %s accuracy %s, validation loss %s accuracy %s"
                .formatted(trainingLoss, trainingAccuracy, validationLoss, validationAccuracy);
    }
}
