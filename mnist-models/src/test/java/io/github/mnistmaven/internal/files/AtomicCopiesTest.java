package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicCopiesTest {

    private static final Map<String, byte[]> CONTENTS =
            Map.of("small.so", new byte[] {1, 2, 3}, "large.so", new byte[3_000_000]);

    @TempDir
    private Path temp;

    private Path directory;
    private Path jar;
    private final Map<String, URL> resources = new LinkedHashMap<>();

    @BeforeEach
    void makeJar() throws IOException {
        directory = temp.resolve("cache/libraries");
        jar = temp.resolve("libraries.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> content : CONTENTS.entrySet()) {
                out.putNextEntry(new ZipEntry(content.getKey()));
                out.write(content.getValue());
            }
        }
        for (String name : CONTENTS.keySet()) {
            resources.put(name, URI.create("jar:" + jar.toUri() + "!/" + name).toURL());
        }
    }

    @Test
    void givenNothing_whenCompleted_thenAllFilesAreThereAndNothingHalfMade() throws IOException {
        // when
        AtomicCopies.complete(directory, resources);

        // then
        requireComplete();
        assertThat(directory.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 2_999_999, 3_000_001})
    void givenAFileThatIsMissingOrCutOff_whenCompleted_thenItIsWholeAndTheOthersAreNotWritten(long size)
            throws IOException {
        // given
        AtomicCopies.complete(directory, resources);
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(directory.resolve("small.so"), old);
        Path large = directory.resolve("large.so");
        if (size < 0) {
            Files.delete(large);
        } else {
            Files.write(large, new byte[(int) size]);
        }

        // when
        AtomicCopies.complete(directory, resources);

        // then
        requireComplete();
        assertThat(Files.getLastModifiedTime(directory.resolve("small.so"))).isEqualTo(old);
    }

    @Test
    void givenAllFiles_whenCompleted_thenNothingIsWritten() throws IOException {
        // given
        AtomicCopies.complete(directory, resources);
        Files.delete(directory.resolveSibling(".libraries.lock"));

        // when
        AtomicCopies.complete(directory, resources);

        // then
        assertThat(directory.getParent()).isDirectoryNotContaining(path -> !path.equals(directory));
    }

    @Test
    void givenManyAtOnce_whenCompleted_thenEachFindsAllFilesWhole() throws Exception {
        // given
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            tasks.add(() -> {
                AtomicCopies.complete(directory, resources);
                requireComplete();
                return null;
            });
        }

        // when, then
        for (Future<Void> done : threads.invokeAll(tasks)) {
            done.get();
        }
        threads.shutdown();
    }

    @Test
    void givenWhatAKilledProcessLeft_whenCompleted_thenItIsDeletedAndFilesOfOthersStay() throws IOException {
        // given
        Path left = Files.createDirectories(
                directory.resolveSibling(".libraries.999999999999-00000000-123e4567-e89b-12d3-a456-426614174000.new"));
        Files.write(left.resolve("large.so"), new byte[1000]);
        Path others = Files.writeString(directory.resolveSibling("other.txt"), "mine");

        // when
        AtomicCopies.complete(directory, resources);

        // then
        assertThat(left).doesNotExist();
        assertThat(others).hasContent("mine");
    }

    @Test
    void givenAFileInTheWay_whenCompleted_thenSaysThatItCannotBeWritten() throws IOException {
        // given
        Files.writeString(temp.resolve("cache"), "");

        // when, then
        assertThatThrownBy(() -> AtomicCopies.complete(directory, resources))
                .isInstanceOf(UnwritableException.class)
                .hasMessageNotContainingAny("null");
    }

    @Test
    void givenADamagedJar_whenCompleted_thenNoFileIsTakenForAWholeOne() throws IOException {
        // given
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = 40; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(jar, bytes);

        // when, then
        assertThatThrownBy(() -> AtomicCopies.complete(directory, resources))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UnwritableException.class);
        assertThat(directory).isEmptyDirectory();
    }

    private void requireComplete() throws IOException {
        for (Map.Entry<String, byte[]> content : CONTENTS.entrySet()) {
            assertThat(directory.resolve(content.getKey())).hasBinaryContent(content.getValue());
        }
    }
}
