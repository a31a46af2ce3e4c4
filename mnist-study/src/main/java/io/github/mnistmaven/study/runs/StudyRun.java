package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.internal.runs.EvaluatedRun;
import io.github.mnistmaven.study.internal.runs.LearningCurvePoint;
import io.github.mnistmaven.study.internal.runs.RunResult;
import io.github.mnistmaven.study.results.ResultsFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * One run of a study, trained and evaluated.
 *
 * <pre>{@code
 * StudyRun run = results.cells().get(0).runs().get(0);
 * run.accuracy();                      // on the test digits
 * run.validationLoss(run.bestEpoch()); // on the held-out digits, after the epoch whose weights the model has
 * System.out.println(run);             // seed 3: 99.21 % (12.4 s)
 * }</pre>
 */
public final class StudyRun {

    private static final double PERCENT = 100;
    private static final double MILLIS = 1e3;

    private final RunResult stored;
    private final Duration trainingTime;

    StudyRun(RunResult stored, Duration trainingTime) {
        this.stored = stored;
        this.trainingTime = trainingTime;
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
    public static StudyRun read(Path model, Path evaluation) throws IOException {
        EvaluatedRun run = EvaluatedRun.read(model, evaluation);
        return new StudyRun(RunResult.of(run, run.predictions()), run.trainingTime());
    }

    /**
     * The seed of the run.
     *
     * @return what all random choices derived from
     */
    public long seed() {
        return stored.seed();
    }

    /**
     * What went into the run, and where it was trained.
     *
     * @return recipe, seed, digits, versions, platform
     */
    public Provenance provenance() {
        return stored.provenance();
    }

    /**
     * How long the run trained.
     *
     * @return of all epochs
     */
    public Duration trainingTime() {
        return trainingTime;
    }

    /**
     * The share of the test digits that the run classified correctly.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return stored.accuracy();
    }

    /**
     * The mean cross-entropy over the test digits.
     *
     * @return in nats
     */
    public double loss() {
        return stored.logLoss();
    }

    /**
     * The mean Brier score over the test digits.
     *
     * @return 0 to 2
     */
    public double brierScore() {
        return stored.brierScore();
    }

    /**
     * What logits are to be divided by to suit the held-out digits best.
     *
     * @return see {@link io.github.mnistmaven.study.statistics.TemperatureScaling}
     */
    public double temperature() {
        return stored.temperature();
    }

    /**
     * The number of test digits.
     *
     * @return N, at least 1
     */
    public int size() {
        return stored.predictions().length();
    }

    /**
     * What the run predicts for a test digit.
     *
     * @param index which digit, from 0 to N - 1
     * @return 0 to 9
     * @throws IllegalArgumentException if there is no such digit
     */
    public int prediction(int index) {
        Bounds.requireWithin("index", index, 0, Math.min(size(), DigitSet.MAX_SIZE) - 1);
        return stored.predictions().charAt(index) - '0';
    }

    /**
     * How many epochs the run trained.
     *
     * @return at least 1
     */
    public int epochs() {
        return stored.learningCurve().size();
    }

    /**
     * The epoch whose weights the model has.
     *
     * @return from 1
     */
    public int bestEpoch() {
        return stored.bestEpoch();
    }

    /**
     * The mean loss on the training digits over an epoch.
     *
     * @param epoch from 1
     * @return in nats
     * @throws IllegalArgumentException if there is no such epoch
     */
    public double trainingLoss(int epoch) {
        return point(epoch).trainingLoss();
    }

    /**
     * The accuracy on the training digits over an epoch.
     *
     * @param epoch from 1
     * @return 0 to 1
     * @throws IllegalArgumentException if there is no such epoch
     */
    public double trainingAccuracy(int epoch) {
        return point(epoch).trainingAccuracy();
    }

    /**
     * The loss on the held-out digits after an epoch.
     *
     * @param epoch from 1
     * @return in nats
     * @throws IllegalArgumentException if there is no such epoch
     */
    public double validationLoss(int epoch) {
        return point(epoch).validationLoss();
    }

    /**
     * The accuracy on the held-out digits after an epoch.
     *
     * @param epoch from 1
     * @return 0 to 1
     * @throws IllegalArgumentException if there is no such epoch
     */
    public double validationAccuracy(int epoch) {
        return point(epoch).validationAccuracy();
    }

    private LearningCurvePoint point(int epoch) {
        Bounds.requireWithin("epoch", epoch, 1, epochs());
        return stored.learningCurve().get(epoch - 1);
    }

    /**
     * Whether both say the same.
     *
     * @param other anything
     * @return true for a run that measured the same in the same time
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof StudyRun run && stored.equals(run.stored) && trainingTime.equals(run.trainingTime);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    /**
     * The run as people read it.
     *
     * @return such as {@code seed 3: 99.21 % (12.4 s)}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "seed %d: %.2f %% (%.1f s)",
                seed(),
                PERCENT * accuracy(),
                trainingTime.toMillis() / MILLIS);
    }
}
