package io.github.mnistmaven.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.internal.engine.OtherJvm;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    @TempDir
    private Path directory;

    @Test
    void givenAThreadThatGaveUpWaiting_thenOtherProcessesStillWait() throws Exception {
        // given
        try (DirectoryLock held = DirectoryLock.acquire(directory, () -> {})) {
            assertThat(held.isHeld()).isTrue();

            // when
            assertThatThrownBy(() -> DirectoryLock.acquire(
                            directory, () -> Thread.currentThread().interrupt()))
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessageContaining(directory.toString());
            assertThat(Thread.interrupted()).isTrue();

            // then
            assertThat(new OtherJvm(Program.class).run(directory.toString())).contains("waits");
        }
    }

    /** What the other JVM runs. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            DirectoryLock.acquire(Path.of(arguments[0]), () -> {
                System.out.println("waits");
                System.exit(0);
            });
        }
    }
}
