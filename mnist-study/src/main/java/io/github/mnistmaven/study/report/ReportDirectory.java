package io.github.mnistmaven.study.report;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.tables.ResultsCsv;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go: {@code results.json}, {@code results.csv}, {@code report.html} and the directory {@code figures}; and
 * {@code reproducibility.json} where there is a baseline.
 *
 * @param path the directory; made where it is missing
 */
public record ReportDirectory(Path path) {

    /** The name of the directory of the figures. */
    public static final String FIGURES = "figures";

    /**
     * Names the directory; nothing is written yet.
     *
     * @param path the directory; made where it is missing
     */
    public ReportDirectory {
        Bounds.requirePresent("path", path);
    }

    /**
     * Writes a report in all formats.
     *
     * @param results what it is about
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does
     */
    public Path write(Results results) throws IOException {
        return write(results, Optional.empty());
    }

    /**
     * Writes a report in all formats, with how the models compare with a baseline.
     *
     * @param results what it is about
     * @param reproducibility how the models compare
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does
     */
    public Path write(Results results, Reproducibility reproducibility) throws IOException {
        Bounds.requirePresent("reproducibility", reproducibility);
        return write(results, Optional.of(reproducibility));
    }

    private Path write(Results results, Optional<Reproducibility> reproducibility) throws IOException {
        Bounds.requirePresent("results", results);
        deleteVerdicts();
        if (reproducibility.isPresent()) {
            reproducibility.get().write(verdicts());
        }
        results.write(path.resolve(Results.FILE));
        AtomicFile.writeString(path.resolve("results.csv"), ResultsCsv.text(results));
        List<RenderedFigure> figures = Figures.of(results);
        for (RenderedFigure figure : figures) {
            figure.write(path.resolve(FIGURES));
        }
        // Last: whoever finds the page finds all else beside it.
        Path page = path.resolve("report.html");
        AtomicFile.writeString(page, HtmlReport.text(results, figures, reproducibility));
        return page;
    }

    /**
     * Deletes {@code reproducibility.json}: that of another build would speak of other models.
     *
     * @throws IOException if it cannot be deleted
     */
    public void deleteVerdicts() throws IOException {
        Files.deleteIfExists(verdicts());
    }

    private Path verdicts() {
        return path.resolve(Reproducibility.FILE);
    }
}
