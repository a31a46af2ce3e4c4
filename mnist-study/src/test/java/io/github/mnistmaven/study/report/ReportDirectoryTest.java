package io.github.mnistmaven.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.SampleGates;
import io.github.mnistmaven.study.internal.figures.Rendering;
import io.github.mnistmaven.study.internal.verdicts.VerdictFiles;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void givenAReport_whenWritten_thenEachFormatHasItsFile() throws IOException {
        // given
        Results results = SampleResults.of(500, SampleResults.CNN, SampleResults.LSTM);

        // when
        Path page = new ReportDirectory(directory.resolve("mnist")).write(results);

        // then
        assertThat(page).isEqualTo(directory.resolve("mnist/report.html"));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "mnist/report.html",
                        "mnist/report.md",
                        "mnist/results.csv",
                        "mnist/results.json",
                        "mnist/figures/comparison.png",
                        "mnist/figures/cnn_accuracy.png",
                        "mnist/figures/cnn_confusion.png",
                        "mnist/figures/cnn_loss.png",
                        "mnist/figures/lstm_accuracy.png",
                        "mnist/figures/lstm_confusion.png",
                        "mnist/figures/lstm_loss.png",
                        "mnist/figures/dark/comparison.png",
                        "mnist/figures/dark/cnn_accuracy.png",
                        "mnist/figures/dark/cnn_confusion.png",
                        "mnist/figures/dark/cnn_loss.png",
                        "mnist/figures/dark/lstm_accuracy.png",
                        "mnist/figures/dark/lstm_confusion.png",
                        "mnist/figures/dark/lstm_loss.png");
        assertThat(Results.read(directory.resolve("mnist/results.json"))).isEqualTo(results);
        assertThat(Files.readString(page)).contains("<svg ", "data:image/png");
        assertThat(Rendering.problem()).isEmpty();
    }

    @Test
    void givenABrokenRule_whenAReportIsWritten_thenEachFormatTellsOfIt() throws IOException {
        // given
        ReportDirectory reports = new ReportDirectory(directory);
        Results results = SampleResults.of(500, SampleResults.CNN);
        GateReport rules = SampleGates.report(
                SampleGates.result("accuracy of cnn at least 1", GateState.FAILED, "accuracy of cnn is 0.9, too low"));

        // when
        Path page = reports.write(Report.of(results).with(rules));

        // then
        assertThat(GateReport.read(directory.resolve("gates.json"))).isEqualTo(rules);
        assertThat(directory.resolve("TEST-mnist-gates.xml")).content().contains("failures=\"1\"");
        assertThat(directory.resolve("report.md"))
                .content()
                .startsWith("### \u274c the rule is broken; ")
                .contains("accuracy of cnn is 0.9, too low");
        assertThat(page).content().contains("accuracy of cnn is 0.9, too low");

        // when
        new VerdictFiles(directory).delete();

        // then
        assertThat(files()).contains("report.html").doesNotContain("gates.json", "TEST-mnist-gates.xml");
    }

    @Test
    void givenOneReport_whenWrittenTwice_thenTheFilesAreTheSame() throws IOException {
        // given
        Results results = SampleResults.of(500, SampleResults.CNN);

        // when
        Path first = new ReportDirectory(directory.resolve("first")).write(results);
        Path second = new ReportDirectory(directory.resolve("second")).write(results);

        // then
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(second.resolveSibling("report.md")).hasSameBinaryContentAs(first.resolveSibling("report.md"));
        assertThat(second.resolveSibling("results.json")).hasSameBinaryContentAs(first.resolveSibling("results.json"));
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "elsewhere Java asks the system for fonts and needs no configuration")
    void givenAJavaThatCannotDrawText_whenAReportIsWritten_thenOnlyTheFiguresAreMissing() throws Exception {
        // given a JVM that finds no font, as in a small container
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.awt.fontconfig=missing",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutFonts.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();

        // when
        String said = new String(process.getInputStream().readAllBytes());

        // then
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .startsWith("no figures are drawn, as this Java cannot draw text")
                .contains("install fontconfig");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "report.html",
                        "report.md",
                        "results.csv",
                        "results.json",
                        "study/report.html",
                        "study/report.md",
                        "study/study.csv",
                        "study/comparison.csv",
                        "study/study.json");
        assertThat(Files.readString(directory.resolve("report.html"))).contains("<svg ", "Labelled ");
        assertThat(Files.readString(directory.resolve("report.md")))
                .contains("| `cnn` |")
                .doesNotContain("<img", "Figures");
        assertThat(Files.readString(directory.resolve("study/report.md"))).contains("| `cnn-fast` |");
    }

    /** What the other JVM runs. */
    static final class WithoutFonts {

        private WithoutFonts() {}

        public static void main(String[] arguments) throws IOException {
            ReportDirectory directory = new ReportDirectory(Path.of(arguments[0]));
            directory.write(SampleResults.of(500, SampleResults.CNN));
            new StudyReportDirectory(Path.of(arguments[0], "study")).write(SampleStudy.of(60, 1, 2));
            System.out.println(Rendering.problem().orElse("figures are drawn"));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
