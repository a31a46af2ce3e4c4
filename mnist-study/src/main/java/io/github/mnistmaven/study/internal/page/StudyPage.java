package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.Headline;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.ProvenanceText;
import io.github.mnistmaven.study.results.TestDigits;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of a study. */
public final class StudyPage {

    private StudyPage() {}

    /**
     * The page.
     *
     * @param results what it tells
     * @param gates what became of the rules, if there are any
     * @param drawing the section to draw a digit in, if there is one
     * @return HTML that needs nothing beside itself
     */
    public static String html(StudyResults results, Optional<GateReport> gates, Optional<DrawingSection> drawing) {
        Bounds.requirePresent("results", results);
        Bounds.requirePresent("gates", gates);
        Bounds.requirePresent("drawing", drawing);
        TestDigits digits = results.testDigits();
        ClassWords words = Isolated.words(digits.classNames());
        StudyStatistics statistics = results.statistics();
        StudyPairsSection pairs = new StudyPairsSection(statistics, results.margin());
        return PageTemplate.html(Page.of(
                "A study of %s, measured on %s test %s (%s)"
                        .formatted(
                                results.cells().size() == 1
                                        ? "one cell"
                                        : results.cells().size() + " cells",
                                NumberText.count(digits.size()),
                                words.images(),
                                Isolated.text(digits.source())),
                Headline.of(statistics, words),
                pairs.explanations(results),
                RulesSection.state(gates).stream().toList(),
                Page.sections(List.of(
                        Optional.of(new StudyResultsSection(results, statistics, words).section()),
                        pairs.section(),
                        RulesSection.of(gates))),
                drawing,
                Page.sections(List.of(
                        Optional.of(new StudyCurvesSection(results.cells(), words).section()),
                        Optional.of(CalibrationSection.ofCells(results.cells(), words)),
                        HardestInStudySection.of(results, words),
                        Optional.of(provenance(results.cells())))),
                List.of("Fingerprint of the test %s: %s".formatted(words.images(), digits.fingerprint()))));
    }

    private static Section provenance(List<StudyCell> cells) {
        return ProvenanceSection.of(
                "What went into the runs of each cell, and where the first of them was trained.",
                cells.stream().map(StudyPage::provenance).toList());
    }

    private static Block provenance(StudyCell cell) {
        String seeds =
                cell.runs().stream().map(run -> Long.toString(run.seed())).collect(Collectors.joining(", "));
        return ProvenanceSection.fold(
                cell.name(),
                ProvenanceText.lines(cell.runs().get(0).provenance()).stream()
                        .map(line -> line.name().equals(ProvenanceText.SEED)
                                ? new ProvenanceText.Line(
                                        cell.runs().size() == 1 ? ProvenanceText.SEED : "Seeds", seeds)
                                : line)
                        .toList());
    }
}
