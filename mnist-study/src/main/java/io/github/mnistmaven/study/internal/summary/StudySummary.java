package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.summary.Table.Column;
import io.github.mnistmaven.study.internal.tables.StudyTable;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.Headline;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The summary of a study, and of what became of its rules. */
public final class StudySummary {

    private static final int MAX_CELLS = 12;
    private static final int MAX_RULES = 8;
    private static final int MAX_PAIRS = 4;

    private final StudyResults results;
    private final StudyStatistics statistics;
    private final Optional<GateReport> rules;
    private final ClassWords words;

    private StudySummary(StudyResults results, Optional<GateReport> rules) {
        this.results = results;
        this.statistics = results.statistics();
        this.rules = rules;
        this.words = new ClassWords(results.testDigits().classNames());
    }

    /**
     * Summarizes.
     *
     * @param results of the study
     * @param rules what became of them, if there are any
     * @return the summary
     */
    public static Summary of(StudyResults results, Optional<GateReport> rules) {
        return new StudySummary(results, rules).summary();
    }

    private Summary summary() {
        List<Table> tables = new ArrayList<>(List.of(cells()));
        rules.map(report -> RulesSummary.table(report, MAX_RULES)).ifPresent(tables::add);
        List<String> sentences = new ArrayList<>();
        results.precision().ifPresent(target -> sentences.add(upperCase(target.sentence(results)) + "."));
        List<Section> sections = new ArrayList<>();
        if (!statistics.pairs().isEmpty()) {
            sections.add(Section.ofTable("Each pair of cells", pairs()));
        }
        sections.add(training());
        return new Summary(headline(), sentences, tables, sections);
    }

    private String headline() {
        String finding = Headline.of(statistics, words);
        return rules.map(report -> "%s; %s".formatted(RulesSummary.verdict(report), finding))
                .orElse(finding);
    }

    private static String upperCase(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private Table cells() {
        List<List<String>> rows = StudyTable.rows(results);
        List<Column> columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(i -> i == 0
                        ? Column.name(rows.get(0).get(i))
                        : Column.number(rows.get(0).get(i)))
                .toList();
        return Table.limited(columns, rows.subList(1, rows.size()), MAX_CELLS, "cell");
    }

    private Table pairs() {
        return Table.limited(
                List.of(
                        Column.text("finding"),
                        Column.number("difference (points)"),
                        Column.number("95 % interval"),
                        Column.number("adjusted p-value")),
                statistics.pairs().stream().map(StudySummary::row).toList(),
                MAX_PAIRS,
                "pair");
    }

    private static List<String> row(CellComparison pair) {
        Difference difference = pair.accuracyAsSaid();
        return List.of(
                pair.sentence(),
                points(difference.value()),
                "%s to %s"
                        .formatted(
                                points(difference.interval().lower()),
                                points(difference.interval().upper())),
                NumberText.pValue(pair.adjustedPValue()));
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+.3f", 100 * difference);
    }

    private Section training() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "test " + words.images(),
                "%s (%s), fingerprint %s"
                        .formatted(
                                results.testDigits().source(),
                                NumberText.count(results.testDigits().size()),
                                ProvenanceRows.start(results.testDigits().fingerprint()))));
        rows.addAll(ProvenanceRows.of(
                results.cells().stream()
                        .flatMap(cell -> cell.runs().stream())
                        .map(StudyRun::provenance)
                        .toList(),
                words));
        return Section.ofTable(
                "How it was measured", new Table(List.of(Column.text("what"), Column.name("value")), rows, ""));
    }
}
