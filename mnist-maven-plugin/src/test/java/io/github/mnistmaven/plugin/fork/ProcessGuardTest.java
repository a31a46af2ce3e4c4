package io.github.mnistmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessGuardTest {

    private static final DigitsRequest DIGITS = new DigitsRequest(
            Dataset.MNIST,
            Optional.empty(),
            DigitSet.DIGIT_NAMES,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false);

    @TempDir
    private Path directory;

    @Test
    void givenAProcessThatTidiesUp_whenTheGuardIsClosed_thenItHasTheTimeTo() throws Exception {
        // given
        Process process = shell("trap 'echo tidied > %s; exit 3' TERM; echo ready; while true; do sleep 0.1; done"
                .formatted(directory.resolve("tidied")));

        // when
        ProcessGuard.on(process, Optional.empty()).close();

        // then
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("tidied")).hasContent("tidied");
    }

    @Test
    void givenAProcessThatDoesNotListen_whenTheGuardIsClosed_thenItIsKilled() throws Exception {
        // given
        Process process = shell("trap '' TERM; echo ready; while true; do sleep 0.1; done");

        // when
        ProcessGuard.on(process, Optional.empty()).close();

        // then
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }

    @Test
    void givenAProcessThatTakesTooLong_thenLessWorkOfItsGoalIsAdvised() throws Exception {
        // given
        Process process = shell("echo ready; while true; do sleep 0.1; done");
        OutputDirectory output = new OutputDirectory(directory);
        Request read = new ReadRequest(List.of("cnn"), DIGITS, output, List.of());
        Request verify = new VerifyRequest(
                List.of("cnn"), DIGITS, output, ReproducibilityMode.BITWISE, new Tolerance(0.01, 0.005));

        // when
        try (ProcessGuard guard = ProcessGuard.on(process, Optional.of(Duration.ofMillis(1)))) {
            int exitCode = process.waitFor();

            // then
            assertThatThrownBy(() -> guard.requireUnused(read, exitCode))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessageContainingAll(
                            "mnist:read was stopped, as it took longer than",
                            "<timeout>",
                            "less to do: fewer <models> or <images>");
            assertThatThrownBy(() -> guard.requireUnused(verify, exitCode))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessageContainingAll("mnist:verify", "less to do: fewer <models> or <testSamples>");
        }
    }

    /** Returns when it is ready. */
    private Process shell(String script) throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        Files.writeString(directory.resolve("script"), script).toString())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }
}
