package io.github.mnistmaven.study.experiment;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.study.internal.runs.StudyDirectory;
import io.github.mnistmaven.study.runs.StudyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A run that is to be there at the end of a study: trained if there is none that matches, evaluated if it is not yet.
 *
 * @param cell the name of its cell
 * @param seed of the run
 * @param trainer with the recipe of the cell and this seed
 * @param directory of the study
 */
record PlannedRun(String cell, long seed, Trainer trainer, StudyDirectory directory) {

    /** Whether there is a model that training would lead to. */
    boolean isTrained(DigitSet training) throws IOException {
        if (!Files.isDirectory(model())) {
            return false;
        }
        return RunFile.read(model()).provenance().isBitCompatibleWith(trainer.provenance(training));
    }

    private boolean isEvaluated(DigitSet test) throws IOException {
        String parameters = RunFile.read(model()).parametersFileSha256();
        return RunEvaluation.readUndamaged(evaluation())
                .filter(evaluation -> evaluation.isOf(parameters, test.fingerprint()))
                .isPresent();
    }

    StudyRun complete(Digits digits) throws IOException {
        if (!isTrained(digits.training())) {
            train(digits.training());
        }
        if (!isEvaluated(digits.test())) {
            evaluate(digits);
        }
        return StudyRun.read(model(), evaluation());
    }

    private void train(DigitSet training) throws IOException {
        Path checkpoints = directory.checkpoints(cell, seed);
        try (TrainedModel model = trainer.checkpoints(checkpoints).train(training)) {
            model.save(model());
        }
        deleteAll(checkpoints);
    }

    private static void deleteAll(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private void evaluate(Digits digits) throws IOException {
        try (TrainedModel model = TrainedModel.load(model(), trainer.architecture())) {
            DigitSet validation = model.heldOut(digits.training());
            RunEvaluation.of(
                            RunFile.read(model()).parametersFileSha256(),
                            digits.test(),
                            model.logProbabilities(digits.test()),
                            validation,
                            model.logProbabilities(validation))
                    .write(evaluation());
        }
    }

    private Path model() {
        return directory.run(cell, seed);
    }

    private Path evaluation() {
        return directory.evaluation(cell, seed);
    }
}
