package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.statistics.RunPredictions;
import io.github.mnistmaven.study.statistics.TemperatureScaling;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One run of a study, trained and evaluated.
 *
 * @param provenance what went into it, and where it was trained
 * @param history what each epoch measured
 * @param evaluation what its model gave for each digit
 */
public record EvaluatedRun(Provenance provenance, History history, RunEvaluation evaluation) {

    private static final double NANOS = 1e9;

    /**
     * Checks that all are there.
     *
     * @param provenance what went into it, and where it was trained
     * @param history what each epoch measured
     * @param evaluation what its model gave for each digit
     */
    public EvaluatedRun {
        Bounds.requirePresent("provenance", provenance);
        Bounds.requirePresent("history", history);
        Bounds.requirePresent("evaluation", evaluation);
    }

    /**
     * Reads a run.
     *
     * @param model the directory of the saved model
     * @param evaluation the file of its evaluation
     * @return the run
     * @throws ResultsFormatException if the evaluation is of another model, damaged, or of a version that is not read
     * @throws IOException if a file is missing, damaged or cannot be read; the message names it
     */
    public static EvaluatedRun read(Path model, Path evaluation) throws IOException {
        Bounds.requirePresent("model", model);
        Bounds.requirePresent("evaluation", evaluation);
        RunFile run = RunFile.read(model);
        RunEvaluation read = RunEvaluation.read(evaluation);
        if (!read.parametersFileSha256().equals(run.parametersFileSha256())) {
            throw new ResultsFormatException(
                    "%s is not the evaluation of the model in %s; delete the file, and the study will evaluate the model again"
                            .formatted(evaluation, model));
        }
        return new EvaluatedRun(run.provenance(), run.history(), read);
    }

    /**
     * The seed of the run.
     *
     * @return what all random choices derived from
     */
    public long seed() {
        return provenance.inputs().seed();
    }

    /**
     * How long the run trained.
     *
     * @return of all epochs
     */
    public Duration trainingTime() {
        return Duration.ofNanos(Math.round(history.seconds() * NANOS));
    }

    /**
     * The predictions for the test digits.
     *
     * @param test the digits that the run was evaluated on
     * @return what statistics need
     * @throws IllegalArgumentException if it was evaluated on others
     */
    public RunPredictions predictions(DigitSet test) {
        return predictions(test, evaluation.test().values());
    }

    /**
     * The predictions for the test digits that the run was evaluated on, whichever these are.
     *
     * @return what statistics need
     */
    public RunPredictions predictions() {
        EvaluatedDigits test = evaluation.test();
        return RunPredictions.of(
                seed(), trainingTime(), test.fingerprint(), DigitText.bytes(test.labels()), test.values());
    }

    /**
     * The predictions after temperature scaling.
     *
     * @param test the digits that the run was evaluated on
     * @return the same classes with other probabilities
     * @throws IllegalArgumentException if it was evaluated on others
     */
    public RunPredictions scaledPredictions(DigitSet test) {
        return predictions(
                test,
                new TemperatureScaling(evaluation.temperature())
                        .apply(evaluation.test().values()));
    }

    private RunPredictions predictions(DigitSet test, float[] logProbabilities) {
        Bounds.requirePresent("test", test);
        if (!evaluation.test().fingerprint().equals(test.fingerprint())) {
            throw new IllegalArgumentException(
                    "the run of seed %d was evaluated on %d test digits with fingerprint %s, but the study on %d with fingerprint %s; evaluate all runs on the same test digits"
                            .formatted(
                                    seed(),
                                    evaluation.test().count(),
                                    evaluation.test().fingerprint(),
                                    test.size(),
                                    test.fingerprint()));
        }
        return RunPredictions.of(seed(), trainingTime(), test, logProbabilities);
    }
}
