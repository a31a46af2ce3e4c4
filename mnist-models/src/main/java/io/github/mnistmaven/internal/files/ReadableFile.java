package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a user named, and that may not be there. */
public final class ReadableFile {

    private ReadableFile() {}

    /**
     * Opens a file.
     *
     * @param file the file
     * @return its bytes, not buffered
     * @throws IOException if it cannot be opened; the message names it, why, and what to do
     */
    public static InputStream open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("%s does not exist; check the path".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s is not a file; check the path".formatted(file));
        }
        if (!Files.isReadable(file)) {
            throw new IOException("%s may not be read; check its permissions".formatted(file));
        }
        return Files.newInputStream(file);
    }
}
