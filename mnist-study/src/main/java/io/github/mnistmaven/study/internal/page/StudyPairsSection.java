package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.IntervalPlot;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the study says of each pair of cells. */
final class StudyPairsSection {

    /** Of more pairs, only those of the best cell are drawn. */
    private static final int MAX_DRAWN = 10;

    /** More pairs than these are folded away. */
    private static final int MAX_OPEN_PAIRS = 15;

    private final StudyStatistics statistics;
    private final double margin;

    StudyPairsSection(StudyStatistics statistics, double margin) {
        this.statistics = statistics;
        this.margin = margin;
    }

    /** What the headline rests on. */
    List<String> explanations(StudyResults results) {
        List<String> explanations = new ArrayList<>();
        if (statistics.pairs().size() == 1) {
            CellComparison pair = statistics.pairs().get(0);
            explanations.add("%s minus %s: %s percentage points of accuracy (95 %% interval %s to %s)."
                    .formatted(
                            pair.first(),
                            pair.second(),
                            PreciseText.points(pair.accuracy().value()),
                            PreciseText.points(pair.accuracy().interval().lower()),
                            PreciseText.points(pair.accuracy().interval().upper())));
        }
        results.precision()
                .ifPresent(target ->
                        explanations.add("Seeds were to be added until the difference was known precisely enough: %s."
                                .formatted(target.sentence(results))));
        return explanations;
    }

    /** Nothing where there is a single cell. */
    Optional<Section> section() {
        return statistics.pairs().isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "pairs",
                        "Differences",
                        "Which cells differ?",
                        List.of(
                                pairs(),
                                Block.text(
                                        "A cell counts as more accurate if the 95 %% interval of the difference lies beyond %s percentage points and the adjusted p-value is below 0.05; two cells are practically equivalent if the interval lies within that range. What is undecided needs more seeds or more test images."
                                                .formatted(NumberText.significant(100 * margin))),
                                Block.figures(List.of(figure())))));
    }

    private Block pairs() {
        Block table = Block.table(table());
        int count = statistics.pairs().size();
        return count <= MAX_OPEN_PAIRS ? table : Block.fold("All %s pairs".formatted(count), List.of(table));
    }

    private Table table() {
        Table.Builder table = Table.of(
                "Each pair of cells; differences are first minus second, in percentage points",
                "First, second",
                "<Finding",
                "Difference in accuracy",
                "95 % interval",
                "Adjusted p-value",
                "Probability: first better / equivalent / second better");
        for (CellComparison pair : statistics.pairs()) {
            table.row(
                    Cell.header("%s, %s".formatted(pair.first(), pair.second())),
                    Cell.words(pair.sentence()).with(pair.decision() == Decision.UNDECIDED ? "open" : ""),
                    Cell.value(PreciseText.points(pair.accuracy().value())).with("strong"),
                    Cell.value(interval(pair)),
                    Cell.value(NumberText.pValue(pair.adjustedPValue())),
                    Cell.value("%s / %s / %s"
                            .formatted(
                                    NumberText.percent(pair.probabilityFirstIsBetter()),
                                    NumberText.percent(pair.probabilityOfEquivalence()),
                                    NumberText.percent(pair.probabilitySecondIsBetter()))));
        }
        return table.wide();
    }

    private static String interval(CellComparison pair) {
        return "%s to %s"
                .formatted(
                        PreciseText.points(pair.accuracy().interval().lower()),
                        PreciseText.points(pair.accuracy().interval().upper()));
    }

    private Chart figure() {
        List<CellComparison> drawn = drawn();
        Table.Builder numbers =
                Table.of("Differences in accuracy, in percentage points", "Pair", "Difference", "95 % interval");
        drawn.forEach(pair -> numbers.row(
                Cell.header("%s, %s".formatted(pair.first(), pair.second())),
                List.of(PreciseText.points(pair.accuracy().value()), interval(pair))));
        return Chart.of(
                "Differences in accuracy",
                IntervalPlot.ofDifferences(
                        "Differences in accuracy between cells, with 95 % intervals; the numbers are in the table above",
                        "First minus second, in percentage points",
                        drawn.stream().map(StudyPairsSection::row).toList(),
                        margin),
                numbers.narrow(),
                "Grey: the region within which a difference does not matter."
                        + (drawn.size() == statistics.pairs().size()
                                ? ""
                                : " Only the pairs of the most accurate cell are drawn."));
    }

    private List<CellComparison> drawn() {
        if (statistics.pairs().size() <= MAX_DRAWN) {
            return statistics.pairs();
        }
        String best = statistics.cells().stream()
                .max(Comparator.comparingDouble(cell -> cell.accuracy().mean()))
                .map(CellSummary::name)
                .orElseThrow();
        return statistics.pairs().stream()
                .filter(pair -> pair.first().equals(best) || pair.second().equals(best))
                .toList();
    }

    private static IntervalPlot.Row row(CellComparison pair) {
        return new IntervalPlot.Row(
                new Colour(0),
                "%s, %s".formatted(pair.first(), pair.second()),
                PreciseText.points(pair.accuracy().value()),
                pair.accuracy().value(),
                pair.accuracy().interval().lower(),
                pair.accuracy().interval().upper(),
                List.of());
    }
}
