package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading results, judging and rendering load no engine: they work where there is none. */
class EngineFreeTest {

    @TempDir
    Path directory;

    @Test
    void givenAJvmWithoutTheEnginesJars_whenResultsAreReadJudgedAndRendered_thenThatWorks() throws Exception {
        // given
        Results results = SampleResults.of(500, SampleResults.CNN, SampleResults.LSTM);
        results.write(directory.resolve("results.json"));
        new BaselineFile(directory.resolve("baseline.json")).update(results);
        SampleStudy.of(500, 1, 2, 3).write(directory.resolve("study.json"));
        String withoutEngine = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl") && !entry.contains("pytorch"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(withoutEngine).isNotEqualTo(System.getProperty("java.class.path"));

        // when
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutEngine,
                        Program.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());

        // then
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("IDENTICAL", "cnn-fast is more accurate than lstm-fast", "PASSED", "no engine");
        assertThat(directory.resolve("report/comparison.csv")).isNotEmptyFile();
        assertThat(directory.resolve("report/report.html")).isNotEmptyFile();
        assertThat(directory.resolve("report/figures/comparison.png")).isNotEmptyFile();
    }

    /** What the other JVM runs. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            Results results = Results.read(directory.resolve("results.json"));
            BaselineFile file = new BaselineFile(directory.resolve("baseline.json"));
            Reproducibility found =
                    new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT).judge(file, results);
            new ReportDirectory(directory.resolve("report")).write(results, found);
            System.out.println(found.models().get(0).verdict());
            StudyResults study = StudyResults.read(directory.resolve("study.json"));
            new StudyReportDirectory(directory.resolve("report")).write(study);
            System.out.println(study);
            System.out.println(Rule.moreAccurate("cnn-fast")
                    .than("lstm-fast")
                    .judge(Measurements.of(study))
                    .state());
            try {
                Class.forName("ai.djl.engine.Engine");
            } catch (ClassNotFoundException e) {
                System.out.println("no engine");
            }
        }
    }
}
