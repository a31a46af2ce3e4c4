package io.github.mnistmaven.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * What a TIFF says about the sizes of its parts (Aldus, "TIFF, Revision 6.0", sections 2 and 15). Java's reader takes as much memory as a
 * file says that a strip or tile has, however small the file is.
 */
final class TiffSizes {

    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_BYTES = 325;
    private static final int TYPE_SHORT = 3;
    private static final int HEADER = 2;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;

    /** More than there are strips or tiles in the largest image that is read: each tile has at least 16x16 pixels. */
    private static final long MOST_PARTS = 500_000;

    private final ImageInputStream stream;
    private final long length;
    private long parts;

    private TiffSizes(ImageInputStream stream) throws IOException {
        this.stream = stream;
        this.length = stream.length();
    }

    /** Whether a file is a TIFF that says that a strip or tile is larger than the file, or a tile than any image. The stream is left where it was. */
    static boolean areImpossible(ImageInputStream stream, long mostPixels) throws IOException {
        stream.mark();
        ByteOrder order = stream.getByteOrder();
        try {
            stream.setByteOrder(ByteOrder.BIG_ENDIAN);
            int first = stream.readUnsignedShort();
            if (first != LITTLE_ENDIAN && first != BIG_ENDIAN) {
                return false;
            }
            stream.setByteOrder(first == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            stream.skipBytes(HEADER);
            return new TiffSizes(stream).isImpossible(stream.readUnsignedInt(), mostPixels);
        } catch (EOFException | IndexOutOfBoundsException e) {
            // The reader says better what is missing.
            return false;
        } finally {
            stream.setByteOrder(order);
            stream.reset();
        }
    }

    private boolean isImpossible(long directory, long mostPixels) throws IOException {
        long tileWidth = 1;
        long tileHeight = 1;
        stream.seek(directory);
        int entries = stream.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            stream.seek(directory + Short.BYTES + 12L * i);
            int tag = stream.readUnsignedShort();
            boolean isShort = stream.readUnsignedShort() == TYPE_SHORT;
            long count = stream.readUnsignedInt();
            if ((tag == STRIP_BYTES || tag == TILE_BYTES) && isAnyTooLong(count, isShort)) {
                return true;
            }
            if (tag == TILE_WIDTH) {
                tileWidth = number(isShort);
            }
            if (tag == TILE_HEIGHT) {
                tileHeight = number(isShort);
            }
        }
        return tileWidth > mostPixels || tileHeight > mostPixels || tileWidth * tileHeight > mostPixels;
    }

    private boolean isAnyTooLong(long count, boolean isShort) throws IOException {
        int each = isShort ? Short.BYTES : Integer.BYTES;
        parts += count;
        if (length < 0 || parts > MOST_PARTS) {
            return parts > MOST_PARTS;
        }
        if (count * each > Integer.BYTES) {
            stream.seek(stream.readUnsignedInt());
        }
        for (long i = 0; i < count; i++) {
            if (number(isShort) > length) {
                return true;
            }
        }
        return false;
    }

    private long number(boolean isShort) throws IOException {
        return isShort ? stream.readUnsignedShort() : stream.readUnsignedInt();
    }
}
