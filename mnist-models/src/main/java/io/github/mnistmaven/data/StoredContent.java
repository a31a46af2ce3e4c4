package io.github.mnistmaven.data;

import io.github.mnistmaven.files.ReadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file, which may be gzip. */
final class StoredContent {

    /** DEFLATE makes at most 258 bytes of two bits (RFC 1951), so no file holds more than this times its size. */
    private static final int MOST_INFLATION = 1032;

    private static final int MODULO_TRAILER = Integer.BYTES;

    private final Path file;
    private final boolean gzip;

    private StoredContent(Path file, boolean gzip) {
        this.file = file;
        this.gzip = gzip;
    }

    static StoredContent of(Path file) throws IOException {
        try (InputStream in = ReadableFile.open(file)) {
            return new StoredContent(file, GzipOrPlain.isGzip(in.readNBytes(2)));
        }
    }

    InputStream open() throws IOException {
        return GzipOrPlain.open(ReadableFile.open(file), file.toString());
    }

    /**
     * The number of bytes to be read, found without holding them.
     *
     * @param expected is returned if the size of the file, or of what its gzip says, bears it out; if not, gzip is
     *     inflated to count. So a false count in a header is found out before memory is allocated for it
     */
    long length(long expected) throws IOException {
        if (!gzip) {
            return Files.size(file);
        }
        if (expected <= Files.size(file) * MOST_INFLATION && expected % (1L << 32) == trailer()) {
            return expected;
        }
        try (InputStream in = open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Where gzip consists of one member, it ends with the length of the content modulo 2^32 (RFC 1952). */
    private long trailer() throws IOException {
        ByteBuffer trailer = ByteBuffer.allocate(MODULO_TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - MODULO_TRAILER));
            while (trailer.hasRemaining() && channel.read(trailer) >= 0) {
                // A channel may return less than it is asked for.
            }
        }
        return Integer.toUnsignedLong(trailer.getInt(0));
    }
}
