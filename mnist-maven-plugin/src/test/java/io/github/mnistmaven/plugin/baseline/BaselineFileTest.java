package io.github.mnistmaven.plugin.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFileTest {

    private static final SampleBaseline CNN = SampleBaseline.cnn();

    @TempDir
    private Path directory;

    private Path path;
    private BaselineFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("src/mnist/baseline.json");
        file = new BaselineFile(path);
    }

    @Test
    void givenNoFile_whenRead_thenThereIsNoBaseline() throws Exception {
        assertThat(file.read()).isEmpty();
    }

    @Test
    void givenModels_whenWrittenAndRead_thenTheyAreTheSameAndFewBytes() throws Exception {
        // given 10,000 predictions of a model that took 20 epochs
        String[] epochs = new String[20];
        java.util.Arrays.fill(epochs, "0123456789abcdef".repeat(4));
        String predictions = CNN.predictions().repeat(10);
        Baseline.Model model = CNN.withEpochs(epochs).reading(0.98, predictions).build();

        // when
        file.update(List.of(model), new Baseline.TestDigits(10_000, "ab", "mnist"));

        // then
        assertThat(file.read().orElseThrow().models()).containsExactly(model);
        assertThat(Files.size(path)).isLessThan(20_000);
        assertThat(Files.readAllLines(path)).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
    }

    @Test
    void givenABaseline_whenOneModelIsUpdated_thenTheOthersStay() throws Exception {
        // given
        file.update(List.of(CNN.build(), CNN.withModel("lstm").build()), SampleBaseline.TEST_DIGITS);

        // when
        file.update(List.of(CNN.withModel("lstm").withSeed(9).build()), SampleBaseline.TEST_DIGITS);

        // then
        Baseline updated = file.read().orElseThrow();
        assertThat(updated.models()).extracting(Baseline.Model::model).containsExactly("cnn", "lstm");
        assertThat(updated.model("lstm").orElseThrow().provenance().inputs().seed())
                .isEqualTo(9);
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void givenABaselineOfOtherDigits_whenUpdated_thenItIsReplacedAndTheLossIsTold() throws Exception {
        // given
        file.update(List.of(CNN.build()), new Baseline.TestDigits(1000, "other", "mnist"));

        // when
        List<String> losses = file.update(List.of(CNN.withModel("lstm").build()), SampleBaseline.TEST_DIGITS);

        // then
        assertThat(losses)
                .containsExactly(
                        "the baseline " + path + " no longer has 'cnn', which was measured on other test digits");
        assertThat(file.read().orElseThrow().models())
                .extracting(Baseline.Model::model)
                .containsExactly("lstm");
    }

    @Test
    void givenADamagedFile_whenRead_thenItIsAnErrorAndWhenUpdated_thenItIsMended() throws Exception {
        // given
        file.update(List.of(CNN.build()), SampleBaseline.TEST_DIGITS);
        String text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.length() / 2));

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("the baseline is damaged: " + path)
                .hasMessageContaining("-Dmnist.updateBaseline");

        // when
        file.update(List.of(CNN.build()), SampleBaseline.TEST_DIGITS);

        // then
        assertThat(path).content().isEqualTo(text);
    }

    @Test
    void givenANewerFormat_whenReadOrUpdated_thenItIsLeftAloneWithAnError() throws Exception {
        // given
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"format\": 2, \"something\": \"new\"}");

        // when, then
        assertThatThrownBy(file::read).hasMessageContaining("has format 2, this version of the plugin reads format 1");
        assertThatThrownBy(() -> file.update(List.of(CNN.build()), SampleBaseline.TEST_DIGITS))
                .isInstanceOf(UserErrorException.class);
        assertThat(path).content().contains("something");
    }

    @Test
    void givenABaselineOfOtherDigitsOrModels_whenReadForThese_thenItIsAnError() throws Exception {
        // given
        file.update(List.of(CNN.build()), SampleBaseline.TEST_DIGITS);

        // when, then
        assertThatThrownBy(() -> file.readFor(List.of("cnn"), SampleBaseline.digits(999), "mnist"))
                .hasMessageContaining("is about 1000 test digits from 'embedded'")
                .hasMessageContaining("but these are 999 from 'mnist' (fingerprint ");
        assertThatThrownBy(() -> file.readFor(List.of("cnn", "lstm"), SampleBaseline.TEST, "embedded"))
                .hasMessageContaining("has no model 'lstm'; it has cnn");
        assertThat(file.readFor(List.of("cnn"), SampleBaseline.TEST, "embedded"))
                .isPresent();
    }

    @Test
    void givenMissingPredictions_whenReadForTheModel_thenItIsAnError() throws IOException {
        // given
        Json.write(path, SampleBaseline.baseline(CNN.reading(0.98, "0123456789")));

        // when, then
        assertThatThrownBy(() -> file.readFor(List.of("cnn"), SampleBaseline.TEST, "embedded"))
                .hasMessageContaining("has 10 predictions of model 'cnn' for 1000 test digits");
    }

    @Test
    void givenAnAccuracyThatItsPredictionsDoNotGive_whenReadForTheModel_thenItIsAnError() throws IOException {
        // given
        Json.write(path, SampleBaseline.baseline(CNN.reading(0.99, CNN.predictions())));

        // when, then
        assertThatThrownBy(() -> file.readFor(List.of("cnn"), SampleBaseline.TEST, "embedded"))
                .hasMessageContaining("has accuracy 0.99 of model 'cnn'")
                .hasMessageContaining("right in 980 of 1000 test digits, which is 0.98")
                .hasMessageContaining("-Dmnist.updateBaseline");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"format\": 1'    | '\"format\": 0'    | format is 0; there is only 1",
                "'\"keptEpoch\": 3' | '\"keptEpoch\": 4' | keptEpoch of model 'cnn' is 4 of 3 epochs",
                "'\"lstm\"'         | '\"cnn\"'          | models has 'cnn' twice",
            })
    void givenAFieldThatCannotBe_whenRead_thenItIsNamed(String was, String is, String message) throws Exception {
        // given
        file.update(List.of(CNN.build(), CNN.withModel("lstm").build()), SampleBaseline.TEST_DIGITS);
        Files.writeString(path, Files.readString(path).replace(was, is));

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("the baseline is damaged: " + path)
                .hasMessageContaining(message);
    }

    @Test
    void givenAFileThatIsNotText_whenRead_thenItIsAnErrorAndWhenUpdated_thenItIsMended() throws Exception {
        // given
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[] {(byte) 0xC3, 0x28});

        // when, then
        assertThatThrownBy(file::read)
                .hasMessageContaining("the baseline is damaged: " + path + ": not text in UTF-8")
                .hasMessageContaining("-Dmnist.updateBaseline");
        assertThat(file.update(List.of(CNN.build()), SampleBaseline.TEST_DIGITS))
                .singleElement()
                .asString()
                .startsWith("the old baseline was damaged and is replaced");
        assertThat(file.read()).isPresent();
    }

    @Test
    void givenALinkToNowhere_whenRead_thenThatIsNotTakenForNone(@TempDir Path links) throws IOException {
        // given
        Path link = links.resolve("baseline.json");
        try {
            Files.createSymbolicLink(link, links.resolve("gone"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(false).as("this system makes no links").isTrue();
        }

        // when, then
        assertThatThrownBy(() -> new BaselineFile(link).read())
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("the baseline " + link + " cannot be read");
    }

    @Test
    void givenADirectoryInItsPlace_whenRead_thenTheMessageSaysWhatToDo() throws IOException {
        // given
        Files.createDirectories(path);

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("the baseline " + path + " cannot be read")
                .hasMessageContaining("-Dmnist.baseline");
    }
}
