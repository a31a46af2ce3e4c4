package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        Report report = SampleReports.of(500, SampleReports.CNN, SampleReports.LSTM);

        // when
        Path page = new ReportDirectory(directory.resolve("mnist")).write(report, Optional.empty());

        // then
        assertThat(page).isEqualTo(directory.resolve("mnist/report.html"));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        "mnist/report.html",
                        "mnist/results.csv",
                        "mnist/results.json",
                        "mnist/figures/comparison.png",
                        "mnist/figures/cnn_accuracy.png",
                        "mnist/figures/cnn_confusion.png",
                        "mnist/figures/cnn_loss.png",
                        "mnist/figures/lstm_accuracy.png",
                        "mnist/figures/lstm_confusion.png",
                        "mnist/figures/lstm_loss.png");
        assertThat(Json.read(directory.resolve("mnist/results.json"), Results.class))
                .isEqualTo(Results.of(report));
        assertThat(Files.readString(page)).contains("alt=\"Test accuracy and loss. cnn: ", "data:image/png");
        assertThat(ReportDirectory.whyNoFigures()).isEmpty();
    }

    @Test
    void givenARun_whenItsCurvesAreWritten_thenThereAreTwoFigures() throws IOException {
        // when
        new ReportDirectory(directory).writeCurves(SampleReports.run(SampleReports.CNN));

        // then
        assertThat(files()).containsExactlyInAnyOrder("figures/cnn_accuracy.png", "figures/cnn_loss.png");
    }

    @Test
    void givenOneReport_whenWrittenTwice_thenTheFilesAreTheSame() throws IOException {
        // given
        Report report = SampleReports.of(500, SampleReports.CNN);

        // when
        Path first = new ReportDirectory(directory.resolve("first")).write(report, Optional.empty());
        Path second = new ReportDirectory(directory.resolve("second")).write(report, Optional.empty());

        // then
        assertThat(second).hasSameBinaryContentAs(first);
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
        assertThat(files()).containsExactlyInAnyOrder("report.html", "results.csv", "results.json");
        assertThat(Files.readString(directory.resolve("report.html"))).contains("read as");
    }

    /** What the other JVM runs. */
    static final class WithoutFonts {

        private WithoutFonts() {}

        public static void main(String[] arguments) throws IOException {
            ReportDirectory directory = new ReportDirectory(Path.of(arguments[0]));
            directory.writeCurves(SampleReports.run(SampleReports.CNN));
            directory.write(SampleReports.of(500, SampleReports.CNN), Optional.empty());
            System.out.println(ReportDirectory.whyNoFigures().orElse("figures are drawn"));
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
