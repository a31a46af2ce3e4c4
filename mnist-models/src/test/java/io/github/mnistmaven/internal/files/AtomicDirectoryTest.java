package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicDirectoryTest {

    @TempDir
    private Path temp;

    @Test
    void givenNothing_whenADirectoryIsWritten_thenItAndThoseAboveItAreThereAndNothingElse() throws IOException {
        // given
        Path directory = temp.resolve("above/directory");

        // when
        AtomicDirectory.write(directory, to -> Files.writeString(to.resolve("file"), "content"));

        // then
        assertThat(directory.resolve("file")).hasContent("content");
        assertThat(temp.resolve("above")).isDirectoryNotContaining(path -> !path.equals(directory));
    }

    @Test
    void givenADirectory_whenAnotherIsWrittenInItsPlace_thenNoneOfItsFilesIsLeft() throws IOException {
        // given
        Path directory = Files.createDirectory(temp.resolve("directory"));
        Files.writeString(Files.createDirectory(directory.resolve("sub")).resolve("old"), "old");

        // when
        AtomicDirectory.write(directory, to -> Files.writeString(to.resolve("new"), "new"));

        // then
        assertThat(directory).isDirectoryContaining("glob:**/new").isDirectoryNotContaining("glob:**/sub");
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(directory));
    }

    @Test
    void givenADirectory_whenWritingAnotherFails_thenItIsAsItWas() throws IOException {
        // given
        Path directory = Files.createDirectory(temp.resolve("directory"));
        Files.writeString(directory.resolve("old"), "old");

        // when, then
        assertThatThrownBy(() -> AtomicDirectory.write(directory, to -> {
                    Files.writeString(to.resolve("new"), "half of it");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(directory).isDirectoryContaining("glob:**/old").isDirectoryNotContaining("glob:**/new");
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(directory));
    }
}
