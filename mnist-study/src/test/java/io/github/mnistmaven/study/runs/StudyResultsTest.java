package io.github.mnistmaven.study.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.internal.runs.EvaluatedCell;
import io.github.mnistmaven.study.internal.runs.EvaluatedRun;
import io.github.mnistmaven.study.internal.runs.RunResult;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyResultsTest {

    private static final DigitSet TEST = SampleResults.digits(200);

    @TempDir
    private Path directory;

    @Test
    void givenAStudy_whenWrittenAndRead_thenItSaysTheSame() throws IOException {
        // given
        StudyResults results = SampleStudy.of(1000, 1, 2, 3);

        // when
        results.write(directory.resolve("study.json"));
        StudyResults read = StudyResults.read(directory.resolve("study.json"));

        // then
        assertThat(read).isEqualTo(results);
        assertThat(read.statistics()).isEqualTo(results.statistics());
        assertThat(read.agreement()).isEqualTo(results.agreement());
        assertThat(read.statistics().pairs().get(0).decision()).isEqualTo(Decision.FIRST_IS_MORE_ACCURATE);
        assertThat(read).asString().contains("cnn-fast is more accurate than lstm-fast");
    }

    @Test
    void givenRuns_whenResultsAreMade_thenStatisticsAreThoseOfThePredictions() {
        // given
        EvaluatedCell cnn = SampleStudy.cell("cnn-fast", SampleResults.CNN, TEST, 50, 1, 2);
        EvaluatedCell lstm = SampleStudy.cell("lstm-fast", SampleResults.LSTM, TEST, 10, 4, 9);

        // when
        StudyResults results = SampleStudy.results(TEST, 0.01, List.of(cnn, lstm));

        // then
        assertThat(results.statistics())
                .isEqualTo(StudyStatistics.of(List.of(predictions(cnn), predictions(lstm)), 0.01));
        assertThat(results.cells().get(1).runs().get(1).seed()).isEqualTo(9);
        assertThat(results.cells().get(1).runs().get(1).accuracy())
                .isEqualTo(IntStream.range(0, TEST.size())
                                .filter(lstm.runs().get(1).predictions(TEST)::isCorrect)
                                .count()
                        / 200.0);
        assertThat(results.cells().get(0).calibrationAfterScaling().bins())
                .hasSameSizeAs(results.cells().get(0).calibration().bins());
    }

    private static Cell predictions(EvaluatedCell cell) {
        return new Cell(
                cell.name(),
                cell.runs().stream().map(run -> run.predictions(TEST)).toList());
    }

    @Test
    void givenARunInADirectory_whenRead_thenItSaysWhatTheResultsOfItsStudySay() throws IOException {
        // given
        StudyResults results = SampleStudy.of(200, 1, 2);
        StudyRun inResults = results.cell("cnn-fast").orElseThrow().run(2).orElseThrow();
        EvaluatedRun evaluated = SampleStudy.run(SampleResults.CNN, TEST, 2, 50);

        // when
        StudyRun alone = new StudyRun(RunResult.of(evaluated, evaluated.predictions()), evaluated.trainingTime());

        // then
        assertThat(alone).isEqualTo(inResults);
        assertThat(alone).asString().matches("seed 2: [0-9]{2}\\.[0-9]{2} % \\([0-9.]+ s\\)");
        assertThat(alone.validationLoss(alone.bestEpoch()))
                .isEqualTo(SampleResults.history(SampleResults.CNN).best().validationLoss());
        long correct = IntStream.range(0, alone.size())
                .filter(i -> alone.prediction(i) == results.label(i))
                .count();
        assertThat(alone.accuracy()).isEqualTo(correct / 200.0);
    }

    @Test
    void givenSingleSeeds_whenWrittenAndRead_thenWhatIsNotKnownStaysUnknown() throws IOException {
        // given
        StudyResults results = SampleStudy.of(200, 5);

        // when
        results.write(directory.resolve("study.json"));
        StudyStatistics read =
                StudyResults.read(directory.resolve("study.json")).statistics();

        // then
        assertThat(read).isEqualTo(results.statistics());
        assertThat(read.cells().get(0).accuracy().standardDeviation()).isEmpty();
        assertThat(read.cells().get(0).trainingSeconds().interval()).isEmpty();
        assertThat(read.pairs().get(0).mcNemar()).isPresent();
    }

    @Test
    void givenAStudy_whenReported_thenTheTablesHaveARowForEachRunAndPair() throws IOException {
        // given
        StudyResults results = SampleStudy.of(1000, 3, 4);

        // when
        new StudyReportDirectory(directory).write(results);

        // then
        List<CSVRecord> runs = rows("study.csv");
        assertThat(runs)
                .extracting(row -> row.get("cell") + row.get("seed"))
                .containsExactly("cnn-fast3", "cnn-fast4", "lstm-fast3", "lstm-fast4");
        assertThat(runs).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("test_acc"))).isBetween(0.8, 1.0);
            assertThat(1000 * (1 - Double.parseDouble(row.get("test_acc"))))
                    .isCloseTo(Integer.parseInt(row.get("test_errors")), within(1e-6));
        });
        assertThat(rows("comparison.csv")).singleElement().satisfies(row -> {
            assertThat(row.get("first") + row.get("second")).isEqualTo("cnn-fastlstm-fast");
            assertThat(row.get("decision")).isEqualTo("FIRST_IS_MORE_ACCURATE");
            assertThat(Double.parseDouble(row.get("acc_lower"))).isGreaterThan(0);
            assertThat(row.get("more_seeds")).isEqualTo("0");
            assertThat(row.get("first_seeds") + row.get("second_seeds")).isEqualTo("22");
            assertThat(row.get("interval_method")).isEqualTo("SEEDS_AND_IMAGES");
        });
        assertThat(StudyResults.read(directory.resolve("study.json"))).isEqualTo(results);
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(directory.resolve(file))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    @Test
    void givenRunsThatDoNotBelongTogether_whenPutIntoACell_thenTheMessageSaysWhichAndWhy() {
        EvaluatedRun first = SampleStudy.run(SampleResults.CNN, TEST, 1, 50);

        assertCellRefused("cell 'a' has the seed 1 twice", first, first);
        assertCellRefused(
                "seed 2 differs from seed 1 in its architecture: lstm instead of cnn",
                first,
                SampleStudy.run(SampleResults.LSTM, TEST, 2, 50));
        assertCellRefused(
                "seed 2 differs from seed 1 in its test digits (by their fingerprint)",
                first,
                SampleStudy.run(SampleResults.CNN, SampleResults.digits(100), 2, 50));
        assertCellRefused("cell 'a' has no runs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleStudy.results(
                        SampleResults.digits(100), 0.001, List.of(new EvaluatedCell("a", List.of(first)))))
                .withMessageContaining("cell 'a': the run of seed 1 was evaluated on 200 test digits")
                .withMessageContaining("evaluate all runs on the same test digits");
    }

    private static void assertCellRefused(String message, EvaluatedRun... runs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluatedCell("a", List.of(runs)))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"1.1\"|\"version\": \"2.0\"|has version 2.0 of the format 'mnist-study'",
                "\"name\": \"mnist-study\"|\"name\": \"mnist-results\"|mnist-results",
                "\"first\": \"cnn-fast\"|\"first\": \"lstm-fast\"|pairs do not match the cells",
                "\"cell\": \"cnn-fast\"|\"cell\": \"cnn\"|trainingTimes do not match the cells",
                "\"seed\": 1,|\"seed\": 8,|seed is 1, but its provenance says 8",
                "\"accuracy\": 0.98,|\"accuracy\": 0.99,|accuracy is 0.99, but the predictions of seed 1 in cell 'cnn-fast' give 0.98",
                "\"margin\": 0.001|\"margin\": 2|margin is 2.0",
            })
    void givenAFileThatContradictsItself_whenRead_thenItIsRefused(String text, String replacement, String message)
            throws IOException {
        // given
        Path file = directory.resolve("study.json");
        SampleStudy.of(200, 1, 2).write(file);
        String original = Files.readString(file);
        assertThat(original).contains(text);

        // when
        Files.writeString(file, original.replaceFirst(Pattern.quote(text), replacement));

        // then
        assertThatThrownBy(() -> StudyResults.read(file))
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContainingAll(file.toString(), message);
    }

    @Test
    void givenAnEvaluationOfAnotherModel_whenTheRunIsRead_thenItIsRefusedWithWhatToDo() throws IOException {
        // given
        Path run = Files.createDirectory(directory.resolve("seed-1"));
        Files.copy(Path.of("../mnist-models/src/test/resources/formats/run-2.4.json"), run.resolve("run.json"));
        Path evaluation = directory.resolve("seed-1.evaluation.json");
        SampleStudy.run(SampleResults.CNN, TEST, 1, 50).evaluation().write(evaluation);

        // when + then
        assertThatThrownBy(() -> StudyRun.read(run, evaluation))
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContaining("is not the evaluation of the model in " + run)
                .hasMessageContaining("delete the file");
    }

    @Test
    void givenAPrecisionThatIsJustMissedOrJustReached_whenSaid_thenRoundingDoesNotTurnItRound() {
        // given
        StudyResults study = SampleStudy.of(1000, 1, 2, 3);
        double found = PrecisionTarget.between("cnn-fast", "lstm-fast")
                .halfWidth(study)
                .orElseThrow();

        for (double asked : new double[] {found * 0.999999, found * 1.000001}) {
            // when
            String sentence = PrecisionTarget.between("cnn-fast", "lstm-fast")
                    .withHalfWidth(asked)
                    .withMaxSeeds(3)
                    .sentence(study);

            // then
            Matcher numbers = Pattern.compile("known to \\+-([0-9.]+) .*required: \\+-([0-9.]+)")
                    .matcher(sentence);
            assertThat(numbers.find()).as(sentence).isTrue();
            assertThat(Double.parseDouble(numbers.group(1)) > Double.parseDouble(numbers.group(2)))
                    .as(sentence)
                    .isEqualTo(found > asked);
        }
    }
}
