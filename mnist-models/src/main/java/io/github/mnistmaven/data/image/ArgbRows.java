package io.github.mnistmaven.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The colours of an image's pixels, row by row: what {@link BufferedImage#getRGB} gives, several times as fast for what usual files are decoded to. */
final class ArgbRows {

    private static final int OPAQUE = 0xFF000000;

    private final BufferedImage image;
    private final RowReader reader;

    private ArgbRows(BufferedImage image, RowReader reader) {
        this.image = image;
        this.reader = reader;
    }

    private interface RowReader {

        void read(int y, int[] row);
    }

    static ArgbRows of(BufferedImage image) {
        return new ArgbRows(
                image,
                switch (image.getType()) {
                    case BufferedImage.TYPE_3BYTE_BGR -> bytes(image.getRaster(), 3);
                    case BufferedImage.TYPE_4BYTE_ABGR -> bytes(image.getRaster(), 4);
                    case BufferedImage.TYPE_INT_RGB -> words(image.getRaster(), OPAQUE);
                    case BufferedImage.TYPE_INT_ARGB -> words(image.getRaster(), 0);
                    default -> isPalette(image) ? palette(image) : null;
                });
    }

    /** Whether all of a pixel is read at about the price of one of its samples. */
    static boolean isQuick(BufferedImage image) {
        return of(image).reader != null;
    }

    private static boolean isPalette(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
                && image.getRaster().getNumDataElements() == 1;
    }

    private static RowReader bytes(Raster raster, int samples) {
        byte[] all = new byte[samples * raster.getWidth()];
        return (y, row) -> {
            raster.getDataElements(0, y, row.length, 1, all);
            for (int x = 0; x < row.length; x++) {
                int at = samples * x;
                int alpha = samples == 4 ? all[at + 3] << 24 : OPAQUE;
                row[x] = alpha | (all[at] & 0xFF) << 16 | (all[at + 1] & 0xFF) << 8 | all[at + 2] & 0xFF;
            }
        };
    }

    private static RowReader words(Raster raster, int alpha) {
        return (y, row) -> {
            raster.getDataElements(0, y, row.length, 1, row);
            for (int x = 0; x < row.length; x++) {
                row[x] |= alpha;
            }
        };
    }

    private static RowReader palette(BufferedImage image) {
        IndexColorModel model = (IndexColorModel) image.getColorModel();
        // A damaged file may have pixels beyond its palette.
        int[] colours = new int[1 << Byte.SIZE];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i < model.getMapSize() ? model.getRGB(i) : 0;
        }
        byte[] all = new byte[image.getWidth()];
        return (y, row) -> {
            image.getRaster().getDataElements(0, y, row.length, 1, all);
            for (int x = 0; x < row.length; x++) {
                row[x] = colours[all[x] & 0xFF];
            }
        };
    }

    /** Reads the pixels of a row, as {@code 0xAARRGGBB}. */
    void read(int y, int[] row) {
        if (reader == null) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
        } else {
            reader.read(y, row);
        }
    }
}
