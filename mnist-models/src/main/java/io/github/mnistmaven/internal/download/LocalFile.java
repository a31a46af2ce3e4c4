package io.github.mnistmaven.internal.download;

import io.github.mnistmaven.internal.files.ParentDirectory;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is downloaded to. That it cannot be written, as the disk is full, must not be taken for a failure of the server. */
public final class LocalFile extends FilterOutputStream {

    private final Path file;

    private LocalFile(Path file, OutputStream out) {
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
    public static LocalFile open(Path file, long from) throws IOException {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(from).position(from);
            return new LocalFile(file, Channels.newOutputStream(channel));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static UnwritableException unwritable(Path file, IOException e) {
        String reason =
                e instanceof FileSystemException fault ? ParentDirectory.reason(fault) : TransferFailure.reason(e);
        return new UnwritableException(
                "%s cannot be written: %s; free some space, make the directory writable, or choose another one"
                        .formatted(file, reason),
                e);
    }
}
