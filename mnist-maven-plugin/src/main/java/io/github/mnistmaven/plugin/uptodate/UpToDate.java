package io.github.mnistmaven.plugin.uptodate;

import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.plugin.protocol.ModelPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a model need not be trained.
 *
 * @param isUpToDate whether it is what training it would lead to
 * @param message what to tell the user; nothing where a model is trained for the first time
 */
public record UpToDate(boolean isUpToDate, Optional<String> message) {

    /** It is to be trained whatever it is. */
    public static final UpToDate FORCED = because("of <force> (-Dmnist.force)");

    private static final int MOST_REASONS = 3;

    private static UpToDate because(String reason) {
        return new UpToDate(false, Optional.of("training, because " + reason));
    }

    /**
     * Checks one of the models that are to be trained.
     *
     * @param place where the model is, if it is there
     * @param inputs what it is to be trained with, see {@link TrainingInputs}
     * @return whether it can be left out of the training
     */
    public static UpToDate check(ModelPlace place, Map<String, String> inputs) {
        try {
            AtomicDirectory.recover(place.model());
        } catch (IOException e) {
            return because("%s cannot be moved back to where a stopped build took it from (%s)"
                    .formatted(place.relativeModel(), Causes.inWords(e)));
        }
        if (!Files.isDirectory(place.model())) {
            return new UpToDate(false, Optional.empty());
        }
        Optional<Stamp> stamp = Stamp.read(place);
        if (stamp.isEmpty()) {
            return because(
                    "there is no record of the inputs that %s was trained with".formatted(place.relativeModel()));
        }
        List<String> differences = TrainingInputs.differences(stamp.get().inputs(), inputs);
        if (!differences.isEmpty()) {
            return because(enumerated(differences));
        }
        return damaged(stamp.get(), place).map(UpToDate::because).orElse(new UpToDate(true, Optional.of("up to date")));
    }

    /**
     * Whether a model that was trained with something else was trained with the same code nevertheless.
     *
     * @param place where the model is
     * @param inputs what it is to be trained with
     * @return true if the class path is the same, as far as a stamp tells
     */
    public static boolean hasSameClassPath(ModelPlace place, Map<String, String> inputs) {
        return Stamp.read(place)
                .filter(stamp -> TrainingInputs.classPath(stamp.inputs()).equals(TrainingInputs.classPath(inputs)))
                .isPresent();
    }

    /**
     * Whether a model is not as it was saved.
     *
     * @param place where the model is
     * @return true if a file has changed, as far as a stamp tells
     */
    public static boolean isDamaged(ModelPlace place) {
        return Stamp.read(place).flatMap(stamp -> damaged(stamp, place)).isPresent();
    }

    private static Optional<String> damaged(Stamp stamp, ModelPlace place) {
        try {
            return stamp.damaged(place).map(file -> file + " is not as it was saved");
        } catch (IOException e) {
            return Optional.of("%s cannot be read (%s)".formatted(place.model(), Causes.inWords(e)));
        }
    }

    private static String enumerated(List<String> reasons) {
        int more = reasons.size() - MOST_REASONS;
        return more <= 0
                ? String.join(", ", reasons)
                : "%s, and %d more".formatted(String.join(", ", reasons.subList(0, MOST_REASONS)), more);
    }
}
