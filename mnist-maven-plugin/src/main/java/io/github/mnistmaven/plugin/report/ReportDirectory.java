package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.files.AtomicFile;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go: {@code results.csv}, {@code results.json}, {@code report.html} and the directory {@code figures};
 * {@code reproducibility.json} where there is a baseline; {@code samples.png} for itself.
 *
 * @param path the directory; made where it is missing
 */
public record ReportDirectory(Path path) {

    /**
     * Why no figures are drawn on this machine. All else is written nevertheless.
     *
     * @return the reason and what to do about it; empty if figures are drawn
     */
    public static Optional<String> whyNoFigures() {
        return Drawing.obstacle();
    }

    /**
     * Draws how a model learnt: {@code figures/<model>_accuracy.png} and {@code figures/<model>_loss.png}.
     *
     * @param run the run that led to the model
     * @throws IOException if a file cannot be written; what stood there before still does
     */
    public void writeCurves(RunRecord run) throws IOException {
        write(paint(List.of(LearningCurves.accuracy(run), LearningCurves.loss(run))));
    }

    /**
     * Writes a report in all formats.
     *
     * @param report the report
     * @param reproducibility how the models compare with a baseline, if there is one: {@code reproducibility.json}
     * @return {@code report.html}
     * @throws IOException if a file cannot be written; what stood there before still does
     */
    public Path write(Report report, Optional<Reproducibility> reproducibility) throws IOException {
        deleteVerdicts();
        if (reproducibility.isPresent()) {
            Json.write(verdicts(), reproducibility.get());
        }
        Json.write(path.resolve("results.json"), Results.of(report));
        AtomicFile.writeString(path.resolve("results.csv"), ResultsCsv.text(report));
        List<Painted> figures = paint(figures(report));
        write(figures);
        // Last: whoever finds the page finds all else beside it.
        Path page = path.resolve("report.html");
        AtomicFile.writeString(page, HtmlReport.text(report, figures, reproducibility));
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
        return path.resolve("reproducibility.json");
    }

    /**
     * Draws digits side by side: {@code samples.png}. Only where figures can be drawn; see {@link #whyNoFigures}.
     *
     * @param samples sets of digits, from left to right
     * @return the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public Path writeSamples(List<Samples> samples) throws IOException {
        Figure figure = SamplesFigure.of(samples);
        Path file = path.resolve(figure.fileName());
        byte[] png = figure.png();
        AtomicFile.write(file, out -> out.write(png));
        return file;
    }

    private static List<Figure> figures(Report report) {
        List<Figure> figures = new ArrayList<>();
        figures.add(ComparisonFigure.of(report));
        for (Report.Entry entry : report.entries()) {
            figures.add(LearningCurves.accuracy(entry.run()));
            figures.add(LearningCurves.loss(entry.run()));
            figures.add(ConfusionFigure.of(entry.evaluation()));
        }
        return figures;
    }

    private static List<Painted> paint(List<Figure> figures) {
        return Drawing.obstacle().isPresent()
                ? List.of()
                : figures.stream().map(Painted::of).toList();
    }

    private void write(List<Painted> figures) throws IOException {
        for (Painted figure : figures) {
            AtomicFile.write(path.resolve("figures").resolve(figure.fileName()), out -> out.write(figure.png()));
        }
    }
}
