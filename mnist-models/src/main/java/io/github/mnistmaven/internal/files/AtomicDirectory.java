package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;

/**
 * A directory that is filled as a temporary sibling and then moved into place. It never holds some old and some new
 * files. A writer that is killed between the two moves leaves the old one as a hidden sibling, from where
 * {@link #recover}
 * brings it back.
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

    private AtomicDirectory() {}

    /**
     * Writes a directory, replacing what was there, and creates missing parent directories.
     *
     * @param directory the directory
     * @param content writes its files
     * @throws IOException if it cannot be written; the previous directory stays
     */
    public static void write(Path directory, Content content) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        ParentDirectory.create(target);
        recover(target);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new UnwritableException("%s is there and is not a directory; move it away".formatted(target));
        }
        Path temporary = hiddenSibling(target, UUID.randomUUID() + ".new");
        try {
            content.writeTo(Files.createDirectory(temporary));
            replace(target, temporary);
        } finally {
            if (Files.exists(temporary)) {
                PathUtils.deleteDirectory(temporary);
            }
        }
    }

    /**
     * Brings back the directory that a killed writer had moved away. Does nothing where there is a directory, or none
     * was
     * moved away.
     *
     * @param directory the directory
     * @throws IOException if it cannot be moved
     */
    public static void recover(Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        if (!Files.exists(target) && Files.isDirectory(old(target))) {
            Files.move(old(target), target);
        }
    }

    private static void replace(Path target, Path temporary) throws IOException {
        boolean replaces = Files.exists(target);
        if (Files.exists(old(target))) {
            PathUtils.deleteDirectory(old(target));
        }
        if (replaces) {
            Files.move(target, old(target));
        }
        try {
            Files.move(temporary, target);
        } catch (IOException e) {
            recover(target);
            throw e;
        }
        if (replaces) {
            PathUtils.deleteDirectory(old(target));
        }
    }

    private static Path old(Path target) {
        return hiddenSibling(target, "old");
    }

    private static Path hiddenSibling(Path target, String suffix) {
        return target.resolveSibling(".%s.%s".formatted(target.getFileName(), suffix));
    }
}
