package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Report REPORT = SampleReports.of(1_000, SampleReports.CNN, SampleReports.LSTM);

    @TempDir
    Path directory;

    @Test
    void givenAReport_whenItsResultsAreWrittenAndRead_thenTheyAreTheSame() throws IOException {
        // given
        Results results = Results.of(REPORT);
        Path file = directory.resolve("results.json");

        // when
        Json.write(file, results);

        // then
        assertThat(Json.read(file, Results.class)).isEqualTo(results);
    }

    @Test
    void givenAReport_whenItsResultsAreTaken_thenTheyHoldEachPredictionAndTheFingerprint() {
        // when
        Results results = Results.of(REPORT);

        // then
        Results.Model lstm = results.models().get(1);
        assertThat(lstm.model()).isEqualTo("lstm");
        assertThat(lstm.predictions()).hasSize(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(lstm.predictions().charAt(i) - '0')
                    .isEqualTo(REPORT.entries().get(1).evaluation().prediction(i));
        }
        assertThat(results.testDigits().fingerprint())
                .isEqualTo(REPORT.testDigits().fingerprint());
        assertThat(results.tests()).isEqualTo(REPORT.comparison().tests());
    }

    @Test
    void givenResults_whenWritten_thenARowOfTheConfusionMatrixIsALine() {
        // when
        String text = Json.text(Results.of(REPORT));

        // then
        assertThat(text).containsPattern("\"confusionMatrix\": \\[\\n        \\[\\d+(, \\d+){9}\\],\\n");
    }

    @Test
    void givenAFileWithAPredictionTooFew_whenRead_thenTheMessageNamesFileAndModel() throws IOException {
        // given
        Results results = Results.of(REPORT);
        String predictions = results.models().get(0).predictions();
        Path file = directory.resolve("results.json");
        Files.writeString(file, Json.text(results).replace(predictions, predictions.substring(1)));

        // when + then
        assertThatThrownBy(() -> Json.read(file, Results.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(file + ": the JSON: model 'cnn' has 999 predictions for 1000 test digits");
    }

    @Test
    void givenAFileWithAPredictionThatIsNoDigit_whenRead_thenTheMessageSaysSo() throws IOException {
        // given
        Results results = Results.of(REPORT);
        String predictions = results.models().get(0).predictions();
        Path file = directory.resolve("results.json");
        Files.writeString(file, Json.text(results).replace(predictions, "x" + predictions.substring(1)));

        // when + then
        assertThatThrownBy(() -> Json.read(file, Results.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("models[0]")
                .hasMessageContaining("the predictions of model 'cnn' are not all digits");
    }
}
