package io.github.mnistmaven.study.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.results.Results;
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
        // given
        Results results = SampleBaseline.results(CNN, CNN.withModel("lstm"));

        // when
        file.update(results);

        // then
        assertThat(file.read()).contains(Baseline.of(results));
        assertThat(Files.size(path)).isLessThan(8_000);
        assertThat(Files.readAllLines(path)).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
    }

    @Test
    void givenABaseline_whenOneModelIsUpdated_thenTheOthersStay() throws Exception {
        // given
        file.update(SampleBaseline.results(CNN, CNN.withModel("lstm")));

        // when
        file.update(SampleBaseline.results(CNN.withModel("lstm").withSeed(9)));

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
        Baseline.FORMAT.write(
                path,
                new Baseline(
                        new Baseline.TestDigits(1000, Sha256.of("other"), "mnist"),
                        SampleBaseline.baseline(CNN).models()));

        // when
        List<String> losses = file.update(SampleBaseline.results(CNN.withModel("lstm")));

        // then
        assertThat(losses)
                .containsExactly(
                        "the baseline " + path + " no longer has 'cnn', which was evaluated on other test digits");
        assertThat(file.read().orElseThrow().models())
                .extracting(Baseline.Model::model)
                .containsExactly("lstm");
    }

    @Test
    void givenADamagedFile_whenRead_thenItIsAnErrorAndWhenUpdated_thenItIsMended() throws Exception {
        // given
        file.update(SampleBaseline.results(CNN));
        String text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.length() / 2));

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("the baseline is damaged: " + path);

        // when
        file.update(SampleBaseline.results(CNN));

        // then
        assertThat(path).content().isEqualTo(text);
    }

    @Test
    void givenANewerFormat_whenReadOrUpdated_thenItIsLeftAloneWithAnError() throws Exception {
        // given
        Files.createDirectories(path.getParent());
        Files.writeString(
                path, "{\"format\": {\"name\": \"mnist-baseline\", \"version\": \"3.0\"}, \"something\": \"new\"}");

        // when, then
        assertThatThrownBy(file::read)
                .hasMessageContaining("has version 3.0 of the format 'mnist-baseline', but this version of the library")
                .hasMessageContaining("reads 1.x and 2.x")
                .hasMessageNotContaining("damaged");
        assertThatThrownBy(() -> file.update(SampleBaseline.results(CNN))).isInstanceOf(BaselineException.class);
        assertThat(path).content().contains("something");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"bestEpoch\": 3' | '\"bestEpoch\": 4' | bestEpoch of model 'cnn' is 4; it must be between 1 and 3",
                "'\"lstm\"'         | '\"cnn\"'          | models lists 'cnn' twice",
            })
    void givenAFieldThatCannotBe_whenRead_thenItIsNamed(String was, String is, String message) throws Exception {
        // given
        file.update(SampleBaseline.results(CNN, CNN.withModel("lstm")));
        Files.writeString(path, Files.readString(path).replace(was, is));

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(BaselineException.class)
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
                .hasMessageContaining("the baseline is damaged: " + path + " is not text in UTF-8");
        assertThat(file.update(SampleBaseline.results(CNN)))
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
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("the baseline " + link + " cannot be read");
    }

    @Test
    void givenADirectoryInItsPlace_whenRead_thenTheMessageSaysWhatToDo() throws IOException {
        // given
        Files.createDirectories(path);

        // when, then
        assertThatThrownBy(file::read)
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("the baseline " + path + " cannot be read");
    }
}
