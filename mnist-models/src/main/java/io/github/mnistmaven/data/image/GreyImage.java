package io.github.mnistmaven.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * An image as grey levels from 0 (black) to 255 (white).
 *
 * @param width in pixels
 * @param height in pixels
 * @param levels width times height unsigned bytes, row by row from the top left
 */
record GreyImage(int width, int height, byte[] levels) {

    static final int WHITE = 255;

    /** No writing is longer, in times of its height. */
    static final int MOST_ELONGATED = 50;

    /** Whether an image is so long and thin that looking for digits in it would take long. */
    static boolean isStrip(long width, long height) {
        return Math.max(width, height) > MOST_ELONGATED * Math.min(width, height);
    }

    /** The grey levels of an image, with the background shining through where it is transparent. */
    static GreyImage of(BufferedImage image) {
        try {
            GreyImage opaque = new GreyImage(image.getWidth(), image.getHeight(), levels(image));
            return image.getColorModel().hasAlpha()
                    ? new TransparentImage(opaque, alpha(image)).onItsBackground()
                    : opaque;
        } catch (ArrayIndexOutOfBoundsException | ClassCastException | ArithmeticException e) {
            // Java's colour models fail in these ways where samples are not in the range that their type promises.
            throw new UnreadablePictureException(
                    "the image has pixels of a kind that cannot be converted to grey levels (%s); save it with 8 bits per channel"
                            .formatted(image.getColorModel()),
                    e);
        }
    }

    private static byte[] levels(BufferedImage image) {
        if (hasNoFixedRange(image)) {
            return stretched(image.getRaster());
        }
        return isGrey(image) ? storedLevels(image) : eachPixel(image, Channel.of(image)::level);
    }

    /** Numbers that are not unsigned bytes or shorts may be anything: black is the least of them, white the greatest. */
    private static boolean hasNoFixedRange(BufferedImage image) {
        int type = image.getColorModel().getTransferType();
        return image.getColorModel() instanceof ComponentColorModel
                && (type == DataBuffer.TYPE_SHORT
                        || type == DataBuffer.TYPE_INT
                        || type == DataBuffer.TYPE_FLOAT
                        || type == DataBuffer.TYPE_DOUBLE);
    }

    private static byte[] stretched(Raster raster) {
        int width = raster.getWidth();
        double[] sums = new double[width * raster.getHeight()];
        double[] row = new double[width];
        int colours = Math.min(3, raster.getNumBands());
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < colours; band++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
                for (int x = 0; x < width; x++) {
                    sums[y * width + x] += Double.isFinite(row[x]) ? row[x] : 0;
                }
            }
        }
        double least = Arrays.stream(sums).min().orElseThrow();
        double range = Arrays.stream(sums).max().orElseThrow() - least;
        byte[] levels = new byte[sums.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (range > 0 ? Math.round(WHITE * ((sums[i] - least) / range)) : 0);
        }
        return levels;
    }

    int level(int index) {
        return Byte.toUnsignedInt(levels[index]);
    }

    /** Of the first and last rows and columns; corners count twice. */
    IntStream borderIndices() {
        int last = width * (height - 1);
        return IntStream.concat(
                IntStream.range(0, width).flatMap(column -> IntStream.of(column, last + column)),
                IntStream.range(0, height).flatMap(row -> IntStream.of(row * width, row * width + width - 1)));
    }

    private static boolean isGrey(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return !(model instanceof IndexColorModel)
                && !model.isAlphaPremultiplied()
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
    }

    /** Not by {@code getRGB}, which takes stored grey for linear light and brightens it. */
    private static byte[] storedLevels(BufferedImage image) {
        return band(image.getRaster(), 0, image.getColorModel().getComponentSize(0));
    }

    private static byte[] alpha(BufferedImage image) {
        Raster raster = image.getAlphaRaster();
        if (raster == null || ArgbRows.isQuick(image)) {
            return eachPixel(image, argb -> argb >>> 24);
        }
        ColorModel model = image.getColorModel();
        return band(raster, 0, model.getComponentSize(model.getNumComponents() - 1));
    }

    private static byte[] band(Raster raster, int band, int bits) {
        int width = raster.getWidth();
        byte[] levels = new byte[width * raster.getHeight()];
        if (bits == Byte.SIZE && raster.getTransferType() == DataBuffer.TYPE_BYTE && raster.getNumDataElements() == 1) {
            raster.getDataElements(raster.getMinX(), raster.getMinY(), width, raster.getHeight(), levels);
            return levels;
        }
        int most = (1 << bits) - 1;
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) ((row[x] * WHITE + most / 2) / most);
            }
        }
        return levels;
    }

    private static byte[] eachPixel(BufferedImage image, IntUnaryOperator level) {
        int width = image.getWidth();
        byte[] levels = new byte[width * image.getHeight()];
        ArgbRows rows = ArgbRows.of(image);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) level.applyAsInt(row[x]);
            }
        }
        return levels;
    }
}
