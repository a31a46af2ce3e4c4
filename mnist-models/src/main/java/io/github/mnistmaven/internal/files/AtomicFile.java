package io.github.mnistmaven.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written to a temporary sibling and then moved into place: whoever reads it, or kills the writer, finds
 * either the old file or the whole new one, also after a loss of power.
 */
public final class AtomicFile {

    /** Something that writes a file's content. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param out where to; buffered, closed by the caller
         * @throws IOException if that fails; the old file stays
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file and creates missing parent directories. It gets the permissions of any new file. Where
     * several write the same file at once, one of them wins; each of the others' content is whole until it is replaced.
     *
     * @param file the file
     * @param content writes its content
     * @throws UnwritableException if the file cannot be written; the previous one stays
     * @throws IOException what the content throws; the previous file stays
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, true);
    }

    /**
     * Writes a file that can be made again from others, such as a chart. After a loss of power it may be empty: to make sure of each
     * of many such files would take longer than to make them.
     *
     * @param file the file
     * @param content writes its content
     * @throws UnwritableException if the file cannot be written; the previous one stays
     * @throws IOException what the content throws; the previous file stays
     */
    public static void writeDerived(Path file, Content content) throws IOException {
        write(file, content, false);
    }

    private static void write(Path file, Content content, boolean durable) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new UnwritableException(
                    "%s cannot be written: it is a directory; remove it or choose another name".formatted(target));
        }
        // Not by Files.createTempFile, whose files nobody but their owner may read.
        try (Temporary temporary = Temporary.file(target)) {
            try (OutputStream out = new BufferedOutputStream(create(temporary.path(), target))) {
                content.writeTo(out);
            }
            putInPlace(temporary.path(), target, durable);
        }
    }

    private static void putInPlace(Path temporary, Path target, boolean durable) throws UnwritableException {
        try {
            if (durable) {
                Disk.sync(temporary);
            }
            move(temporary, target);
            if (durable) {
                Disk.syncEntries(target.getParent());
            }
        } catch (IOException e) {
            throw UnwritableException.of(target, e);
        }
    }

    /**
     * Writes a text file in UTF-8.
     *
     * @param file the file
     * @param text its content
     * @throws IOException if it cannot be written; the previous file stays
     */
    public static void writeString(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static OutputStream create(Path temporary, Path target) throws IOException {
        ParentDirectory.create(target);
        try {
            return new NamedOutput(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), target);
        } catch (IOException e) {
            throw UnwritableException.of(target, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network file systems; a plain move is the best they offer.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
