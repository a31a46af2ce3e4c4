package io.github.mnistmaven.plugin.uptodate;

import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
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
     * @param request the training
     * @param model the name of the model
     * @return whether it can be left out of the training
     */
    public static UpToDate check(TrainRequest request, String model) {
        OutputDirectory output = request.output();
        if (!Files.isDirectory(output.model(model))) {
            return new UpToDate(false, Optional.empty());
        }
        Optional<Stamp> stamp = Stamp.read(output, model);
        if (stamp.isEmpty()) {
            return because("there is no record of what models/%s was trained with".formatted(model));
        }
        List<String> differences = TrainingInputs.differences(stamp.get().inputs(), request.inputs());
        if (!differences.isEmpty()) {
            return because(enumerated(differences));
        }
        return damaged(stamp.get(), output, model)
                .map(UpToDate::because)
                .orElse(new UpToDate(true, Optional.of("up to date")));
    }

    private static Optional<String> damaged(Stamp stamp, OutputDirectory output, String model) {
        try {
            return stamp.damaged(output, model).map(file -> file + " is not as it was saved");
        } catch (IOException e) {
            return Optional.of("%s cannot be read (%s)".formatted(output.model(model), e));
        }
    }

    private static String enumerated(List<String> reasons) {
        int more = reasons.size() - MOST_REASONS;
        return more <= 0
                ? String.join(", ", reasons)
                : "%s, and %d more".formatted(String.join(", ", reasons.subList(0, MOST_REASONS)), more);
    }
}
