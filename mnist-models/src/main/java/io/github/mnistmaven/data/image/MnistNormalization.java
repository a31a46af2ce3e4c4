package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitSet;

/**
 * What was done to the images of MNIST, see {@link DigitPicture}: ink cropped, scaled into a square box with its aspect
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

    /** Normalizes ink of 0 to 1, of which there is some; returns 784 grey levels. */
    static byte[] of(Plane ink) {
        return centred(scaled(ink, BOX));
    }

    /** Each pixel of the result is the mean over the area of the ink's box that it covers; where that is less than a pixel, it is interpolated. */
    static Plane scaled(Plane ink, int side) {
        Box box = inked(ink);
        double scale = scale(box, side);
        Plane scaled = new Plane(Math.max(1, (int) Math.round(box.width() * scale)), Math.max(1, (int)
                Math.round(box.height() * scale)));
        if (scale <= 1) {
            takeMeans(ink, box, scaled);
            return scaled;
        }
        for (int row = 0; row < scaled.height(); row++) {
            for (int column = 0; column < scaled.width(); column++) {
                scaled.values()[row * scaled.width() + column] =
                        (float) interpolated(ink, box, (row + 0.5) / scale - 0.5, (column + 0.5) / scale - 0.5);
            }
        }
        return scaled;
    }

    /** How many pixels {@link #scaled} makes of one. */
    static double scale(Plane ink, int side) {
        return scale(inked(ink), side);
    }

    private static double scale(Box box, int side) {
        return (double) side / Math.max(box.width(), box.height());
    }

    /** Between pixels, where the image is smaller than what is made of it: squares would be no strokes. */
    private static double interpolated(Plane ink, Box box, double row, double column) {
        double y = box.top() + Math.min(box.height() - 1.0, Math.max(0, row));
        double x = box.left() + Math.min(box.width() - 1.0, Math.max(0, column));
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(box.bottom() - 1, top + 1);
        int right = Math.min(box.right() - 1, left + 1);
        double down = y - top;
        double along = x - left;
        return (1 - down) * ((1 - along) * ink.at(left, top) + along * ink.at(right, top))
                + down * ((1 - along) * ink.at(left, bottom) + along * ink.at(right, bottom));
    }

    private static Box inked(Plane ink) {
        int left = ink.width();
        int right = -1;
        int top = ink.height();
        int bottom = -1;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y) >= FAINT) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (bottom < 0) {
            throw new UnreadablePictureException(
                    "the image shows strokes that are too thin or too faint to be read; write with a broader pen, or take the picture from closer");
        }
        return new Box(left, top, right - left + 1, bottom - top + 1);
    }

    /** Means over rectangles of the box, with pixels that are cut counted by the part in them. */
    private static void takeMeans(Plane ink, Box box, Plane scaled) {
        Covering[] columns = Covering.of(box.width(), scaled.width());
        Covering[] rows = Covering.of(box.height(), scaled.height());
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < columns.length; x++) {
                double sum = 0;
                for (int row = 0; row < rows[y].parts.length; row++) {
                    double tall = rows[y].parts[row];
                    int start =
                            (box.top() + Math.min(rows[y].first + row, box.height() - 1)) * ink.width() + box.left();
                    double[] parts = columns[x].parts;
                    for (int column = 0; column < parts.length; column++) {
                        int at = start + Math.min(columns[x].first + column, box.width() - 1);
                        sum += tall * parts[column] * ink.values()[at];
                    }
                }
                scaled.values()[y * scaled.width() + x] = (float) (sum / (rows[y].length * columns[x].length));
            }
        }
    }

    /**
     * The pixels along one side of the box that one pixel of the result covers.
     *
     * @param first of them
     * @param parts how much of each is covered
     * @param length of them together
     */
    private record Covering(int first, double[] parts, double length) {

        static Covering[] of(int pixels, int scaled) {
            Covering[] all = new Covering[scaled];
            for (int i = 0; i < scaled; i++) {
                double start = (double) i * pixels / scaled;
                double end = (double) (i + 1) * pixels / scaled;
                int first = (int) start;
                double[] parts = new double[(int) Math.ceil(end) - first];
                for (int k = 0; k < parts.length; k++) {
                    parts[k] = Math.min(first + k + 1.0, end) - Math.max(first + k, start);
                }
                all[i] = new Covering(first, parts, end - start);
            }
            return all;
        }
    }

    private static byte[] centred(Plane scaled) {
        double mass = 0;
        double rowMoment = 0;
        double columnMoment = 0;
        double most = 0;
        for (int row = 0; row < scaled.height(); row++) {
            for (int column = 0; column < scaled.width(); column++) {
                double ink = scaled.at(column, row);
                mass += ink;
                rowMoment += row * ink;
                columnMoment += column * ink;
                most = Math.max(most, ink);
            }
        }
        int top = shift(rowMoment / mass, DigitSet.ROWS - scaled.height());
        int left = shift(columnMoment / mass, DigitSet.COLUMNS - scaled.width());
        byte[] pixels = new byte[DigitSet.PIXELS];
        for (int row = 0; row < scaled.height(); row++) {
            for (int column = 0; column < scaled.width(); column++) {
                pixels[(top + row) * DigitSet.COLUMNS + left + column] =
                        (byte) Math.round(GreyImage.WHITE * scaled.at(column, row) / most);
            }
        }
        return pixels;
    }

    /** A very uneven digit stays within the image rather than at the centre. */
    private static int shift(double centreOfMass, int most) {
        return (int) Math.min(most, Math.max(0, Math.round(CENTRE - centreOfMass)));
    }
}
