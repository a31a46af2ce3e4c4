package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.TrainingListener;
import java.time.Duration;
import java.util.List;

/** Tells Maven how a run goes on, as often as an eye can follow. */
final class Reporter implements TrainingListener {

    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final String model;
    private final int epochs;
    private final EventChannel channel;
    private long last = System.nanoTime();

    Reporter(String model, int epochs, EventChannel channel) {
        this.model = model;
        this.epochs = epochs;
        this.channel = channel;
    }

    @Override
    public void onResume(List<Epoch> trained) {
        channel.send(new Event.Resumed(model, trained.size(), epochs));
    }

    @Override
    public void onCheckpointLost(String reason) {
        channel.send(new Event.Warned("%s: a build before this one was stopped, but it cannot be gone on from there: %s"
                .formatted(model, reason)));
    }

    @Override
    public void onStep(int epoch, int step, int steps) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            channel.send(new Event.Progress(model, epoch, epochs, step, steps));
        }
    }

    @Override
    public void onEpoch(Epoch epoch) {
        channel.send(new Event.EpochFinished(model, epochs, epoch));
    }
}
