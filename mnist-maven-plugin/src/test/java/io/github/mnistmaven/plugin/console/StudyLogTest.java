package io.github.mnistmaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.recipe.Preset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class StudyLogTest {

    private final List<String> lines = new ArrayList<>();
    private final StudyLog log = new StudyLog(
            new SystemStreamLog() {
                @Override
                public void info(CharSequence content) {
                    lines.add(content.toString());
                }
            },
            LiveLine.ofTerminal(false),
            1);

    private static StudyRunRequest run(long seed, boolean train) {
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
                new OutputDirectory(Path.of("target/mnist")),
                RecipeRequest.of(Preset.FAST),
                seed,
                Map.of(),
                train);
    }

    @Test
    void givenRunsThatAreOnlyEvaluated_whenOneIsDone_thenItSaysNothingOfHowLongTrainingsTake() {
        // given
        log.start(
                List.of("cnn-fast"),
                List.of(1L, 2L, 3L, 4L, 5L),
                List.of(run(1, false), run(2, false), run(3, true), run(4, true), run(5, true)));

        // when
        log.finished("cnn-fast seed 1", 0.99, Duration.ofSeconds(30), Duration.ofSeconds(2));
        log.finished("cnn-fast seed 3", 0.99, Duration.ofSeconds(30), Duration.ofSeconds(40));
        log.finished("cnn-fast seed 2", 0.99, Duration.ofSeconds(30), Duration.ofSeconds(2));

        // then
        assertThat(lines)
                .containsExactly(
                        "5 runs: 1 cell (cnn-fast) x 5 seeds (1, 2, 3, 4, 5); 0 done already",
                        "cnn-fast seed 1: accuracy 0.9900 in 30.0 s",
                        "cnn-fast seed 3: accuracy 0.9900 in 30.0 s",
                        "about 80 s for the other 2 runs",
                        "cnn-fast seed 2: accuracy 0.9900 in 30.0 s");
    }
}
