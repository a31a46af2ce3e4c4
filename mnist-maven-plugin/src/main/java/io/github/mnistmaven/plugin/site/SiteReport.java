package io.github.mnistmaven.plugin.site;

import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.figures.FigureFile;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.summary.ResultsSummary;
import io.github.mnistmaven.study.internal.summary.StudySummary;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;

/**
 * The page about what {@code mnist:compare} and {@code mnist:study} left. All of it is made from their files, without an
 * engine.
 *
 * @param output where these files are
 */
public record SiteReport(OutputDirectory output) {

    /** The name of the page without its ending, and of the directory beside it. */
    public static final String NAME = "mnist";

    private static final String STUDY = "study";

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Whether there is anything to show.
     *
     * @return true if there are results of a comparison or of a study
     */
    public boolean hasResults() {
        return Files.exists(output.results()) || Files.exists(study());
    }

    private Path study() {
        return output.study().resolve(StudyResults.FILE);
    }

    /**
     * Writes the page, and copies figures and full reports beside it.
     *
     * @param sink of the page
     * @param title of the page
     * @param site the directory of the page
     * @throws UnwritableException if a file cannot be written
     * @throws IOException if a file cannot be read, or does not hold what its name says
     */
    public void write(Sink sink, String title, Path site) throws IOException {
        Optional<Results> results = read(output.results(), Results::read);
        Optional<Reproducibility> reproducibility =
                read(output.root().resolve(Reproducibility.FILE), Reproducibility::read);
        Optional<GateReport> gates = read(output.root().resolve(GateReport.FILE), GateReport::read);
        Optional<StudyResults> study = read(study(), StudyResults::read);
        Optional<GateReport> rules = read(output.study().resolve(GateReport.FILE), GateReport::read);
        Path directory = made(site.resolve(NAME));
        SitePage page = new SitePage(sink, title);
        if (results.isPresent()) {
            List<FigureFile> figures = copyFigures(results.get(), directory);
            page.write(
                    ResultsSummary.of(results.get(), reproducibility, gates, figures),
                    copyReport(output.root(), directory) ? NAME + "/" + ReportDirectory.PAGE : "",
                    NAME + "/" + ReportDirectory.FIGURES);
        }
        if (study.isPresent()) {
            Path directoryOfStudy = made(directory.resolve(STUDY));
            page.write(
                    StudySummary.of(study.get(), rules),
                    copyReport(output.study(), directoryOfStudy) ? NAME + "/" + STUDY + "/" + ReportDirectory.PAGE : "",
                    NAME + "/" + STUDY + "/" + ReportDirectory.FIGURES);
        }
        page.end();
    }

    private static <T> Optional<T> read(Path file, Reader<T> reader) throws IOException {
        return Files.exists(file) ? Optional.of(reader.read(file)) : Optional.empty();
    }

    /** Those that there are: where nothing can be drawn, results come without figures. */
    private List<FigureFile> copyFigures(Results results, Path directory) throws IOException {
        List<FigureFile> copied = new ArrayList<>();
        Path target = directory.resolve(ReportDirectory.FIGURES);
        for (FigureFile figure : Figures.files(results)) {
            if (copy(output.figures().resolve(figure.name()), target)) {
                copied.add(figure);
            }
        }
        return copied;
    }

    private static boolean copyReport(Path from, Path to) throws IOException {
        return copy(from.resolve(ReportDirectory.PAGE), to);
    }

    private static boolean copy(Path file, Path directory) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] content = Files.readAllBytes(file);
        Path copy = made(directory).resolve(file.getFileName().toString());
        try {
            Files.write(copy, content);
        } catch (IOException e) {
            throw UnwritableException.of(copy, e);
        }
        return true;
    }

    private static Path made(Path directory) throws UnwritableException {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw UnwritableException.of(directory, e);
        }
    }
}
