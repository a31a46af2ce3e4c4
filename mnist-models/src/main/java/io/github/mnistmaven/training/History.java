package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each epoch of a training measured.
 *
 * <pre>{@code
 * History history = model.history();
 * history.best().validationAccuracy();   // of the epoch whose weights the model has
 * history.seconds();                     // how long the training took
 * System.out.println(history);           // a line for each epoch
 * }</pre>
 *
 * <p>A history is immutable, so any number of threads may share it.
 */
public final class History {

    private static final int MAX_EPOCHS = 10_000;

    private final Values values;

    private History(Values values) {
        this.values = values;
    }

    private record Values(List<Epoch> epochs, int bestEpoch) {

        Values {
            epochs = Bounds.copyOf("epochs", epochs);
            Bounds.requireWithin("the number of epochs", epochs.size(), 1, MAX_EPOCHS);
            for (int i = 0; i < epochs.size(); i++) {
                if (epochs.get(i).number() != i + 1) {
                    throw new IllegalArgumentException("epochs[%d] has the number %d; epochs are numbered from 1"
                            .formatted(i, epochs.get(i).number()));
                }
            }
            if (bestEpoch < 1 || bestEpoch > epochs.size()) {
                throw new IllegalArgumentException(
                        "bestEpoch is %d; it must be between 1 and %d".formatted(bestEpoch, epochs.size()));
            }
        }
    }

    /**
     * A history, for tests of code that uses one. That of a training is in its model.
     *
     * @param epochs in order, at least one, numbered from 1
     * @param bestEpoch the number of the epoch whose weights the model has
     * @return the history
     * @throws IllegalArgumentException if there are no epochs, they are not numbered from 1, or the best one is not among them
     */
    public static History of(List<Epoch> epochs, int bestEpoch) {
        return new History(new Values(epochs, bestEpoch));
    }

    /**
     * All epochs.
     *
     * @return in order, at least one
     */
    public List<Epoch> epochs() {
        return values.epochs;
    }

    /**
     * The number of the epoch whose weights the model has: with early stopping the one with the lowest validation loss, without it the last one.
     *
     * @return from 1
     */
    public int bestEpoch() {
        return values.bestEpoch;
    }

    /**
     * The epoch whose weights the model has.
     *
     * @return one of the epochs
     */
    public Epoch best() {
        return epochs().get(bestEpoch() - 1);
    }

    /**
     * How long the run took.
     *
     * @return wall-clock seconds of all epochs
     */
    public double seconds() {
        return epochs().stream().mapToDouble(Epoch::seconds).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History history && values.equals(history.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The history as people read it.
     *
     * @return one line for each epoch, and one for the best
     */
    @Override
    public String toString() {
        return Stream.concat(epochs().stream().map(Epoch::toString), Stream.of("best: epoch " + bestEpoch()))
                .collect(Collectors.joining("\n"));
    }
}
