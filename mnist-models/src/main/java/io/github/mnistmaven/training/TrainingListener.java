package io.github.mnistmaven.training;

import io.github.mnistmaven.provenance.Epoch;
import java.util.List;

/** Receives the progress of a run. It is called on the training thread, so it should return quickly. */
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * The run resumes from a checkpoint.
     *
     * @param epochs those already completed, at least one
     */
    default void onResume(List<Epoch> epochs) {}

    /**
     * There is a checkpoint, but it cannot be used. The run starts from the beginning.
     *
     * @param reason what is wrong with it, and with which file
     */
    default void onCheckpointLost(String reason) {}

    /**
     * A step was completed.
     *
     * @param epoch from 1
     * @param step from 1, within the epoch
     * @param steps the steps of an epoch
     */
    default void onStep(int epoch, int step, int steps) {}

    /**
     * An epoch was completed, validation included.
     *
     * @param epoch its metrics
     */
    default void onEpoch(Epoch epoch) {}
}
