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
 * @param epochs in order, at least one
 * @param bestEpoch the number of the epoch whose weights the model has: with early stopping the one with the lowest
 *     validation loss, without it the last one
 */
public record History(List<Epoch> epochs, int bestEpoch) {

    private static final int MAX_EPOCHS = 10_000;

    /**
     * Takes a copy; checks that the epochs are numbered from 1 and the best one is among them.
     *
     * @param epochs in order, at least one
     * @param bestEpoch the number of the epoch whose weights the model has: with early stopping the one with the lowest validation
     *     loss, without it the last one
     */
    public History {
        Bounds.requirePresent("epochs", epochs);
        epochs = List.copyOf(epochs);
        Bounds.requireWithin("the number of epochs", epochs.size(), 1, MAX_EPOCHS);
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).number() != i + 1) {
                throw new IllegalArgumentException("epochs[%d] has the number %d; epochs are numbered from 1"
                        .formatted(i, epochs.get(i).number()));
            }
        }
        if (bestEpoch < 1 || bestEpoch > epochs.size()) {
            throw new IllegalArgumentException(
                    "bestEpoch is %d; it is the number of one of %d epochs".formatted(bestEpoch, epochs.size()));
        }
    }

    /**
     * The epoch whose weights the model has.
     *
     * @return one of the epochs
     */
    public Epoch best() {
        return epochs.get(bestEpoch - 1);
    }

    /**
     * How long the run took.
     *
     * @return wall-clock seconds of all epochs
     */
    public double seconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    /**
     * The history as people read it.
     *
     * @return one line for each epoch, and one for the best
     */
    @Override
    public String toString() {
        return Stream.concat(epochs.stream().map(Epoch::toString), Stream.of("best: epoch " + bestEpoch))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The digests of the parameters: equal lists mean equal trainings.
     *
     * @return one for each epoch, in order
     */
    public List<String> parameterDigests() {
        return epochs.stream().map(Epoch::parametersSha256).toList();
    }
}
