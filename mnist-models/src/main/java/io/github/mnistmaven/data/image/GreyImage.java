package io.github.mnistmaven.data.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
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

    /** Less is paper grain or the noise of a camera, not ink. */
    private static final int LEAST_CONTRAST = 32;

    /** The grey levels of an image, with the background shining through where it is transparent. */
    static GreyImage of(BufferedImage image) {
        byte[] levels = isGrey(image) ? storedLevels(image) : luminances(image);
        GreyImage opaque = new GreyImage(image.getWidth(), image.getHeight(), levels);
        return image.getColorModel().hasAlpha() ? new TransparentImage(opaque, alpha(image)).onItsBackground() : opaque;
    }

    /**
     * This image with its ink lighter than its background: the middle level of the border is the background, and the level
     * farthest from it is ink.
     *
     * @throws IllegalArgumentException if there is no ink
     */
    GreyImage withLightInk() {
        Histogram all = Histogram.of(levels);
        int background = border().quantile(0.5);
        int darkest = all.quantile(0);
        int lightest = all.quantile(1);
        if (Math.max(background - darkest, lightest - background) < LEAST_CONTRAST) {
            throw new IllegalArgumentException(
                    "the image of %dx%d pixels shows no digit: its grey levels are %d to %d of 0 to 255, and ink has to differ from the background by %d; give one with more contrast"
                            .formatted(width, height, darkest, lightest, LEAST_CONTRAST));
        }
        return background - darkest > lightest - background ? inverted() : this;
    }

    int level(int index) {
        return Byte.toUnsignedInt(levels[index]);
    }

    /** The levels of the first and last rows and columns. */
    Histogram border() {
        return Histogram.of(borderIndices().map(this::level));
    }

    /** Corners count twice. */
    IntStream borderIndices() {
        int last = width * (height - 1);
        return IntStream.concat(
                IntStream.range(0, width).flatMap(column -> IntStream.of(column, last + column)),
                IntStream.range(0, height).flatMap(row -> IntStream.of(row * width, row * width + width - 1)));
    }

    private GreyImage inverted() {
        byte[] inverted = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            inverted[i] = (byte) (WHITE - level(i));
        }
        return new GreyImage(width, height, inverted);
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
        if (raster == null) {
            return eachPixel(image, argb -> argb >>> 24);
        }
        ColorModel model = image.getColorModel();
        return band(raster, 0, model.getComponentSize(model.getNumComponents() - 1));
    }

    private static byte[] band(Raster raster, int band, int bits) {
        int width = raster.getWidth();
        int most = (1 << bits) - 1;
        byte[] levels = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) ((row[x] * WHITE + most / 2) / most);
            }
        }
        return levels;
    }

    /** Luma as ITU-R BT.601 weighs it; grey stays exactly as it is. */
    private static byte[] luminances(BufferedImage image) {
        return eachPixel(
                image,
                argb -> (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF) + 500) / 1000);
    }

    private static byte[] eachPixel(BufferedImage image, IntUnaryOperator level) {
        int width = image.getWidth();
        byte[] levels = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) level.applyAsInt(row[x]);
            }
        }
        return levels;
    }
}
