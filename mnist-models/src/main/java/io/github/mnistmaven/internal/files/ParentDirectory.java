package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The directory that something is about to be written to. */
public final class ParentDirectory {

    private ParentDirectory() {}

    /**
     * Makes the directories above a path where they are missing.
     *
     * @param target an absolute path
     * @throws UnwritableException if they cannot be made
     */
    public static void create(Path target) throws IOException {
        Path parent = target.getParent();
        // Before Java 20, createDirectories fails for a link to a directory (JDK-8294193).
        if (Files.isDirectory(parent)) {
            return;
        }
        try {
            Files.createDirectories(parent);
        } catch (FileSystemException e) {
            throw new UnwritableException(
                    "%s cannot be written: its directory %s cannot be created: %s; choose another one"
                            .formatted(target, parent, reason(e)),
                    "%s cannot be created: %s".formatted(parent, reason(e)),
                    e);
        }
    }

    /**
     * Why something cannot be written. The exceptions of the file system have their reason in their type, and no more than a
     * path in their message.
     *
     * @param e such an exception
     * @return a clause
     */
    public static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is a file";
        }
        return Objects.requireNonNullElse(e.getReason(), e.toString());
    }
}
