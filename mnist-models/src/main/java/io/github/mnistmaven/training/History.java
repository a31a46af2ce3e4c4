package io.github.mnistmaven.training;

import java.util.Comparator;
import java.util.List;

/**
 * What each epoch of a run measured.
 *
 * @param epochs in order, at least one
 */
public record History(List<Epoch> epochs) {

    /** Takes a copy. */
    public History {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a history holds at least one epoch");
        }
    }

    /**
     * The epoch whose weights were kept: the one with the lowest validation loss, the earliest of equals.
     *
     * @return one of the epochs
     */
    public Epoch best() {
        return epochs.stream()
                .min(Comparator.comparingDouble(Epoch::validationLoss))
                .orElseThrow();
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
