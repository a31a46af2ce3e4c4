package io.github.mnistmaven.study.report;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.markdown.MarkdownReport;
import io.github.mnistmaven.study.internal.page.StudyPage;
import io.github.mnistmaven.study.internal.summary.StudySummary;
import io.github.mnistmaven.study.internal.tables.StudyCsv;
import io.github.mnistmaven.study.internal.verdicts.VerdictFiles;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the report of a study goes: {@code study.csv}, {@code comparison.csv}, {@code report.md}, {@code study.json} and, last, the page {@code report.html}; and
 * {@code gates.json} and {@code TEST-mnist-gates.xml} where there are rules.
 *
 * <pre>{@code
 * Path page = new StudyReportDirectory(Path.of("target/report")).write(results);
 * }</pre>
 *
 * @param path the directory; made where it is missing
 */
public record StudyReportDirectory(Path path) {

    /**
     * Names the directory; nothing is written yet.
     *
     * @param path the directory; made where it is missing
     */
    public StudyReportDirectory {
        Bounds.requirePresent("path", path);
    }

    /**
     * Writes the report in all formats.
     *
     * @param results what it is about
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does, but for verdicts on another build, which are deleted first
     */
    public Path write(StudyResults results) throws IOException {
        Bounds.requirePresent("results", results);
        return write(results, Optional.empty());
    }

    /**
     * Writes the report in all formats, with what became of the rules.
     *
     * @param results what it is about
     * @param rules each rule, and whether it is kept
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does, but for verdicts on another build, which are deleted first
     */
    public Path write(StudyResults results, GateReport rules) throws IOException {
        Bounds.requirePresent("results", results);
        Bounds.requirePresent("rules", rules);
        return write(results, Optional.of(rules));
    }

    private Path write(StudyResults results, Optional<GateReport> rules) throws IOException {
        VerdictFiles verdicts = new VerdictFiles(path);
        verdicts.deleteOfRules();
        if (rules.isPresent()) {
            verdicts.write(rules.get());
        }
        AtomicFile.writeString(path.resolve("study.csv"), StudyCsv.runs(results));
        AtomicFile.writeString(path.resolve("comparison.csv"), StudyCsv.pairs(results));
        AtomicFile.writeString(
                path.resolve(MarkdownReport.FILE),
                MarkdownReport.of(
                        StudySummary.of(results, rules), ReportDirectory.FIGURES, "All results are in report.html."));
        results.write(path.resolve(StudyResults.FILE));
        Path page = path.resolve(ReportDirectory.PAGE);
        AtomicFile.writeString(
                page, StudyPage.html(results, rules, Optional.of(DrawingSection.of(DrawableModels.of(results, path)))));
        return page;
    }
}
