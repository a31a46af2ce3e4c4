package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.plugin.console.LiveLine;
import io.github.mnistmaven.plugin.console.StudyLog;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunsTest {

    @TempDir
    private Path directory;

    private StudyRunRequest run() {
        return new StudyRunRequest(
                "cnn-fast",
                "cnn",
                new DigitsRequest(
                        Dataset.EMBEDDED,
                        Optional.empty(),
                        DigitSet.DIGIT_NAMES,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true),
                new OutputDirectory(directory),
                RecipeRequest.of(Preset.FAST),
                1,
                Map.of("seed", "1"),
                true);
    }

    private List<StudyRunRequest> open() throws IOException, UserErrorException {
        StudyLog log = new StudyLog(new SystemStreamLog(), LiveLine.ofTerminal(false), 1);
        DigitSet test = new EmbeddedDigits().sizes(10, 10).test();
        return new StudyRuns(List.of(run()), test, log).open();
    }

    @Test
    void givenNothing_whenAsked_thenTheRunIsToBeTrained() throws Exception {
        assertThat(open()).containsExactly(run());
    }

    @Test
    void givenAnEvaluationOfALaterVersion_whenAsked_thenNothingIsLostAndTheMessageSaysWhatToDo() throws IOException {
        // given
        Path evaluation = directory.resolve("study/runs/cnn-fast/seed-1.evaluation.json");
        Files.createDirectories(evaluation.getParent());
        Files.writeString(evaluation, "{\"format\": {\"name\": \"mnist-run-evaluation\", \"version\": \"9.0\"}}");

        // when + then
        assertThatThrownBy(this::open)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll(
                        evaluation.toString(),
                        "version 9.0",
                        "the version of the plugin that wrote it",
                        "(parameter <outputDirectory>, -Dmnist.outputDirectory)");
        assertThat(evaluation).content().contains("9.0");
    }

    @Test
    void givenAnEvaluationThatIsDamaged_whenAsked_thenItIsMadeAgain() throws Exception {
        // given
        Path evaluation = directory.resolve("study/runs/cnn-fast/seed-1.evaluation.json");
        Files.createDirectories(evaluation.getParent());
        Files.writeString(evaluation, "{");

        // when + then
        assertThat(open()).hasSize(1);
    }
}
