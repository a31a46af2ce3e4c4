package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/**
 * What was measured in one epoch. Losses are mean softmax cross-entropies in nats, accuracies shares from 0 to 1.
 *
 * <pre>{@code
 * TrainingListener watch = epoch -> {
 *     if (epoch.validationAccuracy() < 0.5) {
 *         System.out.println("still guessing after " + epoch);
 *     }
 * };
 * }</pre>
 *
 * <p>The training metrics are those of the batches as they were trained on: augmented, with dropout, and each measured
 * before its optimizer step, so they are usually worse than the validation metrics, which are measured after the epoch
 * with neither.
 * For an ensemble, training metrics are the means over its members, validation metrics those of the whole ensemble.
 *
 * <p>A {@link TrainingListener} is told of each epoch, and a {@link History} has them all. An epoch is immutable.
 */
public final class Epoch {

    /** A cross-entropy is at least 0, up to rounding. */
    private static final double MIN_LOSS = -1e-3;

    private static final double MAX_SECONDS = 1e9;

    private final Values values;

    private Epoch(Values values) {
        this.values = values;
    }

    private record Values(
            int number,
            double trainingLoss,
            double trainingAccuracy,
            double validationLoss,
            double validationAccuracy,
            double seconds,
            String parametersSha256) {

        Values {
            Bounds.requireWithin("number", number, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("trainingLoss", trainingLoss, MIN_LOSS, Bounds.MAX_LOSS);
            Bounds.requireShare("trainingAccuracy", trainingAccuracy);
            Bounds.requireWithin("validationLoss", validationLoss, MIN_LOSS, Bounds.MAX_LOSS);
            Bounds.requireShare("validationAccuracy", validationAccuracy);
            Bounds.requireWithin("seconds", seconds, 0, MAX_SECONDS);
            Bounds.requireSha256("parametersSha256", parametersSha256);
        }
    }

    /**
     * An epoch, for tests of code that uses one. Those of a training come from a {@link TrainingListener} or a {@link History}.
     *
     * @param number from 1
     * @param trainingLoss nats
     * @param trainingAccuracy 0 to 1
     * @param validationLoss nats
     * @param validationAccuracy 0 to 1
     * @param seconds wall-clock time
     * @param parametersSha256 the digest of the parameters after the epoch
     * @return the epoch
     * @throws IllegalArgumentException if a value is not what it may be
     */
    public static Epoch of(
            int number,
            double trainingLoss,
            double trainingAccuracy,
            double validationLoss,
            double validationAccuracy,
            double seconds,
            String parametersSha256) {
        return new Epoch(new Values(
                number, trainingLoss, trainingAccuracy, validationLoss, validationAccuracy, seconds, parametersSha256));
    }

    /**
     * The number of the epoch.
     *
     * @return from 1
     */
    public int number() {
        return values.number;
    }

    /**
     * The mean loss over the digits trained on, label smoothing included.
     *
     * @return nats
     */
    public double trainingLoss() {
        return values.trainingLoss;
    }

    /**
     * The share of the digits trained on that were classified correctly.
     *
     * @return 0 to 1
     */
    public double trainingAccuracy() {
        return values.trainingAccuracy;
    }

    /**
     * The mean loss over the held-out digits.
     *
     * @return nats
     */
    public double validationLoss() {
        return values.validationLoss;
    }

    /**
     * The share of the held-out digits that were classified correctly.
     *
     * @return 0 to 1
     */
    public double validationAccuracy() {
        return values.validationAccuracy;
    }

    /**
     * The wall-clock time of the epoch, validation included.
     *
     * @return seconds
     */
    public double seconds() {
        return values.seconds;
    }

    /**
     * The digest of the parameters after the epoch. Equal digests mean equal networks, to the bit.
     *
     * @return 64 characters, lower-case hexadecimal
     */
    public String parametersSha256() {
        return values.parametersSha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Epoch epoch && values.equals(epoch.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
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
                number(),
                trainingLoss(),
                100 * trainingAccuracy(),
                validationLoss(),
                100 * validationAccuracy(),
                seconds());
    }
}
