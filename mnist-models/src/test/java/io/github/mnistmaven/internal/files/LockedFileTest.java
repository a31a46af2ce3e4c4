package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.internal.engine.OtherJvm;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LockedFileTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("lock");
    }

    @Test
    void givenALockedFile_whenOthersOfTheSameJvmWereRefused_thenOtherProcessesStillAre() throws Exception {
        // given
        try (LockedFile lock = LockedFile.tryLock(file).orElseThrow()) {
            assertThat(lock).isNotNull();

            // when
            assertThat(LockedFile.tryLock(file)).isEmpty();
            assertThat(LockedFile.tryLock(directory.resolve(".").resolve("lock")))
                    .isEmpty();
            assertThat(tryLockByOtherClasses()).isEmpty();

            // then
            assertThat(ofOtherProcess()).isEqualTo("refused");
        }
        assertThat(ofOtherProcess()).isEqualTo("locked");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void givenALockedFile_whenItsDirectoryIsNamedByALink_thenItIsRefused() throws IOException {
        // given
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        try (LockedFile lock = LockedFile.tryLock(file).orElseThrow()) {
            assertThat(lock).isNotNull();

            // then
            assertThat(LockedFile.tryLock(link.resolve("lock"))).isEmpty();
        }
    }

    @Test
    void givenALockThatWasClosed_thenTheFileCanBeLockedAgainAndNoTraceIsLeft() throws IOException {
        // given
        LockedFile.tryLock(file).orElseThrow().close();

        // when
        LockedFile.tryLock(file).orElseThrow().close();

        // then
        assertThat(System.getProperties().stringPropertyNames())
                .noneMatch(name -> name.contains(directory.getFileName().toString()));
    }

    @Test
    void givenAFileThatCannotBeOpened_whenItCanBe_thenItIsLocked() throws IOException {
        // given
        Files.createDirectory(file);
        assertThatThrownBy(() -> LockedFile.tryLock(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> LockedFile.tryLock(directory.resolve("none/lock")))
                .isInstanceOf(NoSuchFileException.class);

        // when
        Files.delete(file);

        // then
        LockedFile.tryLock(file).orElseThrow().close();
    }

    /** As a plugin's, which Maven loads once for each set of dependencies. */
    private Optional<?> tryLockByOtherClasses() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(LockedFileTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> other = loader.loadClass(LockedFile.class.getName());
            assertThat(other).isNotSameAs(LockedFile.class);
            return (Optional<?>) other.getMethod("tryLock", Path.class).invoke(null, file);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ofOtherProcess() throws Exception {
        return new OtherJvm(Program.class).run(file.toString()).strip();
    }

    /** What the other JVM runs. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(LockedFile.tryLock(Path.of(arguments[0])).isPresent() ? "locked" : "refused");
        }
    }
}
