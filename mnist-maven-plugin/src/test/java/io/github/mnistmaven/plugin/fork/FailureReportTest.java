package io.github.mnistmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReportTest {

    @ParameterizedTest
    @CsvSource({
        "3, Terminating due to java.lang.OutOfMemoryError: Java heap space, Java heap",
        "3, no luck, see its log",
        "3, java.lang.OutOfMemoryError: Cannot reserve 8192 bytes of direct buffer memory, -XX:MaxDirectMemorySize=1g",
        "1, java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory, ulimit -u",
        "1, java.lang.Error: java.io.FileNotFoundException: tzdb.dat (Too many open files), ulimit -n",
        "1, Could not reserve enough space for 6291456KB object heap, -Dmnist.jvmArgs=-Xmx512m",
        "1, Could not allocate compressed class space: 1073741824 bytes, -Dmnist.jvmArgs=-Xmx512m",
        "137, '', out-of-memory killer",
        "134, '', native code",
        "139, '', native code",
        "7, '', see its log"
    })
    void givenAnExitCode_whenAWorkerExitsWithoutAResult_thenTheLikelyCauseIsNamed(
            int exitCode, String printed, String cause, @TempDir Path directory) throws IOException {
        // given
        Path log = Files.writeString(directory.resolve("train.log"), printed);

        // when
        String message = new FailureReport(exitCode, List.of("java", "-cp", "x"), log, directory.resolve("hs_err.log"))
                .withoutFinalEvent();

        // then
        assertThat(message)
                .contains(
                        "exited with code " + exitCode + " without reporting a result: ",
                        cause,
                        "java -cp x",
                        log.toString());
    }

    @Test
    void givenACrashInNativeCode_whenTheJvmWroteAboutIt_thenThatFileIsNamed(@TempDir Path directory)
            throws IOException {
        // given
        Path log = Files.writeString(directory.resolve("train.log"), "");
        Path crash = Files.writeString(directory.resolve("hs_err_train.log"), "# SIGSEGV");

        // when
        String message = new FailureReport(134, List.of("java"), log, crash).withoutFinalEvent();

        // then
        assertThat(message).contains("it crashed in native code, see " + crash);
    }

    @Test
    void givenALongLogInSomeEncoding_whenAWorkerExitsWithoutAResult_thenItsLastLinesAreQuoted(@TempDir Path directory)
            throws IOException {
        // given
        Path log = directory.resolve("train.log");
        Files.write(
                log,
                "first\n2\n3\n4\n5\n6\n7\n8\n9\n\tat a.stack.Frame(X.java)\nlast caf\u00e9\n\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        // when
        String message =
                new FailureReport(1, List.of("java"), log, directory.resolve("hs_err.log")).withoutFinalEvent();

        // then
        assertThat(message).contains("last caf").doesNotContain("first", "Frame");
    }
}
