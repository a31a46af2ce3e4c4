package io.github.mnistmaven.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Says which file cannot be written: of a full disk, the system only says that it is full. */
final class NamedOutput extends FilterOutputStream {

    private final Path file;

    NamedOutput(OutputStream out, Path file) {
        super(out);
        this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
        try {
            out.write(value);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UnwritableException failure(IOException e) {
        return new UnwritableException(
                "%s cannot be written: %s; free space there, or choose another directory"
                        .formatted(file, e.getMessage()),
                e);
    }
}
