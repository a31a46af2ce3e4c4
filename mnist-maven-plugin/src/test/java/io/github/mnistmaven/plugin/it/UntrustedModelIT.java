package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A directory of models may come from elsewhere: it decides neither which model it is nor what a worker is started with. */
class UntrustedModelIT {

    private static Scenario scenario;
    private static Path models;
    private static Path original;

    @BeforeAll
    static void train() throws IOException {
        scenario = Scenario.named("train-and-compare").with("trainSamples", 100).with("models", "cnn,lstm");
        scenario.run("mnist:train").assertSucceeded();
        models = scenario.output().resolve("models");
        original = scenario.directory().resolve("original");
        replace(original, models.resolve("lstm"));
        scenario.with("models", "lstm");
    }

    @BeforeEach
    void restore() throws IOException {
        replace(models.resolve("lstm"), original);
        Files.deleteIfExists(log());
    }

    private static void replace(Path directory, Path source) throws IOException {
        Files.createDirectories(directory);
        for (Path file : files(directory)) {
            Files.delete(file);
        }
        for (Path file : files(source)) {
            Files.copy(file, directory.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** It is there as soon as a worker was started. */
    private static Path log() {
        return scenario.output().resolve("worker/verify.log");
    }

    @Test
    void givenAnotherModelCopiedOverOne_whenComparedOrVerified_thenBothAreNamed() throws IOException {
        // given
        Path lstm = models.resolve("lstm");
        replace(lstm, models.resolve("cnn"));

        // when
        Build compared = scenario.run("mnist:compare");
        Build verified = scenario.run("mnist:verify");

        // then
        String message = lstm + " holds the model 'cnn' of the architecture 'cnn', not 'lstm'";
        compared.assertFailed().assertSays(message);
        verified.assertFailed().assertSays(message);
        assertThat(scenario.output().resolve("results.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"environment\": {', '\"environment\": {\"LD_PRELOAD\": \"/no/such.so\"', LD_PRELOAD",
        "'\"environment\": {', '\"environment\": {\"JDK_JAVA_OPTIONS\": \"-Dwidth=1\"', JDK_JAVA_OPTIONS",
        "'\"threads\": 1', '\"threads\": 100000', threads is 100000; it must be between 1 and 256"
    })
    void givenAPlatformThatIsNone_whenVerified_thenTheMessageNamesItAndNoWorkerIsStarted(
            String field, String replacement, String message) throws IOException {
        // given
        Path run = models.resolve("lstm/run.json");
        String text = Files.readString(run);
        assertThat(text).contains(field);
        Files.writeString(run, text.replace(field, replacement));

        // when
        Build build = scenario.run("mnist:verify");

        // then
        build.assertFailed().assertSays(run.toString(), message);
        assertThat(log()).doesNotExist();
    }

    @Test
    void givenAModelAsItWasTrained_whenVerified_thenAWorkerIsStarted() {
        // when
        Build build = scenario.run("mnist:verify");

        // then
        build.assertSucceeded().assertSays("lstm: verified");
        assertThat(log()).exists();
    }
}
