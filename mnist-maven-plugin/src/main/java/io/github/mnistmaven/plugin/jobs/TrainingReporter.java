package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingListener;
import io.github.mnistmaven.training.TrainingPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells Maven how a run goes on, as often as an eye can follow. */
final class TrainingReporter implements TrainingListener {

    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final String model;
    private final Consumer<Event> events;
    private int epochs;
    private long last = System.nanoTime();

    TrainingReporter(String model, Consumer<Event> events) {
        this.model = model;
        this.events = events;
    }

    @Override
    public void onStart(TrainingPlan plan) {
        epochs = plan.epochs();
    }

    @Override
    public void onResume(List<Epoch> trained) {
        events.accept(new Event.Resumed(model, trained.size(), epochs));
    }

    @Override
    public void onCheckpointLost(String reason) {
        events.accept(new Event.Warned(
                "%s: a previous build was stopped, but training cannot be resumed from its checkpoint: %s"
                        .formatted(model, reason)));
    }

    @Override
    public void onStep(Step step) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            events.accept(new Event.Progress(model, step.epoch(), epochs, step.number(), step.steps()));
        }
    }

    @Override
    public void onEpoch(Epoch epoch) {
        events.accept(new Event.EpochFinished(model, epochs, epoch));
    }
}
