package io.github.mnistmaven.model;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;

/** A network that has learnt to read digits. Thread-safe. Holds native memory: close it. */
public final class TrainedModel implements AutoCloseable {

    private TrainedModel() {}

    /** Trains; {@code source} says in words where the digits come from, for the provenance. */
    public static TrainedModel train(Run run, String source, TrainingListener listener) {
        throw new UnsupportedOperationException("being written");
    }

    /** Loads what {@link #save} wrote. */
    public static TrainedModel load(Path directory) throws IOException {
        throw new UnsupportedOperationException("being written");
    }

    /** Saves as a directory; replaces an older one. */
    public void save(Path directory) throws IOException {
        throw new UnsupportedOperationException("being written");
    }

    /** The content of {@code run.json}. */
    public RunRecord record() {
        throw new UnsupportedOperationException("being written");
    }

    /** Predicts a test set. */
    public Evaluation evaluate(DigitSet test) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {}
}
