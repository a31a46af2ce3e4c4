package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one holder at a time has locked, of all threads and processes. The system releases the lock of a process that dies.
 * The file stays: to delete it would take it from under whoever opened it in between.
 *
 * <p>On Linux and macOS, a process loses its lock as soon as it closes any channel on the file, also one that was opened only to try
 * in vain. So a file that this process holds is not opened again. Which ones it holds is noted in system properties, as the classes of
 * a plugin may be loaded several times in one process.
 */
public final class LockedFile implements AutoCloseable {

    private static final String PREFIX = "io.github.mnistmaven.locked:";

    private final String property;
    private final FileChannel channel;

    private LockedFile(String property, FileChannel channel) {
        this.property = property;
        this.channel = channel;
    }

    /**
     * Locks a file if nobody else has.
     *
     * @param file made if it is missing; its directory exists
     * @return nothing if another thread or process holds it, or is just trying to
     * @throws java.nio.file.FileSystemException if the file cannot be opened
     * @throws IOException also if the file system knows no locks
     */
    public static Optional<LockedFile> tryLock(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent().toRealPath();
        String property = PREFIX + directory.resolve(file.getFileName());
        if (System.getProperties().putIfAbsent(property, "") != null) {
            return Optional.empty();
        }
        Optional<LockedFile> locked = Optional.empty();
        try {
            locked = lock(file, property);
            return locked;
        } finally {
            if (locked.isEmpty()) {
                System.clearProperty(property);
            }
        }
    }

    private static Optional<LockedFile> lock(Path file, String property) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new LockedFile(property, channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            // Held by this process, under another path.
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Lets others have it. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.clearProperty(property);
        }
    }
}
