package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.JsonMutations;
import io.github.mnistmaven.study.baseline.BaselineException;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.internal.page.ComparisonPage;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.study.internal.summary.ResultsSummary;
import io.github.mnistmaven.study.internal.summary.StudySummary;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Baselines and results from elsewhere: whatever is in them, they are taken or rejected with a documented exception, in the
 * 300 MB of heap that the tests of this module have.
 */
@Timeout(300)
class FuzzedFilesTest {

    private static final int FILES = 750;
    private static final Results RESULTS = SampleResults.of(100, SampleResults.CNN, SampleResults.LSTM);

    @TempDir
    Path directory;

    private interface Use {
        void of(Path file) throws IOException;
    }

    @Test
    void givenThisModule_thenItsTestsHaveNoMoreThan300MegabytesOfHeap() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(300L << 20);
    }

    @Test
    void givenMutatedBaselines_whenResultsAreJudgedByThem_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path file = directory.resolve("baseline.json");
        new BaselineFile(file).update(RESULTS);
        BaselineGate gate = new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT.withAccuracyMargin(0.01));

        // when + then
        fuzz(file, FILES, BaselineException.class, path -> {
            BaselineFile baseline = new BaselineFile(path);
            if (baseline.models().isPresent()) {
                try {
                    gate.judge(baseline, RESULTS);
                } catch (BaselineException | IllegalArgumentException e) {
                    assertThat(e.getMessage()).contains(path.toString());
                }
            }
        });
    }

    @Test
    void givenMutatedResults_whenReadAndShown_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path file = directory.resolve("results.json");
        RESULTS.write(file);

        // when + then
        fuzz(file, FILES, IOException.class, path -> {
            Results results = Results.read(path);
            ComparisonPage.html(results, Optional.empty(), Optional.empty(), Optional.empty());
        });
    }

    @Test
    void givenMutatedStudies_whenReadAndReported_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path file = directory.resolve("study.json");
        SampleStudy.of(60, 1, 2).write(file);

        // when + then
        fuzz(file, FILES / 3, ResultsFormatException.class, path -> {
            StudyResults results = StudyResults.read(path);
            new StudyReportDirectory(directory.resolve("report")).write(results);
        });
    }

    @Test
    void givenMutatedVerdicts_whenReadAndReported_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path baseline = directory.resolve("baseline.json");
        new BaselineFile(baseline).update(SampleResults.of(100, SampleResults.CNN_REFERENCE, SampleResults.LSTM));
        Results others = SampleResults.of(100, SampleResults.LSTM);
        Path file = directory.resolve("reproducibility.json");
        new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT.withAccuracyMargin(0.01))
                .judge(new BaselineFile(baseline), others)
                .write(file);

        // when + then
        fuzz(file, FILES / 3, ResultsFormatException.class, path -> assertThat(
                        ResultsSummary.of(others, Optional.of(Reproducibility.read(path)), Optional.empty(), List.of()))
                .isNotNull());
    }

    @Test
    void givenMutatedRules_whenReadAndReported_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path file = directory.resolve("gates.json");
        StudyResults study = SampleStudy.of(60, 1, 2);
        Gates.of(List.of(Rule.moreAccurate("cnn-fast").than("lstm-fast")))
                .judge(Measurements.of(study))
                .write(file);

        // when + then
        fuzz(file, FILES / 3, ResultsFormatException.class, path -> assertThat(
                        StudySummary.of(study, Optional.of(GateReport.read(path))))
                .isNotNull());
    }

    @Test
    void givenMutatedEvaluationsOfRuns_whenRead_thenOnlyDocumentedExceptionsComeOfIt() throws IOException {
        // given
        Path file = directory.resolve("seed-1.evaluation.json");
        SampleStudy.run(SampleResults.CNN, SampleResults.digits(60), 1, 10)
                .evaluation()
                .write(file);

        // when + then
        fuzz(file, FILES / 3, ResultsFormatException.class, RunEvaluation::read);
    }

    private void fuzz(Path file, int files, Class<? extends IOException> documented, Use use) throws IOException {
        String original = Files.readString(file);
        JsonMutations mutations = new JsonMutations(7);
        int rejected = 0;
        for (int i = 0; i < files; i++) {
            Files.writeString(file, mutations.mutated(original));
            try {
                use.of(file);
            } catch (IOException e) {
                rejected++;
                assertThat(e).isInstanceOf(documented).hasMessageContaining(file.toString());
            } catch (RuntimeException | Error e) {
                throw new AssertionError("file %d: %s".formatted(i, Files.readString(file)), e);
            }
        }
        assertThat(rejected).isGreaterThan(files / 2);
    }
}
