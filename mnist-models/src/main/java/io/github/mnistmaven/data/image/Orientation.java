package io.github.mnistmaven.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * How the rows of a stored image lie in the picture, as cameras note it: the EXIF tag Orientation, 1 to 8 (CIPA DC-008, "Exchangeable image
 * file format for digital still cameras: Exif version 2.32", section 4.6.4).
 *
 * @param value 1 is upright
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY_LENGTH = 12;
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_SEGMENTS = 200;

    private static final int JPEG = 0xFFD8;
    private static final int JPEG_APP1 = 0xFFE1;
    private static final int JPEG_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int PNG = 0x89504E47;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_DATA = 0x49444154;
    private static final int PNG_SIGNATURE_LENGTH = 8;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;

    /** Whether the rows of the stored image are columns of the picture. */
    boolean isOnItsSide() {
        return value > 4;
    }

    /** Reads it from a JPEG, PNG or TIFF; any other file, or one that does not say, is upright. The stream is left where it was. */
    static Orientation of(ImageInputStream stream) throws IOException {
        stream.mark();
        ByteOrder order = stream.getByteOrder();
        try {
            return read(stream);
        } catch (EOFException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        } finally {
            stream.setByteOrder(order);
            stream.reset();
        }
    }

    private static Orientation read(ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        long start = stream.getStreamPosition();
        int first = stream.readUnsignedShort();
        if (first == JPEG) {
            return ofJpeg(stream);
        }
        if (first == LITTLE_ENDIAN || first == BIG_ENDIAN) {
            return ofTiff(stream, start, Long.MAX_VALUE);
        }
        stream.seek(start);
        return stream.readInt() == PNG ? ofPng(stream, start) : UPRIGHT;
    }

    private static Orientation ofJpeg(ImageInputStream stream) throws IOException {
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            int marker = stream.readUnsignedShort();
            long segment = stream.getStreamPosition();
            int length = stream.readUnsignedShort();
            if (marker == JPEG_SCAN || marker >>> 8 != 0xFF) {
                return UPRIGHT;
            }
            if (marker == JPEG_APP1 && stream.readInt() == EXIF) {
                stream.readUnsignedShort();
                return ofTiff(stream, stream.getStreamPosition(), segment + length);
            }
            stream.seek(segment + length);
        }
        return UPRIGHT;
    }

    private static Orientation ofPng(ImageInputStream stream, long start) throws IOException {
        stream.seek(start + PNG_SIGNATURE_LENGTH);
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            long length = stream.readUnsignedInt();
            int type = stream.readInt();
            if (type == PNG_EXIF) {
                long data = stream.getStreamPosition();
                return ofTiff(stream, data, data + length);
            }
            if (type == PNG_DATA) {
                return UPRIGHT;
            }
            stream.seek(stream.getStreamPosition() + length + Integer.BYTES);
        }
        return UPRIGHT;
    }

    /** Of the first directory of a TIFF structure, which EXIF data is one of; what is at or beyond the end is not part of it. */
    private static Orientation ofTiff(ImageInputStream stream, long start, long end) throws IOException {
        stream.seek(start);
        boolean little = stream.readUnsignedShort() == LITTLE_ENDIAN;
        stream.setByteOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        stream.readUnsignedShort();
        stream.seek(start + stream.readUnsignedInt());
        if (stream.getStreamPosition() + Short.BYTES > end) {
            return UPRIGHT;
        }
        int entries = Math.min(MOST_ENTRIES, stream.readUnsignedShort());
        for (int i = 0; i < entries && stream.getStreamPosition() + ENTRY_LENGTH <= end; i++) {
            int tag = stream.readUnsignedShort();
            int type = stream.readUnsignedShort();
            stream.readInt();
            int value = stream.readUnsignedShort();
            stream.readUnsignedShort();
            if (tag == TAG) {
                return type == TYPE_SHORT && value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Turns and mirrors an image so that it is upright. */
    GreyImage upright(GreyImage stored) {
        if (value == 1) {
            return stored;
        }
        boolean turned = value > 4;
        int width = turned ? stored.height() : stored.width();
        int height = turned ? stored.width() : stored.height();
        byte[] levels = new byte[stored.levels().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = stored.levels()[index(x, y, stored)];
            }
        }
        return new GreyImage(width, height, levels);
    }

    private int index(int x, int y, GreyImage stored) {
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        int column =
                switch (value) {
                    case 2, 3 -> right - x;
                    case 4 -> x;
                    case 5, 6 -> y;
                    default -> right - y;
                };
        int row =
                switch (value) {
                    case 2 -> y;
                    case 3, 4 -> bottom - y;
                    case 5, 8 -> x;
                    default -> bottom - x;
                };
        return row * stored.width() + column;
    }
}
