package io.github.mnistmaven.training;

/** Hears how a run goes on. Called on the thread that trains, so it should be quick. */
public interface TrainingListener {

    /** Does not listen. */
    TrainingListener NONE = new TrainingListener() {};

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
