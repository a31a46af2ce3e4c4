package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.MetricSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The results of a study as a table, for the build's log in plain ASCII and at most {@value #WIDTH} columns wide. */
public final class StudyTable {

    /** Wider than most terminals, as the sentences below it are: names of cells that are cut no longer tell them apart. */
    private static final int WIDTH = 120;

    private static final List<String> HEADER =
            List.of("cell", "seeds", "mean accuracy (95 % interval)", "std. dev.", "minimum", "log loss", "time");

    private StudyTable() {}

    /**
     * The table.
     *
     * @param results what it tells
     * @return its lines, a header first, then one for each cell
     */
    public static List<String> lines(StudyResults results) {
        return TextTable.lines(rows(results), WIDTH);
    }

    /**
     * The table, cell by cell.
     *
     * @param results what it tells
     * @return a header first, then one row for each cell of the study, its name in the first column
     */
    public static List<List<String>> rows(StudyResults results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        results.statistics().cells().forEach(cell -> rows.add(row(cell)));
        return rows;
    }

    private static List<String> row(CellSummary cell) {
        MetricSummary accuracy = cell.accuracy();
        return List.of(
                cell.name(),
                NumberText.count(cell.seeds()),
                accuracy.interval()
                        .map(interval -> "%s (%s - %s)"
                                .formatted(
                                        decimal(accuracy.mean()), decimal(interval.lower()), decimal(interval.upper())))
                        .orElse(decimal(accuracy.mean())),
                accuracy.standardDeviation().isPresent()
                        ? decimal(accuracy.standardDeviation().getAsDouble())
                        : "-",
                decimal(accuracy.minimum()),
                NumberText.loss(cell.loss().mean()),
                NumberText.seconds(cell.trainingSeconds().mean()));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /**
     * What the study says of each pair of cells, and how precise it was to be.
     *
     * @param results what it tells
     * @return a line each; none for a single cell
     */
    public static List<String> findings(StudyResults results) {
        return Stream.concat(
                        results.statistics().pairs().stream().map(StudyTable::finding),
                        results.precision().stream().map(target -> target.sentence(results)))
                .toList();
    }

    private static String finding(CellComparison pair) {
        Difference difference = pair.accuracyAsSaid();
        return String.format(
                Locale.ROOT,
                "%s (difference in accuracy %+.5f, 95 %% interval %+.5f to %+.5f, adjusted %s)",
                pair.sentence(),
                difference.value(),
                difference.interval().lower(),
                difference.interval().upper(),
                NumberText.pValue(pair.adjustedPValue()));
    }
}
