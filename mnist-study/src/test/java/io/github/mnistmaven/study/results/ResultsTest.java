package io.github.mnistmaven.study.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.study.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {

    private static final DigitSet TEST = SampleResults.digits(1_000);
    private static final Results RESULTS = SampleResults.of(1_000, SampleResults.CNN, SampleResults.LSTM);

    @TempDir
    Path directory;

    private Path written() throws IOException {
        Path file = directory.resolve("results.json");
        RESULTS.write(file);
        return file;
    }

    @Test
    void givenResults_whenWrittenAndRead_thenTheyAreTheSame() throws IOException {
        // given
        Path file = written();

        // when
        Results read = Results.read(file);

        // then
        assertThat(read).isEqualTo(RESULTS);
    }

    @Test
    void givenAFile_whenRead_thenTheEvaluationsAreThoseThatWereMeasured() throws IOException {
        // given
        Evaluation measured = SampleResults.evaluation(SampleResults.LSTM, TEST);

        // when
        Evaluation read = Results.read(written()).evaluations().get(1);

        // then
        assertThat(read.modelName()).isEqualTo("lstm");
        assertThat(read.confusionMatrix()).isEqualTo(measured.confusionMatrix());
        assertThat(read.loss()).isEqualTo(measured.loss());
        assertThat(read.misclassified().stream().map(Misclassification::index).toList())
                .isEqualTo(measured.misclassified().stream()
                        .map(Misclassification::index)
                        .toList());
        assertThat(read.testFingerprint()).isEqualTo(TEST.fingerprint());
    }

    @Test
    void givenMisclassifiedDigits_thenTheImagesOfTheMostConfidentOnesAreThere() {
        List<Misclassification> hardest = RESULTS.evaluations().get(0).misclassified();

        assertThat(hardest).isNotEmpty().allSatisfy(digit -> assertThat(
                        RESULTS.image(digit.index()).orElseThrow())
                .isEqualTo(TEST.image(digit.index())));
        assertThat(IntStream.range(0, TEST.size()).filter(i -> RESULTS.image(i).isPresent()))
                .hasSizeLessThanOrEqualTo(2 * 12);
    }

    @Test
    void givenResults_whenWritten_thenARowOfTheConfusionMatrixIsALine() throws IOException {
        assertThat(Files.readString(written()))
                .containsPattern("\"confusionMatrix\": \\[\\n          \\[\\d+(, \\d+){9}\\],\\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "correct": 995                      | "correct": 996            | the metrics of model 'cnn' do not match
                    "accuracy": 0.995,                  | "accuracy": 0.999,        | the metrics of model 'cnn' do not match
                    "count": 1000                       | "count": 999              | labels have 1000 characters for 999 test digits
                    "bothWrong": \\d+                   | "bothWrong": 9999            | comparisons do not match the predictions
                    "first": "cnn"                      | "first": "nnc"            | comparisons do not match the predictions
                    "model": "lstm"                     | "model": "cnn"            | models lists 'cnn' twice
                    "model": "lstm"                     | "model": "../lstm"        | model is '../lstm'; a name consists of
                    "bestEpoch": \\d+                   | "bestEpoch": 50           | bestEpoch is 50
                    "source": "embedded, seed 1"        | "source": "a\\u001b[2Jb"  | source is 'a\\u001b[2Jb'
                    "seed": 1,                          | "sead": 1,                | is unknown; the known fields are
                    "loss": 0                           | "loss": -1                | loss is -1
                    """)
    void givenAFileThatContradictsItselfOrIsOutOfBounds_whenRead_thenTheMessageSaysWhat(
            String was, String is, String message) throws IOException {
        // given
        Path file = written();
        String text = Files.readString(file);
        assertThat(text).containsPattern(was);
        Files.writeString(file, text.replaceFirst(was, Matcher.quoteReplacement(is)));

        // when + then
        assertThatThrownBy(() -> Results.read(file))
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void givenAPredictionTooFew_whenRead_thenTheModelIsNamed() throws IOException {
        // given
        Path file = written();
        Files.writeString(file, Files.readString(file).replaceFirst("\"predictions\": \"[0-9]", "\"predictions\": \""));

        // when + then
        assertThatThrownBy(() -> Results.read(file))
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContaining("predictions of model 'cnn' have 999 characters for 1000 test digits");
    }

    @Test
    void givenTwoModelsOfOneArchitecture_thenTheyAreComparedByTheirNames() throws IOException {
        // given
        List<ModelResult> models = Stream.of("cnn-fast", "cnn-best")
                .map(name -> new SampleResults.Sample(name, name.equals("cnn-best") ? 0.99 : 0.95, 6, 30_234, 12))
                .map(sample -> ModelResult.of(
                        SampleResults.provenance(SampleResults.CNN),
                        SampleResults.history(SampleResults.CNN),
                        SampleResults.evaluation(sample, TEST)))
                .toList();
        Path file = directory.resolve("results.json");

        // when
        Results.of(TEST, models).write(file);
        Results read = Results.read(file);

        // then
        assertThat(read)
                .asString()
                .startsWith("cnn-fast: 95.00 %")
                .contains("; cnn-best: 99.00 %", "; cnn-best is more accurate than cnn-fast (p = ")
                .hasSizeLessThan(200);
        assertThat(read.models()).extracting(Object::toString).allMatch(text -> text.length() < 50);
        assertThat(new ReportDirectory(directory.resolve("report")).write(read))
                .content()
                .contains("cnn-fast", "cnn-best");
    }

    @Test
    void givenAnEvaluationOfOtherDigits_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Results.of(SampleResults.digits(999), List.of(SampleResults.result(SampleResults.CNN, TEST))))
                .withMessageContaining("'cnn' was evaluated on other digits");
    }
}
