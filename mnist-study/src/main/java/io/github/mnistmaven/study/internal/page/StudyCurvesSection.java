package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.page.Chart.LegendEntry;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.LinePlot;
import io.github.mnistmaven.study.internal.svg.LinePlot.Line;
import io.github.mnistmaven.study.internal.svg.LinePlot.Measure;
import io.github.mnistmaven.study.internal.svg.LinePlot.Point;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyRun;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** How the runs of each cell got there: their mean after each epoch, and the band between the lowest and the highest seed. */
final class StudyCurvesSection {

    private static final int MAX_TOGETHER = 4;

    private final List<StudyCell> cells;
    private final ClassWords words;

    StudyCurvesSection(List<StudyCell> cells, ClassWords words) {
        this.cells = cells;
        this.words = words;
    }

    Section section() {
        List<Chart> charts = new ArrayList<>();
        int together = cells.size() <= MAX_TOGETHER ? cells.size() : 1;
        for (int from = 0; from < cells.size(); from += together) {
            List<Integer> group = IntStream.range(from, from + together).boxed().toList();
            charts.add(chart(Measure.ACCURACY, StudyRun::validationAccuracy, group));
            charts.add(chart(Measure.LOSS, StudyRun::validationLoss, group));
        }
        return new Section(
                "curves",
                "Learning curves",
                "Learning curves",
                List.of(
                        Block.text(
                                "On the held-out validation %s after each epoch: the mean over the seeds that got that far, in a band from the lowest seed to the highest. Both axes are stretched towards good values."
                                        .formatted(words.images())),
                        Block.figures(charts)));
    }

    private Chart chart(Measure measure, ToDoubleBiFunction<StudyRun, Integer> value, List<Integer> group) {
        String name = measure == Measure.ACCURACY ? "Validation accuracy" : "Validation loss";
        String whose = group.size() == 1 ? cells.get(group.get(0)).name() : "all cells";
        List<Line> lines = group.stream()
                .map(index -> new Line(new Colour(index), false, points(cells.get(index), measure, value)))
                .toList();
        return Chart.of(
                        "%s of %s by epoch".formatted(name, whose),
                        LinePlot.of(
                                "%s of %s over the epochs, mean and range of the seeds".formatted(name, whose),
                                measure == Measure.ACCURACY ? "Accuracy" : "Loss (cross-entropy, nats)",
                                measure,
                                lines),
                        numbers(name, measure, value, group, whose))
                .with(
                        group.stream()
                                .map(index -> LegendEntry.of(
                                        new Colour(index), cells.get(index).name()))
                                .toList(),
                        LinePlot.notes(measure, lines));
    }

    private static List<Point> points(StudyCell cell, Measure measure, ToDoubleBiFunction<StudyRun, Integer> value) {
        return epochs(cell).stream()
                .map(epoch -> {
                    DoubleSummaryStatistics seeds = seeds(cell, epoch, value);
                    return new Point(
                            epoch,
                            seeds.getAverage(),
                            seeds.getMin(),
                            seeds.getMax(),
                            "%s, epoch %s: mean %s, %s to %s over %s %s"
                                    .formatted(
                                            cell.name(),
                                            epoch,
                                            text(measure, seeds.getAverage()),
                                            text(measure, seeds.getMin()),
                                            text(measure, seeds.getMax()),
                                            seeds.getCount(),
                                            seeds.getCount() == 1 ? "seed" : "seeds"),
                            false);
                })
                .toList();
    }

    private static List<Integer> epochs(StudyCell cell) {
        int most = cell.runs().stream().mapToInt(StudyRun::epochs).max().orElseThrow();
        return Thinned.of(IntStream.rangeClosed(1, most).boxed().toList(), 0);
    }

    private static DoubleSummaryStatistics seeds(
            StudyCell cell, int epoch, ToDoubleBiFunction<StudyRun, Integer> value) {
        return cell.runs().stream()
                .filter(run -> run.epochs() >= epoch)
                .mapToDouble(run -> value.applyAsDouble(run, epoch))
                .summaryStatistics();
    }

    private Table numbers(
            String name,
            Measure measure,
            ToDoubleBiFunction<StudyRun, Integer> value,
            List<Integer> group,
            String whose) {
        Table.Builder table = Table.of(
                "%s of %s, epoch by epoch".formatted(name, whose), "Cell and epoch", "Mean", "Lowest", "Highest");
        for (int index : group) {
            StudyCell cell = cells.get(index);
            for (int epoch : epochs(cell)) {
                DoubleSummaryStatistics seeds = seeds(cell, epoch, value);
                table.row(
                        Cell.header("%s, %s".formatted(cell.name(), epoch), new Colour(index)),
                        List.of(
                                text(measure, seeds.getAverage()),
                                text(measure, seeds.getMin()),
                                text(measure, seeds.getMax())));
            }
        }
        return table.narrow();
    }

    private static String text(Measure measure, double value) {
        return measure == Measure.ACCURACY ? NumberText.percent(value) : PreciseText.loss(value);
    }
}
