package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.ReadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file, which may be gzip. */
final class StoredContent {

    /** DEFLATE makes at most 258 bytes of two bits (RFC 1951), so no file holds more than this times its size. */
    private static final int MOST_INFLATION = 1032;

    private static final int TRAILER = Integer.BYTES;

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
        return GzipOrPlain.open(ReadableFile.open(file), file.toString(), "; fetch it again");
    }

    /** What the file is, said of what is in it. */
    String described(String what) {
        if (gzip) {
            return what.equals("gzip") ? "a file that was compressed twice" : "gzip of " + what;
        }
        return file.toString().endsWith(".gz") ? what + " and not gzip, as its name says" : what;
    }

    /**
     * The number of bytes to be read, found without holding them, so that a false count in a header is noticed before
     * memory is allocated for it. Of gzip, what its end says is believed if it is possible and is what is expected;
     * otherwise all of it is inflated and counted.
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
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - TRAILER);
            byte[] trailer = Channels.newInputStream(channel).readNBytes(TRAILER);
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt());
        }
    }
}
