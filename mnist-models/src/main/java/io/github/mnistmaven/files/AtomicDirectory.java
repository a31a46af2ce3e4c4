package io.github.mnistmaven.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;

/**
 * A directory that is filled as a temporary sibling and then moved into place. It never holds some old and some new
 * files; a writer killed between the two moves leaves the old one beside it, under a hidden name, and none in its place.
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
     * Writes a directory in place of what stood there, and the directories above it where they are missing.
     *
     * @param directory the directory
     * @param content writes its files
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public static void write(Path directory, Content content) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        ParentDirectory.create(target);
        Path temporary = hiddenSibling(target, "new");
        Path old = hiddenSibling(target, "old");
        try {
            content.writeTo(Files.createDirectory(temporary));
            replace(target, temporary, old);
        } finally {
            if (Files.exists(temporary)) {
                PathUtils.deleteDirectory(temporary);
            }
            if (Files.exists(old)) {
                PathUtils.deleteDirectory(old);
            }
        }
    }

    private static void replace(Path target, Path temporary, Path old) throws IOException {
        boolean replaces = Files.exists(target);
        if (replaces) {
            Files.move(target, old);
        }
        try {
            Files.move(temporary, target);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, target);
            }
            throw e;
        }
    }

    private static Path hiddenSibling(Path target, String suffix) {
        return target.resolveSibling(".%s.%s.%s".formatted(target.getFileName(), UUID.randomUUID(), suffix));
    }
}
