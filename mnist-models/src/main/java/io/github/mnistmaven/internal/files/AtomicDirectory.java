package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;

/**
 * A directory that is filled as a temporary sibling and then moved into place. It never holds some old and some new
 * files. Where the system can, the new one takes the place of the old one in one step. Elsewhere there is none for the moment
 * between two moves: a reader waits for it, see {@link #read}, and a writer that is killed then leaves the old one as a hidden
 * sibling, from where {@link #recover} brings it back.
 */
public final class AtomicDirectory {

    /** Something that fills a directory. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the files.
         *
         * @param directory an empty directory
         * @throws IOException if that fails; the old directory stays
         */
        void writeTo(Path directory) throws IOException;
    }

    /**
     * Something that reads a directory.
     *
     * @param <T> what it reads
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads the files.
         *
         * @return what is in them
         * @throws IOException if they cannot be read, or do not fit each other
         */
        T read() throws IOException;
    }

    /** Far longer than a writer takes between its two moves. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Each but the last needs another writer that comes in between. */
    private static final int ATTEMPTS = 10;

    private AtomicDirectory() {}

    /**
     * Writes a directory, replacing what was there, and creates missing parent directories.
     *
     * @param directory the directory
     * @param content writes its files
     * @throws UnwritableException if it cannot be written; the previous directory stays
     * @throws IOException what the content throws; the previous directory stays
     */
    public static void write(Path directory, Content content) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        ParentDirectory.create(target);
        recover(target);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new UnwritableException("%s exists and is not a directory; move it away".formatted(target));
        }
        try (Temporary temporary = Temporary.directory(target)) {
            fill(temporary.path(), target, content);
            putInPlace(temporary.path(), target);
        }
    }

    private static void fill(Path temporary, Path target, Content content) throws IOException {
        try {
            Files.createDirectory(temporary);
        } catch (IOException e) {
            throw UnwritableException.of(target, e);
        }
        try {
            content.writeTo(temporary);
        } catch (UnwritableException e) {
            throw e.renamed(temporary, target);
        }
    }

    private static void putInPlace(Path temporary, Path target) throws UnwritableException {
        try {
            Disk.syncTree(temporary);
            replace(target, temporary);
            Disk.syncEntries(target.getParent());
        } catch (IOException e) {
            throw UnwritableException.of(target, e);
        }
    }

    /**
     * Reads files of a directory that may be replaced at any time. Where they cannot be read or do not fit each other, and the
     * directory is another one than before, they are read again.
     *
     * @param <T> what is read
     * @param directory the directory; may be missing
     * @param reading reads its files
     * @return what was read
     * @throws IOException what the reading threw although the directory stayed the same
     */
    public static <T> T read(Path directory, Reading<T> reading) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        for (int attempt = 1; true; attempt++) {
            recover(target);
            List<Object> before = identity(target);
            try {
                return reading.read();
            } catch (IOException e) {
                if (attempt == ATTEMPTS || isStill(target, before)) {
                    throw e;
                }
            }
        }
    }

    /** A directory that could not be seen before may have been on its way, and back by now. */
    private static boolean isStill(Path target, List<Object> before) {
        return identity(target).equals(before) && (!before.isEmpty() || !isMovedAway(target) && !Files.exists(target));
    }

    /** Tells a directory from one that took its place; empty if there is none. Not every file system has a key. */
    private static List<Object> identity(Path directory) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class);
            return List.of(
                    Optional.ofNullable(attributes.fileKey()),
                    attributes.creationTime(),
                    attributes.lastModifiedTime());
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Brings back the directory that a killed writer had moved away. Does nothing where there is a directory, or none
     * was moved away. A writer at work moves one away too, but only for a moment, so this first waits for it.
     *
     * @param directory the directory
     * @throws IOException if it cannot be moved
     */
    public static void recover(Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        long start = System.nanoTime();
        while (isMovedAway(target)) {
            if (System.nanoTime() - start >= PATIENCE.toNanos()) {
                bringBack(target);
                return;
            }
            pause(target);
        }
    }

    private static boolean isMovedAway(Path target) {
        return !Files.exists(target) && Files.isDirectory(old(target));
    }

    private static void pause(Path target) throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another process to replace " + target);
        }
    }

    private static void bringBack(Path target) throws IOException {
        try {
            Files.move(old(target), target);
        } catch (IOException e) {
            // Another reader may have brought it back first.
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    /** Of several writers at once, each puts its own whole directory in the place of whatever is there at that moment. */
    private static void replace(Path target, Path temporary) throws IOException {
        for (int attempt = 1; true; attempt++) {
            try {
                if (!Files.exists(target)) {
                    Files.move(temporary, target);
                } else if (!Exchange.of(temporary, target)) {
                    moveAwayAndReplace(target, temporary);
                }
                break;
            } catch (IOException e) {
                // Another writer came in between.
                if (attempt == ATTEMPTS || !Files.exists(target)) {
                    throw e;
                }
            }
        }
        if (Files.exists(old(target)) && Files.exists(target)) {
            PathUtils.deleteDirectory(old(target));
        }
    }

    private static void moveAwayAndReplace(Path target, Path temporary) throws IOException {
        if (Files.exists(old(target))) {
            PathUtils.deleteDirectory(old(target));
        }
        Files.move(target, old(target));
        try {
            Files.move(temporary, target);
        } catch (IOException e) {
            if (isMovedAway(target)) {
                bringBack(target);
            }
            throw e;
        }
    }

    private static Path old(Path target) {
        return hiddenSibling(target, "old");
    }

    private static Path hiddenSibling(Path target, String suffix) {
        return target.resolveSibling(".%s.%s".formatted(target.getFileName(), suffix));
    }
}
