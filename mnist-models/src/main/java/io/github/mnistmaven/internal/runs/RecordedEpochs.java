package io.github.mnistmaven.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.util.List;

/** What recorded epochs are compared by, to tell whether two trainings were the same. */
public final class RecordedEpochs {

    private RecordedEpochs() {}

    /**
     * The digests of the parameters: equal lists mean equal trainings.
     *
     * @param history of a training
     * @return one for each epoch, in order
     */
    public static List<String> parameterDigests(History history) {
        Bounds.requirePresent("history", history);
        return history.epochs().stream().map(Epoch::parametersSha256).toList();
    }

    /**
     * Whether two epochs have the same metrics and the same parameters.
     *
     * @param one epoch
     * @param other epoch
     * @return true if all but the time is equal
     */
    public static boolean areEquivalent(Epoch one, Epoch other) {
        return metrics(one).equals(metrics(other)) && one.parametersSha256().equals(other.parametersSha256());
    }

    /**
     * The metrics of an epoch as text, in full precision and without the time.
     *
     * @param epoch any
     * @return losses and accuracies, each with its name
     */
    public static String metrics(Epoch epoch) {
        return "training loss %s accuracy %s, validation loss %s accuracy %s"
                .formatted(
                        epoch.trainingLoss(),
                        epoch.trainingAccuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy());
    }
}
