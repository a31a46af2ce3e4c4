package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitSet;

/**
 * What was done to the images of MNIST, see {@link DigitImage}: ink cropped, scaled into a square box with its aspect
 * ratio preserved, and shifted by whole pixels until its centre of mass lies within half a pixel of row 14 and column
 * 14. Two things
 * are as found in the published images: the shift is whole, and the most inked pixel is full ink.
 */
final class MnistNormalization {

    /** The side of the box that the ink fits, in pixels. */
    static final int BOX = 20;

    /** Row and column, counted from 0, of the centre of mass. */
    private static final int CENTRE = DigitSet.ROWS / 2;

    /** Where the image is less inked than this, of 1, it is not worth a row or column of the box. */
    private static final double FAINT = 0.125;

    private MnistNormalization() {}

    /** Normalizes an image whose ink is lighter than its background; returns 784 grey levels. */
    static byte[] of(GreyImage image) {
        double[] ink = inkOfLevel(image);
        return centred(scaled(image, ink, InkBox.of(image, level -> ink[level] >= FAINT)));
    }

    /**
     * How much ink each grey level stands for, 0 to 1. None up to the levels of an uneven background, all from the
     * middle
     * level of the stroke's inner part on.
     */
    private static double[] inkOfLevel(GreyImage image) {
        Histogram border = image.border();
        Histogram all = Histogram.of(image.levels());
        int background = border.quantile(0.5);
        int lightest = all.quantile(1);
        int halfWay = (background + lightest) / 2;
        // Three times the upper quartile's distance holds nearly all of an even gradient and of normal noise.
        int none = Math.min(halfWay, background + 3 * (border.quantile(0.75) - background));
        int full = Math.max(none + 1, all.above(halfWay).quantile(0.5));
        double[] ink = new double[GreyImage.WHITE + 1];
        for (int level = 0; level < ink.length; level++) {
            ink[level] = Math.min(1, Math.max(0, (level - none) / (double) (full - none)));
        }
        return ink;
    }

    /** Each pixel of the result is the mean over the area of the image that it covers. */
    private static double[][] scaled(GreyImage image, double[] ink, InkBox box) {
        double scale = (double) BOX / Math.max(box.width(), box.height());
        int width = Math.max(1, (int) Math.round(box.width() * scale));
        int height = Math.max(1, (int) Math.round(box.height() * scale));
        double[][] scaled = new double[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                scaled[row][column] =
                        box.mean(image, ink, new InkBox.Part(row, height), new InkBox.Part(column, width));
            }
        }
        return scaled;
    }

    private static byte[] centred(double[][] scaled) {
        double mass = 0;
        double rowMoment = 0;
        double columnMoment = 0;
        double most = 0;
        for (int row = 0; row < scaled.length; row++) {
            for (int column = 0; column < scaled[row].length; column++) {
                mass += scaled[row][column];
                rowMoment += row * scaled[row][column];
                columnMoment += column * scaled[row][column];
                most = Math.max(most, scaled[row][column]);
            }
        }
        int top = shift(rowMoment / mass, DigitSet.ROWS - scaled.length);
        int left = shift(columnMoment / mass, DigitSet.COLUMNS - scaled[0].length);
        byte[] pixels = new byte[DigitSet.PIXELS];
        for (int row = 0; row < scaled.length; row++) {
            for (int column = 0; column < scaled[row].length; column++) {
                pixels[(top + row) * DigitSet.COLUMNS + left + column] =
                        (byte) Math.round(GreyImage.WHITE * scaled[row][column] / most);
            }
        }
        return pixels;
    }

    /** A very uneven digit stays within the image rather than at the centre. */
    private static int shift(double centreOfMass, int most) {
        return (int) Math.min(most, Math.max(0, Math.round(CENTRE - centreOfMass)));
    }
}
