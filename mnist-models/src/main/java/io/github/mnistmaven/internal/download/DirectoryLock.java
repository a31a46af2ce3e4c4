package io.github.mnistmaven.internal.download;

import io.github.mnistmaven.internal.files.ParentDirectory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Only one process at a time writes to a directory; others wait. The system releases the lock of a process that dies. The file
 * that is locked, {@code .lock}, stays.
 */
public final class DirectoryLock implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;

    private final FileChannel channel;
    private final boolean held;

    private DirectoryLock(FileChannel channel, boolean held) {
        this.channel = channel;
        this.held = held;
    }

    /**
     * Waits until nobody else holds the directory, in this process or another.
     *
     * @param directory made if it is missing
     * @param onWait called once if somebody does
     * @return to be closed
     * @throws io.github.mnistmaven.internal.files.UnwritableException if there can be no file in it
     * @throws InterruptedIOException if the thread is interrupted while it waits
     */
    public static DirectoryLock acquire(Path directory, Runnable onWait) throws IOException {
        Path file = directory.toAbsolutePath().resolve(".lock");
        ParentDirectory.create(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw LocalFile.unwritable(file, e);
        }
        try {
            boolean waited = false;
            while (true) {
                Optional<Boolean> held = tryLock(channel);
                if (held.isPresent()) {
                    return new DirectoryLock(channel, held.get());
                }
                if (!waited) {
                    waited = true;
                    onWait.run();
                }
                pause(directory);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Nothing if somebody else holds it; false if the file system knows no locks. */
    private static Optional<Boolean> tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(true);
        } catch (OverlappingFileLockException e) {
            // By this process.
            return Optional.empty();
        } catch (IOException e) {
            // Some network file systems.
            return Optional.of(false);
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
        return held;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
