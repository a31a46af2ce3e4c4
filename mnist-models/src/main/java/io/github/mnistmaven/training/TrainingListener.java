package io.github.mnistmaven.training;

import java.util.List;

/**
 * Follows a training. Most only want to know of each epoch, which a lambda does:
 *
 * <pre>{@code
 * Trainer.of("cnn").listener(epoch -> System.out.println(epoch)).train(digits);
 * }</pre>
 *
 * <p>It is called on the thread that trains, so it should return quickly. Whatever it throws ends the training and reaches the
 * caller of {@code train} as it is; what was allocated is freed. A training is stopped from another thread by interrupting the
 * one that trains.
 */
@FunctionalInterface
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener NONE = epoch -> {};

    /**
     * An epoch was completed, validation included.
     *
     * @param epoch what was measured in it
     */
    void onEpoch(Epoch epoch);

    /**
     * A step was completed.
     *
     * @param epoch from 1
     * @param step from 1, within the epoch
     * @param steps the steps of an epoch
     */
    default void onStep(int epoch, int step, int steps) {}

    /**
     * The training resumes from a checkpoint.
     *
     * @param epochs those already completed, at least one
     */
    default void onResume(List<Epoch> epochs) {}

    /**
     * There is a checkpoint, but it cannot be used. The training starts from the beginning.
     *
     * @param reason what is wrong with it, and with which file
     */
    default void onCheckpointLost(String reason) {}
}
