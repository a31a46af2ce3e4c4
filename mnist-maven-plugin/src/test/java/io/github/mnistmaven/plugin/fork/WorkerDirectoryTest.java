package io.github.mnistmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerDirectoryTest {

    private static final String LEFT = "%s/.%s.999999999999-00000000-123e4567-e89b-12d3-a456-426614174000.%s";

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "models",
                "models/cnn",
                "checkpoints/cnn",
                "up-to-date",
                "figures",
                "readings/cnn",
                "worker",
                "study",
                "study/runs/cnn-fast",
                "study/runs/cnn-fast/seed-1",
                "study/up-to-date/cnn-fast"
            })
    void givenWhatAKilledBuildLeft_whenReserved_thenItIsDeletedAndNothingElse(String directory) throws Exception {
        // given
        Path within = Files.createDirectories(root.resolve(directory));
        Path file = Files.writeString(root.resolve(LEFT.formatted(directory, "run.json", "tmp")), "half");
        Path tree = Files.createDirectory(root.resolve(LEFT.formatted(directory, "cnn", "new")));
        Files.writeString(tree.resolve("run.json"), "half");
        Path others = Files.writeString(within.resolve(".hidden.tmp"), "mine");

        // when
        WorkerDirectory.reserve(new OutputDirectory(root)).close();

        // then
        assertThat(file).doesNotExist();
        assertThat(tree).doesNotExist();
        assertThat(others).hasContent("mine");
    }

    @Test
    void givenADirectoryInUse_whenReserved_thenNothingInItIsDeleted() throws Exception {
        // given
        try (WorkerDirectory held = WorkerDirectory.reserve(new OutputDirectory(root))) {
            Path file = Files.writeString(root.resolve(LEFT.formatted(".", "run.json", "tmp")), "half");

            // when, then
            assertThatThrownBy(() -> WorkerDirectory.reserve(new OutputDirectory(root)))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessageContaining("in use by another build");
            assertThat(file).exists();
            assertThat(held.path()).exists();
        }
    }
}
