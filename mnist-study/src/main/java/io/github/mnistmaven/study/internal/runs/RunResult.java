package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.statistics.Metric;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one run, apart from times.
 *
 * @param seed what all random choices of the run derived from
 * @param accuracy the share of the test digits classified correctly, 0 to 1
 * @param logLoss the mean over the test digits, in nats
 * @param brierScore the mean over the test digits, 0 to 2
 * @param temperature the one that suits the held-out digits best, see {@link io.github.mnistmaven.study.statistics.TemperatureScaling}
 * @param predictions the class of each test digit: N characters from 0 to 9
 * @param learningCurve one point for each epoch
 * @param bestEpoch the epoch whose weights the model has
 * @param provenance what went into the run, and where it was trained
 */
public record RunResult(
        long seed,
        double accuracy,
        double logLoss,
        double brierScore,
        double temperature,
        String predictions,
        List<LearningCurvePoint> learningCurve,
        int bestEpoch,
        Provenance provenance) {

    private static final double MAX_BRIER_SCORE = 2.01;
    private static final int MAX_EPOCHS = 10_000;
    private static final double ROUNDING = 1e-9;

    /**
     * Takes a copy; checks each value.
     *
     * @param seed what all random choices of the run derived from
     * @param accuracy the share of the test digits classified correctly, 0 to 1
     * @param logLoss the mean over the test digits, in nats
     * @param brierScore the mean over the test digits, 0 to 2
     * @param temperature the one that suits the held-out digits best, see {@link io.github.mnistmaven.study.statistics.TemperatureScaling}
     * @param predictions the class of each test digit: N characters from 0 to 9
     * @param learningCurve one point for each epoch
     * @param bestEpoch the epoch whose weights the model has
     * @param provenance what went into the run, and where it was trained
     */
    public RunResult {
        Bounds.requireShare("accuracy", accuracy);
        Bounds.requireWithin("logLoss", logLoss, -1, Double.MAX_VALUE);
        Bounds.requireWithin("brierScore", brierScore, 0, MAX_BRIER_SCORE);
        Bounds.requireWithin("temperature", temperature, 0, Double.MAX_VALUE);
        Bounds.requirePresent("predictions", predictions);
        learningCurve = Bounds.copyOf("learningCurve", learningCurve);
        Bounds.requireWithin("the number of points in learningCurve", learningCurve.size(), 1, MAX_EPOCHS);
        Bounds.requireWithin("bestEpoch", bestEpoch, 1, learningCurve.size());
        Bounds.requirePresent("provenance", provenance);
        if (provenance.inputs().seed() != seed) {
            throw new IllegalArgumentException("seed is %d, but its provenance says %d"
                    .formatted(seed, provenance.inputs().seed()));
        }
    }

    /**
     * The result of a run.
     *
     * @param run trained and evaluated
     * @param predictions its own for the test digits
     * @return what a file has of it
     */
    public static RunResult of(EvaluatedRun run, RunPredictions predictions) {
        return new RunResult(
                run.seed(),
                mean(predictions, Metric.ACCURACY),
                mean(predictions, Metric.LOSS),
                mean(predictions, Metric.BRIER_SCORE),
                run.evaluation().temperature(),
                DigitText.of(predictions.size(), predictions::prediction),
                run.history().epochs().stream().map(LearningCurvePoint::of).toList(),
                run.history().bestEpoch(),
                run.provenance());
    }

    private static double mean(RunPredictions predictions, Metric metric) {
        return IntStream.range(0, predictions.size())
                .mapToDouble(image -> predictions.score(metric, image))
                .average()
                .orElseThrow();
    }

    /** The accuracy has to follow from the predictions. */
    void requireAbout(String cell, String labels) {
        String place = "predictions of seed %d in cell '%s'".formatted(seed, cell);
        ClassTexts.require(place, predictions, labels.length());
        double found = (double) ClassTexts.matches(predictions, labels) / labels.length();
        if (!(Math.abs(found - accuracy) <= ROUNDING)) {
            throw new IllegalArgumentException("accuracy is %s, but the %s give %s".formatted(accuracy, place, found));
        }
    }
}
