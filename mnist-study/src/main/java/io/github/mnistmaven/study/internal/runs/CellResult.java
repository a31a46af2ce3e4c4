package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellSummary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one cell, apart from times.
 *
 * @param name of the cell, such as {@code cnn-fast}
 * @param accuracy over the seeds
 * @param logLoss over the seeds, in nats
 * @param brierScore over the seeds
 * @param calibration whether the models are right as often as they say
 * @param calibrationAfterScaling the same after temperature scaling of each run
 * @param runs at least one, in the order of the seeds given
 */
public record CellResult(
        String name,
        MetricResult accuracy,
        MetricResult logLoss,
        MetricResult brierScore,
        Calibration calibration,
        Calibration calibrationAfterScaling,
        List<RunResult> runs) {

    /**
     * Takes a copy; checks each value.
     *
     * @param name of the cell, such as {@code cnn-fast}
     * @param accuracy over the seeds
     * @param logLoss over the seeds, in nats
     * @param brierScore over the seeds
     * @param calibration whether the models are right as often as they say
     * @param calibrationAfterScaling the same after temperature scaling of each run
     * @param runs at least one, in the order of the seeds given
     */
    public CellResult {
        Bounds.requireName("name", name);
        Bounds.requirePresent("accuracy", accuracy);
        Bounds.requirePresent("logLoss", logLoss);
        Bounds.requirePresent("brierScore", brierScore);
        Bounds.requirePresent("calibration", calibration);
        Bounds.requirePresent("calibrationAfterScaling", calibrationAfterScaling);
        runs = Bounds.copyOf("runs", runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("cell '%s' has no runs; it needs at least one".formatted(name));
        }
    }

    static CellResult of(EvaluatedCell cell, Cell predictions, CellSummary summary, DigitSet test) {
        return new CellResult(
                cell.name(),
                MetricResult.of(summary.accuracy()),
                MetricResult.of(summary.loss()),
                MetricResult.of(summary.brierScore()),
                Calibration.of(predictions, Calibration.DEFAULT_BINS),
                Calibration.of(cell.scaledPredictions(test), Calibration.DEFAULT_BINS),
                IntStream.range(0, cell.runs().size())
                        .mapToObj(i -> RunResult.of(
                                cell.runs().get(i), predictions.runs().get(i)))
                        .toList());
    }

    /** The inverse of {@link #of}, as far as statistics go. */
    CellSummary summary(int images, MetricResult trainingSeconds) {
        int seeds = runs.size();
        return new CellSummary(
                name,
                seeds,
                images,
                accuracy.summary(seeds),
                logLoss.summary(seeds),
                brierScore.summary(seeds),
                trainingSeconds.summary(seeds));
    }
}
