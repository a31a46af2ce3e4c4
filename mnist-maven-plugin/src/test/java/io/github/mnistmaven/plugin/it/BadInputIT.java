package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is told apart, with what is wrong and what to do. */
class BadInputIT {

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    models      | cn       | unknown architecture 'cn'; the choices are cnn, lstm, cnn-reference, lstm-reference (parameter <models>, -Dmnist.models)
                    dataset     | fashion  | unknown dataset 'fashion'; the choices are mnist, embedded
                    epochs      | 0        | epochs is 0; it must be between 1 and 10000 (parameter <epochs>, -Dmnist.epochs)
                    epochs      | many     | epochs
                    threads     | 257      | threads is 257; it must be at most 256 (parameter <threads>, -Dmnist.threads)
                    """)
    void givenAValueThatMakesNoSense_whenTraining_thenTheMessageNamesParameterValueAndChoice(
            String parameter, String value, String message) {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with(parameter, value);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(message).assertSaysNot("NullPointerException");
        assertThat(scenario.output().resolve("models")).doesNotExist();
    }

    @Test
    void givenNoSuchDirectory_whenTraining_thenItIsNamed() {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("dataDirectory", "no/such");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays(
                        scenario.directory().resolve("no/such") + ", which does not exist",
                        "(parameter <dataDirectory>, -Dmnist.dataDirectory)");
    }

    @Test
    void givenADirectoryWithoutTheFiles_whenTraining_thenTheMissingOneIsNamed(@TempDir Path empty) {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("dataDirectory", empty);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("train-images-idx3-ubyte", empty.toString());
    }

    @Test
    void givenALabelAboveNine_whenTraining_thenFileAndLabelAreNamed(@TempDir Path directory) throws IOException {
        // given
        Path labels = IdxFiles.write(directory, 20, 20).resolve("train-labels-idx1-ubyte");
        byte[] bytes = Files.readAllBytes(labels);
        bytes[bytes.length - 1] = 10;
        Files.write(labels, bytes);
        Scenario scenario = Scenario.named("train-and-compare").with("dataDirectory", directory);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(labels.toString(), "10");
    }

    @Test
    void givenAGzipFileCutShort_whenTraining_thenItIsNamed(@TempDir Path directory) throws IOException {
        // given
        Path images = IdxFiles.write(directory, 20, 20).resolve("train-images-idx3-ubyte");
        Files.write(images, new byte[] {0x1f, (byte) 0x8b, 8, 0});
        Scenario scenario = Scenario.named("train-and-compare").with("dataDirectory", directory);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(images.toString()).assertSaysNot("without reporting a result");
    }

    @Test
    void givenMavenOfflineAndNothingDownloaded_whenTrainingOnMnist_thenTheWaysOutAreNamed(@TempDir Path cache) {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("dataset", "mnist")
                .with("cacheDirectory", cache)
                .withOption("-o");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("offline mode", "-Dmnist.dataDirectory", "-Dmnist.dataset=embedded");
    }

    @Test
    void givenNoAddressThatHasTheFiles_whenTrainingOnMnist_thenEachIsNamedAndTheWaysOutToo(@TempDir Path directory) {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("dataset", "mnist")
                .with("cacheDirectory", directory.resolve("cache"))
                .with("downloadUrls", directory.toUri());

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays(
                        directory.resolve("train-images-idx3-ubyte.gz") + ": there is no such file",
                        "-Dmnist.dataDirectory",
                        "-Dmnist.dataset=embedded");
    }

    @Test
    void givenAFileInPlaceOfTheOutputDirectory_whenTraining_thenItIsNamed(@TempDir Path directory) throws IOException {
        // given
        Path file = Files.createFile(directory.resolve("file"));
        Scenario scenario = Scenario.named("train-and-compare").with("outputDirectory", file);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("cannot write anything to " + file, "-Dmnist.outputDirectory");
    }

    @Test
    void givenNothingTrained_whenComparing_thenTheGoalToRunIsNamedAndNothingIsMade() {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("epoch", 3);

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertFailed()
                .assertSays(
                        "[WARNING] no goal has the property -Dmnist.epoch; the nearest is -Dmnist.epochs.",
                        "no trained models in " + scenario.output().resolve("models") + ": run mnist:train first");
        assertThat(scenario.output()).doesNotExist();
    }

    @Test
    void givenOneModelMissingAndOneThatAKilledWriterMovedAway_whenComparing_thenOnlyTheFirstIsAnErrorUnlessAllowed()
            throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare");
        scenario.with("models", "lstm").run("mnist:train").assertSucceeded();
        Path models = scenario.output().resolve("models");
        Files.move(models.resolve("lstm"), models.resolve(".lstm.old"));

        // when
        Build strict = scenario.with("models", "lstm,cnn").run("mnist:compare");
        Build lenient = scenario.with("failOnMissing", false).run("mnist:compare");

        // then
        strict.assertFailed().assertSays("no trained model 'cnn'", "which only has 'lstm'");
        lenient.assertSucceeded().assertSays("[WARNING] no trained model 'cnn'");

        // when there is none at all
        Files.move(models.resolve("lstm"), scenario.output().resolve("lstm"));
        Build demanding = scenario.with("minAccuracy", "cnn:0.5").run("mnist:compare");

        // then the verdict is there for CI as well
        demanding.assertFailed().assertSays("cnn was not evaluated; required: accuracy of cnn at least 0.5");
        assertThat(scenario.output().resolve("gates.json")).content().contains("\"state\": \"FAILED\"");
        assertThat(scenario.output().resolve("TEST-mnist-gates.xml"))
                .content()
                .contains("tests=\"1\" failures=\"1\"", "cnn was not evaluated");
    }

    @Test
    void givenADamagedModel_whenComparing_thenTheFileIsNamed() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded();
        Path parameters = scenario.output().resolve("models/lstm/lstm-0000.params");
        byte[] bytes = Files.readAllBytes(parameters);
        bytes[bytes.length / 2] ^= 1;
        Files.write(parameters, bytes);

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertFailed()
                .assertSays(parameters.toString(), "; train the model again: mvn mnist:train -Dmnist.models=lstm")
                .assertSaysNot("train it again");
    }

    @Test
    void givenAModelOfOtherDigits_whenComparing_thenAWarningSaysSo(@TempDir Path directory) throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded();
        IdxFiles.write(directory, 20, 20);

        // when
        Build build = scenario.with("dataDirectory", directory).run("mnist:compare");

        // then
        build.assertSucceeded()
                .assertSays("[WARNING] lstm was trained on digits from 'embedded', but is evaluated on digits from"
                        + " 'directory'");
    }
}
