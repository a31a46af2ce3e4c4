package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.Comparator;
import java.util.List;

/** What a study found, in one sentence. */
public final class StudyFinding {

    private StudyFinding() {}

    /**
     * The result of a study: which cell is the most accurate, if that is decided.
     *
     * @param statistics of at least one cell
     * @return such as {@code cnn-fast is more accurate than lstm-fast}, without a full stop
     */
    public static String headline(StudyStatistics statistics) {
        List<CellSummary> cells = statistics.cells();
        if (cells.size() == 1) {
            return "%s has a mean accuracy of %s over %s"
                    .formatted(
                            cells.get(0).cell(),
                            NumberText.percent(cells.get(0).accuracy().mean()),
                            seeds(cells.get(0).seeds()));
        }
        if (cells.size() == 2) {
            return statistics.pairs().get(0).sentence();
        }
        CellSummary best = cells.stream()
                .max(Comparator.comparingDouble(cell -> cell.accuracy().mean()))
                .orElseThrow();
        long beaten = statistics.pairs().stream()
                .filter(pair -> isWonBy(best.cell(), pair))
                .count();
        int others = cells.size() - 1;
        return beaten == others
                ? "%s is more accurate than each of the other %d".formatted(best.cell(), others)
                : "%s has the highest mean accuracy, %s; it is more accurate than %s of the other %d"
                        .formatted(
                                best.cell(),
                                NumberText.percent(best.accuracy().mean()),
                                beaten == 0 ? "none" : Long.toString(beaten),
                                others);
    }

    private static String seeds(int count) {
        return count == 1 ? "1 seed" : NumberText.count(count) + " seeds";
    }

    private static boolean isWonBy(String cell, CellComparison pair) {
        return pair.decision() == Decision.FIRST_IS_MORE_ACCURATE
                        && pair.first().equals(cell)
                || pair.decision() == Decision.SECOND_IS_MORE_ACCURATE
                        && pair.second().equals(cell);
    }
}
