package io.github.mnistmaven.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says which file cannot be written, at whatever moment the system notices: of a full disk, some file systems tell only when the file
 * is closed.
 */
public final class NamedOutput extends FilterOutputStream {

    private final Path file;

    NamedOutput(OutputStream out, Path file) {
        super(out);
        this.file = file;
    }

    /**
     * Opens a file to go on behind what is there.
     *
     * @param file made if it is missing
     * @param from how many of its bytes stay
     * @return behind them
     * @throws UnwritableException if it cannot be written
     */
    public static NamedOutput open(Path file, long from) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.truncate(from).position(from);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return new NamedOutput(Channels.newOutputStream(channel), file);
        } catch (IOException e) {
            throw UnwritableException.of(file, e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        try {
            out.write(value);
        } catch (IOException e) {
            throw UnwritableException.of(file, e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw UnwritableException.of(file, e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw UnwritableException.of(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (IOException e) {
            throw UnwritableException.of(file, e);
        }
    }
}
