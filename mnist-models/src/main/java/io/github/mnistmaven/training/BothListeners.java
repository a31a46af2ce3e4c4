package io.github.mnistmaven.training;

import java.util.List;

/** Tells two listeners of everything, in this order. */
record BothListeners(TrainingListener first, TrainingListener second) implements TrainingListener {

    @Override
    public void onStart(TrainingPlan plan) {
        first.onStart(plan);
        second.onStart(plan);
    }

    @Override
    public void onEpoch(Epoch epoch) {
        first.onEpoch(epoch);
        second.onEpoch(epoch);
    }

    @Override
    public void onStep(Step step) {
        first.onStep(step);
        second.onStep(step);
    }

    @Override
    public void onResume(List<Epoch> epochs) {
        first.onResume(epochs);
        second.onResume(epochs);
    }

    @Override
    public void onCheckpointLost(String reason) {
        first.onCheckpointLost(reason);
        second.onCheckpointLost(reason);
    }
}
