package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * What the runs of a cell say together.
 *
 * @param name of the cell
 * @param seeds S, at least 1
 * @param images N, at least 1
 * @param accuracy the share of the test images classified correctly, 0 to 1
 * @param loss the mean of {@code -ln p} in nats, p being the probability given to the digit shown
 * @param brierScore 0 to 2, see {@link Metric#BRIER_SCORE}
 * @param trainingSeconds how long the runs trained
 */
public record CellSummary(
        String name,
        int seeds,
        int images,
        MetricSummary accuracy,
        MetricSummary loss,
        MetricSummary brierScore,
        MetricSummary trainingSeconds) {

    /**
     * Checks each value.
     *
     * @param name of the cell
     * @param seeds S, at least 1
     * @param images N, at least 1
     * @param accuracy the share of the test images classified correctly, 0 to 1
     * @param loss the mean of {@code -ln p} in nats, p being the probability given to the digit shown
     * @param brierScore 0 to 2, see {@link Metric#BRIER_SCORE}
     * @param trainingSeconds how long the runs trained
     */
    public CellSummary {
        Bounds.requireName("name", name);
        Bounds.requireWithin("seeds", seeds, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("images", images, 1, Integer.MAX_VALUE);
        Bounds.requirePresent("accuracy", accuracy);
        Bounds.requirePresent("loss", loss);
        Bounds.requirePresent("brierScore", brierScore);
        Bounds.requirePresent("trainingSeconds", trainingSeconds);
    }

    /**
     * Summarizes a cell.
     *
     * @param cell with at least one run
     * @return the summary
     */
    public static CellSummary of(Cell cell) {
        Bounds.requirePresent("cell", cell);
        return new CellSummary(
                cell.name(),
                cell.seeds(),
                cell.images(),
                MetricSummary.ofShares(cell.scores(Metric.ACCURACY)),
                MetricSummary.ofLosses(cell.scores(Metric.LOSS)),
                MetricSummary.ofLosses(cell.scores(Metric.BRIER_SCORE)),
                MetricSummary.ofSeconds(cell.runs().stream()
                        .mapToDouble(RunPredictions::trainingSeconds)
                        .toArray()));
    }
}
