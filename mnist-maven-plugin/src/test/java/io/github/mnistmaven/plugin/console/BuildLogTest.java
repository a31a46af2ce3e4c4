package io.github.mnistmaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.training.Epoch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    private static final OutputDirectory OUTPUT = new OutputDirectory(Path.of("no-such-directory"));
    private static final String DIGEST = "a1".repeat(32);

    private final List<String> lines = new ArrayList<>();
    private final StringWriter terminal = new StringWriter();
    private final Locale locale = Locale.getDefault();
    private final BuildLog log =
            new BuildLog(recording(), LiveLine.to(new PrintWriter(terminal)), OUTPUT, List.of("cnn", "lstm-reference"));

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void givenEpochsOfTwoModels_whenLogged_thenTheColumnsAreAlignedWhateverTheLocale() {
        // given
        Locale.setDefault(Locale.GERMANY);

        // when
        log.on(new Event.EpochFinished("cnn", 20, Epoch.of(3, 0.51234, 0.9, 0.4, 0.95, 12.34, DIGEST)));
        log.on(new Event.EpochFinished("lstm-reference", 20, Epoch.of(12, 0.5, 0.9, 0.4, 0.95, 112.3, DIGEST)));

        // then
        assertThat(lines)
                .containsExactly(
                        "cnn             epoch  3/20  training loss 0.5123 accuracy 0.9000  validation loss 0.4000 accuracy 0.9500    12.3 s",
                        "lstm-reference  epoch 12/20  training loss 0.5000 accuracy 0.9000  validation loss 0.4000 accuracy 0.9500   112.3 s");
    }

    @Test
    void givenTrainedModels_whenSummarized_thenATableAndTheirPlaceAreLogged() {
        // given
        log.on(new Event.Trained("cnn", 6, Epoch.of(5, 0.5, 0.9, 0.4, 0.9912, 12, DIGEST), 72.1));

        // when
        log.trainingSummary();

        // then
        assertThat(lines)
                .contains(
                        "model           epochs  best epoch  validation accuracy  seconds",
                        "cnn                  6           5               0.9912     72.1",
                        "models:  " + Path.of("no-such-directory", "models"))
                .noneMatch(line -> line.startsWith("figures:"));
    }

    @Test
    void givenNothingWasTrained_whenSummarized_thenNothingIsLogged() {
        // when
        log.trainingSummary();

        // then
        assertThat(lines).isEmpty();
    }

    @Test
    void givenATrainingThatWasStopped_whenResumed_thenTheLogSaysAfterWhichEpoch() {
        // when
        log.on(new Event.Resumed("cnn", 3, 4));

        // then
        assertThat(lines)
                .containsExactly("cnn             resuming after epoch 3/4, where a previous build was stopped");
    }

    @Test
    void givenProgressOnATerminal_whenALogLineComes_thenTheLiveLineIsWipedFirst() {
        // when
        log.on(new Event.Progress("cnn", 3, 6, 82, 200));

        // then
        assertThat(terminal.toString()).isEqualTo("\rcnn 3/6 [########            ] 41 %");

        // when
        log.on(new Event.Warned("careful"));

        // then
        assertThat(terminal.toString())
                .endsWith("41 %\r" + " ".repeat("cnn 3/6 [########            ] 41 %".length()) + "\r");
        assertThat(lines).containsExactly("careful");
    }

    private Log recording() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                lines.add(content.toString());
            }

            @Override
            public void warn(CharSequence content) {
                lines.add(content.toString());
            }
        };
    }
}
