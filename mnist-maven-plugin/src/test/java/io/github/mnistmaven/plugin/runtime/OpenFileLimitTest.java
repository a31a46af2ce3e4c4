package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFileLimitTest {

    private static final Exception UNRELATED = new IllegalStateException("no such model");

    @TempDir
    private Path process;

    @ParameterizedTest
    @CsvSource({"40, 24, false", "40, 25, true", "40, 40, true", "unlimited, 40, false"})
    void givenAProcess_whenItHasNearlyAsManyFilesOpenAsItMay_thenThatIsSaidOfAnyFailure(
            String limit, int open, boolean near) throws IOException {
        // given
        Files.writeString(
                process.resolve("limits"),
                "Max processes  9  9  processes\nMax open files            %s                 %s  files\n"
                        .formatted(limit, limit));
        Path files = Files.createDirectory(process.resolve("fd"));
        for (int i = 0; i < open; i++) {
            Files.createFile(files.resolve(Integer.toString(i)));
        }

        // when
        String message = OpenFileLimit.of(process).explain("a goal failed", UNRELATED);

        // then
        assertThat(message)
                .isEqualTo(
                        near
                                ? "a goal failed\nMaven's process has %d of the 40 files open that it may have at once: raise the limit (ulimit -n)"
                                        .formatted(open)
                                : "a goal failed");
    }

    @Test
    void givenASystemThatDoesNotTell_whenAFileCannotBeOpened_thenTheLimitIsNamedAllTheSame() {
        assertThat(OpenFileLimit.of(process).behind(UNRELATED)).isEmpty();
        assertThat(OpenFileLimit.of(process)
                        .behind(new IllegalStateException(new IOException("x.jar (Too many open files)"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("ulimit -n"));
    }
}
