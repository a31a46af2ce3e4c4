package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What a file holds, which may be gzip.
 *
 * @param bytes how many; one more than expected stands for any number more
 * @param sha256 of them
 * @param start the first of them
 */
record DigestedContent(long bytes, String sha256, byte[] start) {

    /**
     * Reads the content of a file, and no more of it than is expected: gzip may hold a thousand times its own size.
     *
     * @param file gzip or plain
     * @param expected how many bytes there should be
     * @param out gets at most these
     */
    static DigestedContent copy(Path file, long expected, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] start = {};
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream content = GzipOrPlain.open(Files.newInputStream(file), "it", "")) {
            int read = content.readNBytes(buffer, 0, buffer.length);
            start = Arrays.copyOf(buffer, Math.min(read, ContentKind.BYTES));
            while (read > 0) {
                if (bytes + read > expected) {
                    return new DigestedContent(expected + 1, Sha256.hex(digest), start);
                }
                bytes += read;
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                read = content.readNBytes(buffer, 0, buffer.length);
            }
        }
        return new DigestedContent(bytes, Sha256.hex(digest), start);
    }

    /** Refuses what is not the published content, and says how it differs. */
    void require(PublishedFile.Content expected) throws DigitFormatException {
        boolean idx = start.length > 2 && start[0] == 0 && start[1] == 0;
        if (!idx && ContentKind.of(start).isPresent()) {
            throw new DigitFormatException("it is not the published file, but %s"
                    .formatted(ContentKind.of(start).get().what()));
        }
        if (bytes != expected.bytes()) {
            throw new DigitFormatException("its content has %s%,d bytes; expected %,d"
                    .formatted(
                            bytes > expected.bytes() ? "more than " : "",
                            Math.min(bytes, expected.bytes()),
                            expected.bytes()));
        }
        if (!sha256.equals(expected.sha256())) {
            throw new DigitFormatException(
                    "its content has the SHA-256 %s; expected %s".formatted(sha256, expected.sha256()));
        }
    }
}
