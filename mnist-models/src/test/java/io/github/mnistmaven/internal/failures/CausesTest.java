package io.github.mnistmaven.internal.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

    private static final IOException FULL = new IOException("No space left on device");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(FULL, "IOException: No space left on device"),
                Arguments.of(
                        new IllegalStateException("the model cannot be saved", FULL),
                        "IllegalStateException: the model cannot be saved; IOException: No space left on device"),
                Arguments.of(new UncheckedIOException(FULL), "IOException: No space left on device"),
                Arguments.of(
                        new ExecutionException(new RuntimeException(FULL)), "IOException: No space left on device"),
                Arguments.of(
                        new IllegalStateException("cannot save: No space left on device", FULL),
                        "IllegalStateException: cannot save: No space left on device"),
                Arguments.of(new IllegalStateException((String) null, FULL), "IOException: No space left on device"),
                Arguments.of(new NullPointerException(), "NullPointerException"),
                Arguments.of(new IOException("null"), "IOException"),
                Arguments.of(
                        new IOException("cannot be read (null)", new IOException()), "IOException: cannot be read"),
                Arguments.of(new NoSuchFileException("/x/run.json"), "NoSuchFileException: /x/run.json does not exist"),
                Arguments.of(new AccessDeniedException("/x"), "AccessDeniedException: no permission for /x"),
                Arguments.of(
                        new FileSystemException("/x", null, "Read-only file system"),
                        "FileSystemException: /x: Read-only file system"),
                Arguments.of(
                        new UnsatisfiedLinkError("/x/libtorch.so: /x/libtorch.so: file too short"),
                        "UnsatisfiedLinkError: /x/libtorch.so: file too short"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givenAFailure_thenEachCauseIsSaidOnce(Throwable failure, String words) {
        assertThat(Causes.inWords(failure)).isEqualTo(words);
    }

    @Test
    void givenCausesInACircle_thenItEnds() {
        // given
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        // when, then
        assertThat(Causes.inWords(first)).isEqualTo("Exception: first; Exception: second");
    }
}
