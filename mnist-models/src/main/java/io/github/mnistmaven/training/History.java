package io.github.mnistmaven.training;

import java.util.List;

/**
 * What each epoch of a run measured.
 *
 * @param epochs in order, at least one
 * @param keptEpoch the number of the epoch whose weights the model has: the last one, or with early stopping the one
 *     with the lowest validation loss
 */
public record History(List<Epoch> epochs, int keptEpoch) {

    /** Takes a copy. */
    public History {
        epochs = List.copyOf(epochs);
        if (keptEpoch < 1 || keptEpoch > epochs.size()) {
            throw new IllegalArgumentException(
                    "keptEpoch is %d; it is the number of one of %d epochs".formatted(keptEpoch, epochs.size()));
        }
    }

    /**
     * The epoch whose weights the model has.
     *
     * @return one of the epochs
     */
    public Epoch kept() {
        return epochs.get(keptEpoch - 1);
    }

    /**
     * How long the run took.
     *
     * @return wall-clock seconds of all epochs
     */
    public double seconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }
}
