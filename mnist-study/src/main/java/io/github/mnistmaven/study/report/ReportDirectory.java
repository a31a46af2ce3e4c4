package io.github.mnistmaven.study.report;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.figures.ChartTheme;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.markdown.MarkdownReport;
import io.github.mnistmaven.study.internal.page.ComparisonPage;
import io.github.mnistmaven.study.internal.summary.ResultsSummary;
import io.github.mnistmaven.study.internal.tables.ResultsCsv;
import io.github.mnistmaven.study.internal.verdicts.VerdictFiles;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go: {@code results.json}, {@code results.csv}, {@code report.html}, {@code report.md} and the directory {@code figures}, with
 * the same figures for dark pages in {@code figures/dark}; and {@code reproducibility.json} where there is a baseline, {@code gates.json}
 * and {@code TEST-mnist-gates.xml} where there are rules. The models that are saved in the directory {@code models} beside these can be tried
 * out on the page: each reads what is drawn there.
 *
 * <pre>{@code
 * Results measured = Results.read(Path.of("target/mnist/results.json"));
 * Path page = new ReportDirectory(Path.of("target/report")).write(measured);
 * }</pre>
 *
 * @param path the directory; made where it is missing
 */
public record ReportDirectory(Path path) {

    /** The name of the directory of the figures. */
    public static final String FIGURES = "figures";

    /** The name of the page. */
    public static final String PAGE = "report.html";

    /**
     * Names the directory; nothing is written yet.
     *
     * @param path the directory; made where it is missing
     */
    public ReportDirectory {
        Bounds.requirePresent("path", path);
    }

    /**
     * Writes a report of results alone in all formats.
     *
     * @param results what it is about
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does, but for verdicts on another build, which are deleted first
     */
    public Path write(Results results) throws IOException {
        return write(Report.of(results));
    }

    /**
     * Writes a report in all formats, with how the models compare with a baseline.
     *
     * @param results what it is about
     * @param reproducibility how the models compare
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does, but for verdicts on another build, which are deleted first
     */
    public Path write(Results results, Reproducibility reproducibility) throws IOException {
        return write(Report.of(results).with(reproducibility));
    }

    /**
     * Writes a report in all formats.
     *
     * @param report what it tells
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does, but for verdicts on another build, which are deleted first
     */
    public Path write(Report report) throws IOException {
        Bounds.requirePresent("report", report);
        VerdictFiles verdicts = new VerdictFiles(path);
        verdicts.delete();
        if (report.reproducibility().isPresent()) {
            verdicts.write(report.reproducibility().get());
        }
        if (report.gates().isPresent()) {
            verdicts.write(report.gates().get());
        }
        Results results = report.results();
        results.write(path.resolve(Results.FILE));
        AtomicFile.writeString(path.resolve("results.csv"), ResultsCsv.text(results));
        List<RenderedFigure> figures = Figures.of(results);
        write(figures, ChartTheme.LIGHT);
        write(Figures.of(results, ChartTheme.DARK), ChartTheme.DARK);
        AtomicFile.writeString(
                path.resolve(MarkdownReport.FILE),
                MarkdownReport.of(
                        ResultsSummary.of(
                                results,
                                report.reproducibility(),
                                report.gates(),
                                figures.stream().map(RenderedFigure::file).toList()),
                        FIGURES,
                        "All results are in report.html."));
        // Last: whoever finds the page finds all else beside it.
        Path page = path.resolve(PAGE);
        AtomicFile.writeString(
                page,
                ComparisonPage.html(
                        results,
                        report.reproducibility(),
                        report.gates(),
                        Optional.of(DrawingSection.of(DrawableModels.of(results, path)))));
        return page;
    }

    private void write(List<RenderedFigure> figures, ChartTheme theme) throws IOException {
        for (RenderedFigure figure : figures) {
            figure.write(path.resolve(FIGURES).resolve(theme.directory()));
        }
    }
}
