package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the cells of a study say, each by itself and each pair of them.
 *
 * <pre>{@code
 * Cell cnn = new Cell("cnn", runsOfCnn); // one RunPredictions for each seed
 * Cell lstm = new Cell("lstm", runsOfLstm);
 * StudyStatistics statistics = StudyStatistics.of(List.of(cnn, lstm), StudyStatistics.DEFAULT_MARGIN);
 * statistics.cells().get(0).accuracy(); // mean, standard deviation, minimum, interval
 * CellComparison pair = statistics.pairs().get(0);
 * pair.accuracy().interval();           // of the difference in accuracy
 * System.out.println(pair.sentence());  // cnn is more accurate than lstm
 * }</pre>
 *
 * @param cells one summary for each cell, in the order given
 * @param pairs one for each pair: the first cell with the second, the first with the third, ..., the second with the third, ...
 */
public record StudyStatistics(List<CellSummary> cells, List<CellComparison> pairs) {

    /** The largest difference in accuracy that does not matter unless something else is said: 0.001, or 10 of 10,000 images. */
    public static final double DEFAULT_MARGIN = 0.001;

    /**
     * Takes copies.
     *
     * @param cells one summary for each cell, in the order given
     * @param pairs one for each pair: the first cell with the second, the first with the third, ..., the second with the third,
     *     ...
     */
    public StudyStatistics {
        cells = Bounds.copyOf("cells", cells);
        pairs = Bounds.copyOf("pairs", pairs);
    }

    /**
     * Summarizes each cell and compares each with each other.
     *
     * @param cells at least one, each of another name, all of the same test images
     * @param margin the largest difference in accuracy that does not matter, 0 to 1
     * @return the statistics
     * @throws IllegalArgumentException if there is no cell, two have the same name, or the test images differ; the message
     *     names the cells
     */
    public static StudyStatistics of(List<Cell> cells, double margin) {
        List<Cell> copy = requireOneStudy(cells);
        Bounds.requireShare("margin", margin);
        return new StudyStatistics(copy.stream().map(CellSummary::of).toList(), compareEachPair(copy, margin));
    }

    /** Requires cells that belong together, and returns a copy. */
    static List<Cell> requireOneStudy(List<Cell> given) {
        List<Cell> cells = Bounds.copyOf("cells", given);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a study has no cells; it needs at least one");
        }
        Cell first = cells.get(0);
        Set<String> seen = new HashSet<>();
        for (Cell cell : cells) {
            if (!seen.add(cell.name())) {
                throw new IllegalArgumentException(
                        "cell '%s' appears twice; give each cell a name of its own".formatted(cell.name()));
            }
            RunPredictions run = cell.runs().get(0);
            if (!run.hasSameImagesAs(first.runs().get(0))) {
                throw new IllegalArgumentException(
                        "cell '%s' was evaluated on %s, but cell '%s' on %s; evaluate all cells on the same test images"
                                .formatted(
                                        first.name(), Cell.images(first.runs().get(0)), cell.name(), Cell.images(run)));
            }
        }
        return cells;
    }

    private static List<CellComparison> compareEachPair(List<Cell> cells, double margin) {
        List<CrossedScores> accuracies = scores(cells, Metric.ACCURACY);
        List<CrossedScores> logLosses = scores(cells, Metric.LOSS);
        List<CrossedScores> brierScores = scores(cells, Metric.BRIER_SCORE);
        List<Pair> pairs = pairs(cells.size());
        List<Difference> differences = pairs.stream()
                .map(pair -> Difference.betweenShares(accuracies.get(pair.first()), accuracies.get(pair.second())))
                .toList();
        double[] adjusted = Holm.adjusted(
                differences.stream().mapToDouble(Difference::pValue).toArray());
        List<CellComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            Cell first = cells.get(pair.first());
            Cell second = cells.get(pair.second());
            comparisons.add(new CellComparison(
                    first.name(),
                    second.name(),
                    margin,
                    differences.get(i),
                    pair.difference(logLosses),
                    pair.difference(brierScores),
                    adjusted[i],
                    mcNemar(first, second)));
        }
        return comparisons;
    }

    private static List<CrossedScores> scores(List<Cell> cells, Metric metric) {
        return cells.stream().map(cell -> cell.scores(metric)).toList();
    }

    private static List<Pair> pairs(int cells) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < cells; first++) {
            for (int second = first + 1; second < cells; second++) {
                pairs.add(new Pair(first, second));
            }
        }
        return pairs;
    }

    private static Optional<McNemar> mcNemar(Cell first, Cell second) {
        return first.seeds() == 1 && second.seeds() == 1
                ? Optional.of(McNemar.between(
                        first.name(),
                        first.runs().get(0),
                        second.name(),
                        second.runs().get(0)))
                : Optional.empty();
    }

    /**
     * The statistics as people read them.
     *
     * @return a line for the accuracy of each cell, then one for each pair
     */
    @Override
    public String toString() {
        return Stream.concat(
                        cells.stream().map(cell -> cell.name() + ": accuracy " + cell.accuracy()),
                        pairs.stream().map(CellComparison::toString))
                .collect(Collectors.joining("\n"));
    }

    /** The indices of two cells. */
    private record Pair(int first, int second) {

        Difference difference(List<CrossedScores> scores) {
            return Difference.between(scores.get(first), scores.get(second));
        }
    }
}
