package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a killed process left is deleted, and nothing else. */
class TemporaryTest {

    private static final long SELF = ProcessHandle.current().pid();
    private static final String ELSEWHERE = "00000000".equals(ProcessSpace.ID) ? "00000001" : "00000000";

    @TempDir
    private Path directory;

    @Test
    void givenWhatADeadProcessLeft_whenTheSameIsWrittenAgain_thenItIsDeleted() throws Exception {
        // given
        Path file = left("run.json", dead(), ProcessSpace.ID, "tmp");
        Path tree = Files.createDirectory(directory.resolve(name("model", dead(), ProcessSpace.ID, "new")));
        Files.writeString(Files.createDirectory(tree.resolve("sub")).resolve("file"), "half");

        // when
        AtomicFile.writeString(directory.resolve("run.json"), "whole");
        AtomicDirectory.write(directory.resolve("model"), to -> Files.writeString(to.resolve("file"), "whole"));

        // then
        assertThat(file).doesNotExist();
        assertThat(tree).doesNotExist();
        assertThat(directory.resolve("run.json")).hasContent("whole");
        assertThat(directory.resolve("model/file")).hasContent("whole");
    }

    @Test
    void givenWhatALivingProcessIsMaking_whenTheSameIsWritten_thenItStays() throws Exception {
        // given
        Path made = left("run.json", SELF, ProcessSpace.ID, "tmp");

        // when
        AtomicFile.writeString(directory.resolve("run.json"), "whole");
        Temporary.deleteDeadInLocked(directory);

        // then
        assertThat(made).exists();
    }

    @Test
    void givenANumberThatAnotherProcessHasByNow_thenWhatIsOlderThanThatProcessIsDeleted() throws Exception {
        // given
        Path older = left("run.json", SELF, ProcessSpace.ID, "tmp");
        Files.setLastModifiedTime(older, FileTime.from(Instant.now().minus(Duration.ofDays(400))));

        // when
        Temporary.deleteDead(directory);

        // then
        assertThat(older).doesNotExist();
    }

    @Test
    void givenWhatAnotherContainerIsMaking_thenItStaysUnlessItIsOldOrTheDirectoryIsLocked() throws Exception {
        // given
        Path fresh = left("run.json", dead(), ELSEWHERE, "tmp");
        Path old = left("run.json", dead(), ELSEWHERE, "tmp");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        // when, then
        Temporary.deleteDead(directory);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        Temporary.deleteDeadInLocked(directory);
        assertThat(fresh).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".run.json.tmp",
                ".run.json.4711.tmp",
                ".run.json.swp",
                "run.json.4711-00000000-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".run.json.4711-00000000-123e4567-e89b-12d3-a456-426614174000.tmp.bak",
                ".run.json.x-00000000-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".4711-00000000-123e4567-e89b-12d3-a456-426614174000.tmp",
                ".other.999999999-00000000-123e4567-e89b-12d3-a456-426614174000.old"
            })
    void givenFilesOfOthers_whenWrittenBesideThem_thenTheyStay(String name) throws Exception {
        // given
        Path others = Files.writeString(directory.resolve(name), "mine");

        // when
        AtomicFile.writeString(directory.resolve("run.json"), "whole");
        Temporary.deleteDeadInLocked(directory);

        // then
        assertThat(others).hasContent("mine");
    }

    @Test
    void givenAnotherTarget_whenWritten_thenWhatIsLeftOfTheFirstStays() throws Exception {
        // given
        Path left = left("first.json", dead(), ProcessSpace.ID, "tmp");

        // when
        AtomicFile.writeString(directory.resolve("second.json"), "whole");

        // then
        assertThat(left).exists();
    }

    @Test
    void givenAWriterThatFails_thenNothingIsLeft() {
        assertThatThrownBy(() -> AtomicDirectory.write(directory.resolve("model"), to -> {
                    Files.writeString(to.resolve("half"), "");
                    throw new IOException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void givenNoDirectory_whenSearched_thenThatIsNoError() {
        Temporary.deleteDead(directory.resolve("missing"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void givenAnInterruptedThread_whenItWrites_thenTheFileIsWholeAndTheThreadStillInterrupted() throws IOException {
        // given
        Thread.currentThread().interrupt();

        // when
        AtomicFile.writeString(directory.resolve("run.json"), "whole");

        // then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(names()).containsExactly("run.json");
        assertThat(directory.resolve("run.json")).hasContent("whole");
    }

    private Path left(String target, long process, String space, String kind) throws IOException {
        return Files.writeString(directory.resolve(name(target, process, space, kind)), "half");
    }

    private static String name(String target, long process, String space, String kind) {
        return ".%s.%d-%s-%s.%s".formatted(target, process, space, UUID.randomUUID(), kind);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The number of a process that has ended. */
    private static long dead() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-no-such-option")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }
}
