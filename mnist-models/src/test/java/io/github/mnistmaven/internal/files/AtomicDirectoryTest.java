package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void givenADiskThatIsFull_whenADirectoryIsWritten_thenTheFileIsNamedByWhereItWouldBe() {
        // given
        Path directory = temp.resolve("directory");

        // when, then
        assertThatThrownBy(() -> AtomicDirectory.write(directory, to -> {
                    throw UnwritableException.of(to.resolve("new"), new IOException("No space left on device"));
                }))
                .isInstanceOfSatisfying(UnwritableException.class, e -> assertThat(e.problem())
                        .isEqualTo(directory.resolve("new") + ": No space left on device"))
                .hasMessageStartingWith(directory.resolve("new") + " cannot be written: ")
                .hasMessageNotContaining(".new");
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
                for (int i = 1; i <= 60; i++) {
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

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void givenADirectoryThatIsReplacedAgainAndAgain_whenLookedAtByAnybody_thenItIsThere() throws Exception {
        // given
        assumeTrue(
                Exchange.of(Files.createDirectory(temp.resolve("a")), Files.createDirectory(temp.resolve("b"))),
                "this file system cannot exchange directories");
        Path directory = temp.resolve("directory");
        write(directory, 0);
        ExecutorService writer = Executors.newSingleThreadExecutor();

        try {
            // when
            Future<?> writing = writer.submit(() -> {
                for (int i = 1; i <= 60; i++) {
                    write(directory, i);
                }
                return null;
            });

            // then
            while (!writing.isDone()) {
                assertThat(directory).isDirectory();
            }
            writing.get();
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void givenSeveralWriters_whenTheyReplaceOneDirectoryAtOnce_thenEachSucceedsAndOneWinsWhole() throws Exception {
        // given
        Path directory = temp.resolve("directory");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            tasks.add(() -> {
                write(directory, number);
                return null;
            });
        }

        // when
        for (Future<Void> written : writers.invokeAll(tasks)) {
            written.get();
        }
        writers.shutdown();

        // then
        assertThat(both(directory)).matches("(\\d+) \\1");
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(directory));
    }

    @Test
    void givenAWriterThatWasKilledBetweenItsMoves_whenTheNextOneWrites_thenItReplacesWhatWasMovedAway()
            throws IOException {
        // given
        Path directory = temp.resolve("directory");
        write(temp.resolve(".directory.old"), 1);

        // when, then
        assertThat(AtomicDirectory.read(directory, () -> both(directory))).isEqualTo("1 1");
        write(directory, 2);
        assertThat(both(directory)).isEqualTo("2 2");
        assertThat(temp).isDirectoryNotContaining(path -> !path.equals(directory));
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
