package io.github.mnistmaven.internal.download;

import io.github.mnistmaven.internal.files.LockedFile;
import io.github.mnistmaven.internal.files.ParentDirectory;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Only one process at a time writes to a directory; others wait. The system releases the lock of a process that dies. The file
 * that is locked, {@code .lock}, stays.
 */
public final class DirectoryLock implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;

    private final Optional<LockedFile> held;

    private DirectoryLock(Optional<LockedFile> held) {
        this.held = held;
    }

    /**
     * Waits until nobody else holds the directory, in this process or another.
     *
     * @param directory made if it is missing
     * @param onWait called once if somebody does
     * @return to be closed
     * @throws UnwritableException if there can be no file in it
     * @throws InterruptedIOException if the thread is interrupted while it waits
     */
    public static DirectoryLock acquire(Path directory, Runnable onWait) throws IOException {
        Path file = directory.toAbsolutePath().resolve(".lock");
        ParentDirectory.create(file);
        boolean waited = false;
        while (true) {
            try {
                Optional<LockedFile> held = LockedFile.tryLock(file);
                if (held.isPresent()) {
                    return new DirectoryLock(held);
                }
            } catch (FileSystemException e) {
                throw UnwritableException.of(file, e);
            } catch (IOException e) {
                // Some network file systems know no locks.
                return new DirectoryLock(Optional.empty());
            }
            if (!waited) {
                waited = true;
                onWait.run();
            }
            pause(directory);
        }
    }

    private static void pause(Path directory) throws InterruptedIOException {
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while another process writes to " + directory);
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /**
     * Whether it keeps others out.
     *
     * @return false where the file system cannot lock files
     */
    public boolean isHeld() {
        return held.isPresent();
    }

    @Override
    public void close() throws IOException {
        if (held.isPresent()) {
            held.get().close();
        }
    }
}
