package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    @TempDir
    Path directory;

    @Test
    void givenNoDirectory_whenWritten_thenDirectoryAndFileAreMade() throws Exception {
        // given
        Path file = directory.resolve("a/b/results.csv");

        // when
        AtomicFile.writeString(file, "é\n");

        // then
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("é\n");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void givenAnOldFile_whenWritten_thenItIsReplaced() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("results.csv"), "old and longer");

        // when
        AtomicFile.writeString(file, "new");

        // then
        assertThat(file).hasContent("new");
    }

    @Test
    void givenAnOldFile_whenTheWriterFails_thenItStaysAloneAndTheFailureIsTheWriters() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("results.csv"), "old");
        IOException failure = new IOException("half-way");

        // when
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw failure;
                }))
                .isSameAs(failure);

        // then
        assertThat(file).hasContent("old");
        assertThat(namesIn(directory)).containsExactly("results.csv");
    }

    /** When a system notices that it cannot write. */
    private enum Moment {
        WRITE,
        FLUSH,
        CLOSE
    }

    /** On which something fails, at one moment. */
    private static OutputStream failing(Moment moment, IOException failure) {
        return new OutputStream() {
            private void failAt(Moment now) throws IOException {
                if (now == moment) {
                    throw failure;
                }
            }

            @Override
            public void write(int value) throws IOException {
                failAt(Moment.WRITE);
            }

            @Override
            public void flush() throws IOException {
                failAt(Moment.FLUSH);
            }

            @Override
            public void close() throws IOException {
                failAt(Moment.CLOSE);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void givenADiskThatIsFull_whenTheSystemNoticesIt_thenTheFileIsNamed(Moment moment) {
        // given
        Path file = directory.resolve("results.csv");
        OutputStream full = failing(moment, new IOException("No space left on device"));

        // when, then
        assertThatThrownBy(() -> {
                    try (OutputStream out = new NamedOutput(full, file)) {
                        out.write(new byte[10]);
                        out.write(1);
                    }
                })
                .isInstanceOf(UnwritableException.class)
                .hasMessage(
                        "%s cannot be written: No space left on device; free space there, make its directory writable, or choose another one",
                        file);
    }

    @ParameterizedTest
    @EnumSource
    void givenAsManyOpenFilesAsThereMayBe_whenTheSystemNoticesIt_thenNoOtherDirectoryIsAskedFor(Moment moment) {
        // given
        Path file = directory.resolve("results.csv");
        OutputStream full = failing(moment, new FileSystemException(file.toString(), null, "Too many open files"));

        // when, then
        assertThatThrownBy(() -> {
                    try (OutputStream out = new NamedOutput(full, file)) {
                        out.write(1);
                    }
                })
                .isInstanceOf(UnwritableException.class)
                .hasMessage("%s cannot be written: Too many open files; raise the limit (ulimit -n)", file);
    }

    @Test
    void givenAWriterAtWork_whenRead_thenTheOldFileIsSeen() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("results.csv"), "old");

        // when
        AtomicFile.write(file, out -> {
            out.write(new byte[100_000]);
            out.flush();
            // then
            assertThat(file).hasContent("old");
        });
    }

    @Test
    void givenPosix_whenWritten_thenOthersMayReadItLikeAnyNewFile() throws Exception {
        // given
        assumeTrue(POSIX, "file permissions as POSIX has them");
        Path ordinary = Files.writeString(directory.resolve("ordinary"), "");
        Path file = directory.resolve("atomic");

        // when
        AtomicFile.writeString(file, "");

        // then
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void givenManyWriters_whenTheyWriteOneFileAtOnce_thenItIsWholeAndNothingElseIsLeft() throws Exception {
        // given
        Path file = directory.resolve("results.csv");
        List<String> contents = IntStream.range(0, 8)
                .mapToObj(writer -> Integer.toString(writer).repeat(50_000))
                .toList();
        ExecutorService writers = Executors.newFixedThreadPool(contents.size());

        // when
        List<Callable<Void>> tasks = Collections.nCopies(5, contents).stream()
                .flatMap(List::stream)
                .<Callable<Void>>map(content -> () -> {
                    AtomicFile.writeString(file, content);
                    return null;
                })
                .toList();
        for (Future<Void> written : writers.invokeAll(tasks)) {
            written.get();
        }
        writers.shutdown();

        // then
        assertThat(contents).contains(Files.readString(file));
        assertThat(namesIn(directory)).containsExactly("results.csv");
    }

    @Test
    void givenADirectoryOfThatName_whenWritten_thenSaysSoAndLeavesIt() throws Exception {
        // given
        Path taken = Files.createDirectory(directory.resolve("results.csv"));

        // when
        assertThatThrownBy(() -> AtomicFile.writeString(taken, ""))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContainingAll(taken.toString(), "is a directory", "choose another");

        // then
        assertThat(taken).isEmptyDirectory();
    }

    @Test
    void givenAFileWhereADirectoryHasToBe_whenWritten_thenNamesIt() throws Exception {
        Path inTheWay = Files.writeString(directory.resolve("target"), "");
        Path file = inTheWay.resolve("mnist/results.csv");

        assertThatThrownBy(() -> AtomicFile.writeString(file, ""))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContainingAll(file.toString(), "cannot be written", "choose another");
    }

    @Test
    void givenAReadOnlyDirectory_whenWritten_thenSaysThatPermissionIsMissing() throws Exception {
        assumeTrue(POSIX, "file permissions as POSIX has them");
        Path readOnly = Files.createDirectory(
                directory.resolve("read-only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(readOnly), "root writes everywhere");

        assertThatThrownBy(() -> AtomicFile.writeString(readOnly.resolve("results.csv"), ""))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContainingAll(readOnly.resolve("results.csv").toString(), "no permission");
    }

    @Test
    void givenALinkToADirectory_whenWrittenBehindIt_thenTheFileIsThere() throws Exception {
        // given
        assumeTrue(POSIX, "links need rights elsewhere");
        Path real = Files.createDirectory(directory.resolve("other-disk"));
        Path link = Files.createSymbolicLink(directory.resolve("target"), real);

        // when
        AtomicFile.writeString(link.resolve("results.csv"), "new");

        // then
        assertThat(real.resolve("results.csv")).hasContent("new");
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
