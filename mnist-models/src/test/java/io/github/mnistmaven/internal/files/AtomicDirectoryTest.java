package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void givenADirectoryThatIsReplacedAgainAndAgain_whenRead_thenItIsNeverMissingNorMixedAndNoWriterIsDisturbed()
            throws Exception {
        // given
        Path directory = temp.resolve("directory");
        write(directory, 0);
        ExecutorService writer = Executors.newSingleThreadExecutor();

        try {
            // when
            Future<?> writing = writer.submit(() -> {
                for (int i = 1; i <= 300; i++) {
                    write(directory, i);
                }
                return null;
            });

            // then
            while (!writing.isDone()) {
                String both = AtomicDirectory.read(directory, () -> both(directory));
                assertThat(both).matches("(\\d+) \\1");
            }
            writing.get();
            assertThat(temp).isDirectoryNotContaining(path -> !path.equals(directory));
        } finally {
            writer.shutdownNow();
        }
    }

    private static void write(Path directory, int number) throws IOException {
        AtomicDirectory.write(directory, to -> {
            Files.writeString(to.resolve("a"), Integer.toString(number));
            Files.writeString(to.resolve("b"), Integer.toString(number));
        });
    }

    private static String both(Path directory) throws IOException {
        String a = Files.readString(directory.resolve("a"));
        String b = Files.readString(directory.resolve("b"));
        if (!a.equals(b)) {
            throw new IOException("they do not fit each other");
        }
        return a + " " + b;
    }

    @Test
    void givenADirectoryThatStaysAsItIs_whenReadingFails_thenItIsNotReadAgain() throws IOException {
        // given
        Path directory = Files.createDirectory(temp.resolve("directory"));
        AtomicInteger read = new AtomicInteger();

        // when, then
        assertThatThrownBy(() -> AtomicDirectory.read(directory, () -> {
                    read.incrementAndGet();
                    throw new IOException("damaged");
                }))
                .hasMessage("damaged");
        assertThat(read).hasValue(1);
    }
}
