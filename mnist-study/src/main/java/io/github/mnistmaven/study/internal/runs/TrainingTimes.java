package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.CellSummary;
import java.time.Duration;
import java.util.List;

/**
 * How long the runs of a cell trained: the one part of the results of a study that is another each time.
 *
 * @param cell the name of the cell
 * @param summary over the seeds, in seconds
 * @param seconds of each run, in the order of the runs
 */
public record TrainingTimes(String cell, MetricResult summary, List<Double> seconds) {

    private static final double MAX_SECONDS = 1e9;
    private static final double NANOS = 1e9;

    /**
     * Takes a copy; checks each value.
     *
     * @param cell the name of the cell
     * @param summary over the seeds, in seconds
     * @param seconds of each run, in the order of the runs
     */
    public TrainingTimes {
        Bounds.requireName("cell", cell);
        Bounds.requirePresent("summary", summary);
        seconds = Bounds.copyOf("seconds", seconds);
        seconds.forEach(it -> Bounds.requireWithin("seconds", it, 0, MAX_SECONDS));
    }

    static TrainingTimes of(EvaluatedCell cell, CellSummary summary) {
        return new TrainingTimes(
                cell.name(),
                MetricResult.of(summary.trainingSeconds()),
                cell.runs().stream()
                        .map(EvaluatedRun::trainingTime)
                        .map(TrainingTimes::seconds)
                        .toList());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }
}
