package io.github.mnistmaven.training;

import java.util.List;

/** Hears how a run goes on. Called on the thread that trains, so it should be quick. */
public interface TrainingListener {

    /** Does not listen. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * The run goes on from a checkpoint.
     *
     * @param epochs those that were trained before, at least one
     */
    default void onResume(List<Epoch> epochs) {}

    /**
     * There is a checkpoint of this run, but it is of no use. The run starts at its beginning.
     *
     * @param reason what is wrong with it, and with which file
     */
    default void onCheckpointLost(String reason) {}

    /**
     * A step was taken.
     *
     * @param epoch from 1
     * @param step from 1, within the epoch
     * @param steps the steps of an epoch
     */
    default void onStep(int epoch, int step, int steps) {}

    /**
     * An epoch was finished and measured.
     *
     * @param epoch what it measured
     */
    default void onEpoch(Epoch epoch) {}
}
