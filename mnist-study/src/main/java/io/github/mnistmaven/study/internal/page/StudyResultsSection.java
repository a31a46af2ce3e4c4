package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.IntervalPlot;
import io.github.mnistmaven.study.internal.svg.ScatterPlot;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.MetricSummary;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** How good each cell is over its seeds, and how long it trains. */
final class StudyResultsSection {

    private static final double NANOS = 1e9;

    private final List<StudyCell> cells;
    private final List<CellSummary> summaries;
    private final ClassWords words;

    StudyResultsSection(StudyResults results, StudyStatistics statistics, ClassWords words) {
        this.cells = results.cells();
        this.summaries = statistics.cells();
        this.words = words;
    }

    Section section() {
        return new Section(
                "results",
                "Results",
                "Results",
                List.of(
                        Block.table(table()),
                        Block.figures(List.of(accuracies(), times())),
                        Block.fold("All runs, one by one", List.of(Block.table(runs())))));
    }

    private Table table() {
        Table.Builder table = Table.of(
                "Means over the seeds of each cell, measured on the test " + words.images(),
                "Cell",
                "Seeds",
                "Mean accuracy",
                "95 % interval",
                "Standard deviation",
                "Worst seed",
                "Log loss",
                "Brier score",
                "Training time",
                "Parameters");
        for (int i = 0; i < cells.size(); i++) {
            CellSummary summary = summaries.get(i);
            MetricSummary accuracy = summary.accuracy();
            table.row(
                    Cell.header(summary.name(), new Colour(i)),
                    Cell.value(NumberText.count(summary.seeds())),
                    Cell.value(percent(accuracy.mean())).with("strong"),
                    Cell.value(interval(accuracy)),
                    Cell.value(
                            accuracy.standardDeviation().isPresent()
                                    ? percent(accuracy.standardDeviation().getAsDouble())
                                    : "-"),
                    Cell.value(percent(accuracy.minimum())),
                    Cell.value(PreciseText.loss(summary.loss().mean())),
                    Cell.value(NumberText.significant(round(summary.brierScore().mean()))),
                    Cell.value(NumberText.seconds(summary.trainingSeconds().mean())),
                    Cell.value(NumberText.count(cells.get(i).inputs().parameters())));
        }
        return table.wide();
    }

    private static double round(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    private static String percent(double share) {
        return PreciseText.percent(share);
    }

    private static String interval(MetricSummary accuracy) {
        return accuracy.interval()
                .map(interval -> PreciseText.percentRange(interval.lower(), interval.upper()))
                .orElse("-");
    }

    private Chart accuracies() {
        Table.Builder numbers = Table.of("Test accuracy of each seed", "Cell and seed", "Accuracy");
        for (int i = 0; i < cells.size(); i++) {
            for (StudyRun run : cells.get(i).runs()) {
                numbers.row(
                        Cell.header("%s, %s".formatted(cells.get(i).name(), run.seed()), new Colour(i)),
                        List.of(percent(run.accuracy())));
            }
        }
        return Chart.of(
                "Test accuracy over the seeds",
                IntervalPlot.ofShares(
                        "Test accuracy of each cell: each seed, their mean and its 95 % interval; the numbers are in the tables",
                        "Test accuracy",
                        IntStream.range(0, cells.size()).mapToObj(this::row).toList()),
                numbers.narrow(),
                "Pale: each seed. Solid: their mean, with the 95 %% interval that counts seeds and test %s."
                        .formatted(words.images()));
    }

    private IntervalPlot.Row row(int index) {
        MetricSummary accuracy = summaries.get(index).accuracy();
        return new IntervalPlot.Row(
                new Colour(index),
                cells.get(index).name(),
                "%s (%s)".formatted(percent(accuracy.mean()), interval(accuracy)),
                accuracy.mean(),
                lower(accuracy),
                upper(accuracy),
                cells.get(index).runs().stream().map(StudyRun::accuracy).toList());
    }

    private static double lower(MetricSummary metric) {
        return metric.interval().map(ConfidenceInterval::lower).orElse(metric.mean());
    }

    private static double upper(MetricSummary metric) {
        return metric.interval().map(ConfidenceInterval::upper).orElse(metric.mean());
    }

    private Chart times() {
        Table.Builder numbers =
                Table.of("Training time and accuracy of each cell", "Cell", "Mean training time", "Mean accuracy");
        summaries.forEach(summary -> numbers.row(
                Cell.header(summary.name()),
                List.of(
                        NumberText.seconds(summary.trainingSeconds().mean()),
                        percent(summary.accuracy().mean()))));
        return Chart.of(
                "Accuracy against training time",
                ScatterPlot.of(
                        "Mean accuracy of each cell against its mean training time",
                        IntStream.range(0, cells.size()).mapToObj(this::point).toList()),
                numbers.narrow(),
                "The dotted line joins the cells that no other one beats in both accuracy and time.");
    }

    private ScatterPlot.Point point(int index) {
        CellSummary summary = summaries.get(index);
        return new ScatterPlot.Point(
                new Colour(index),
                summary.name(),
                summary.trainingSeconds().mean(),
                summary.accuracy().mean(),
                lower(summary.accuracy()),
                upper(summary.accuracy()),
                "%s: %s in %s"
                        .formatted(
                                summary.name(),
                                percent(summary.accuracy().mean()),
                                NumberText.seconds(summary.trainingSeconds().mean())));
    }

    private Table runs() {
        Table.Builder table = Table.of(
                "Each run",
                "Cell and seed",
                "Accuracy",
                "Errors",
                "Log loss",
                "Brier score",
                "Epochs",
                "Training time");
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < cells.get(i).runs().size(); j++) {
                StudyRun run = cells.get(i).runs().get(j);
                int images = summaries.get(i).images();
                table.row(
                        Cell.header("%s, seed %s".formatted(cells.get(i).name(), run.seed()), new Colour(i)),
                        List.of(
                                percent(run.accuracy()),
                                NumberText.count(images - Math.round(run.accuracy() * images)),
                                PreciseText.loss(run.loss()),
                                NumberText.significant(round(run.brierScore())),
                                "%s, best %s".formatted(run.epochs(), run.bestEpoch()),
                                NumberText.seconds(run.trainingTime().toNanos() / NANOS)));
            }
        }
        return table.wide();
    }
}
