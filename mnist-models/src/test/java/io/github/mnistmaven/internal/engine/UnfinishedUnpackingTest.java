package io.github.mnistmaven.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfinishedUnpackingTest {

    private static final List<String> LIBRARIES = List.of("libc10.so", "libtorch_cpu.so");

    @TempDir
    private Path cache;

    @ParameterizedTest
    @CsvSource({
        "tmp123, libtorch_cpu.so, 120, false",
        "tmp123, libtorch_cpu.so, 5, true",
        "tmp123, notes.txt, 120, true",
        "tmp, libtorch_cpu.so, 120, true",
        "tmp123x, libtorch_cpu.so, 120, true",
        "2.7.1-cpu, libtorch_cpu.so, 120, true"
    })
    void givenADirectory_whenItIsDjlsAndNobodyHasWrittenToItForLong_thenItAloneIsDeleted(
            String name, String file, int minutes, boolean stays) throws IOException {
        // given
        Path directory = Files.createDirectory(cache.resolve(name));
        Files.writeString(directory.resolve("libc10.so"), "whole");
        age(directory.resolve("libc10.so"), minutes);
        Files.writeString(directory.resolve(file), "half");
        age(directory.resolve(file), minutes);
        age(directory, minutes);

        // when
        UnfinishedUnpacking.delete(cache, cache.resolve("unpacked"), LIBRARIES);

        // then
        assertThat(Files.exists(directory)).isEqualTo(stays);
    }

    @ParameterizedTest
    @CsvSource({"jni42tmp, 120, false", "jni42tmp, 5, true", "jnitmp, 120, true", "libc10.so, 120, true"})
    void givenAPartOfALibraryAmongTheWholeOnes_whenItIsOld_thenItIsDeleted(String name, int minutes, boolean stays)
            throws IOException {
        // given
        Path file = Files.writeString(cache.resolve(name), "half");
        age(file, minutes);

        // when
        UnfinishedUnpacking.delete(cache.resolve("missing"), cache, LIBRARIES);

        // then
        assertThat(Files.exists(file)).isEqualTo(stays);
    }

    private static void age(Path path, int minutes) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutes))));
    }
}
