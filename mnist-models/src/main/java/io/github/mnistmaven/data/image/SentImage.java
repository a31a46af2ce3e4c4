package io.github.mnistmaven.data.image;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of an image that was sent. All of them are here before it is decoded: so a connection that breaks is no damaged image, and
 * the length is known, by which sizes that a damaged one claims are found to be impossible.
 */
final class SentImage extends ImageInputStreamImpl {

    /** All of it is held, and anyone may have sent it. A JPEG from a phone of 50 megapixels has a third of this. */
    static final int MOST_BYTES = 64_000_000;

    private final byte[] bytes;

    private SentImage(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all bytes.
     *
     * @param name what messages call it
     * @throws UnreadablePictureException if there are too many
     */
    static SentImage of(InputStream sent, String name) throws IOException {
        byte[] bytes = sent.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnreadablePictureException(
                    "%s has more than %d bytes, which is the most that is read from a stream; scale it down"
                            .formatted(name, MOST_BYTES));
        }
        return new SentImage(bytes);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - (int) streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }
}
