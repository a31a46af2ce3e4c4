package io.github.mnistmaven.data.image;

import java.util.List;
import java.util.stream.Stream;

/**
 * The same digit as several hands might have written it: each normalized as the images of MNIST were. A model that reads them all as the
 * same digit can be trusted more than one that does not, and their mean is right more often than one of them alone.
 */
final class Renderings {

    /** The side of the box in which they are made: so fine that nothing of a stroke is lost in a box of 20 pixels. */
    private static final int FINE = 60;

    private static final int MARGIN = 10;

    /** Thinner strokes, in pixels of the fine box, would break or vanish when they are scaled into it. */
    private static final double LEAST_FINE_STROKE = 2;

    /** Pixels of the fine box for one of MNIST's. */
    private static final double FINENESS = (double) FINE / MnistNormalization.BOX;

    /** A tenth of MNIST's training digits have thinner strokes, in pixels of MNIST. */
    private static final double LEAST_STROKE = 1.7;

    /** A tenth have thicker ones. */
    private static final double MOST_STROKE = 3.2;

    /** In radians: 8 degrees. */
    private static final double TURN = Math.toRadians(8);

    /** Columns for each row. */
    private static final double SLANT = 0.15;

    /** How much thicker or thinner another pen is, in pixels of MNIST. */
    private static final double OTHER_PEN = 0.8;

    private Renderings() {}

    /** From ink of 0 to 1; the first one is the digit as it is, but for strokes that are far too thin or too thick. */
    static List<byte[]> of(Plane ink) {
        Plane fine = padded(MnistNormalization.scaled(withoutHairlines(ink), FINE));
        StrokeField field = StrokeField.of(fine);
        double width = field.strokeWidth() / FINENESS;
        double usualWidth = usual(width);
        Plane usual = usualWidth == width ? fine : withStrokes(field, width, usualWidth);
        double cosine = Math.cos(TURN);
        double sine = Math.sin(TURN);
        return Stream.of(
                        usualWidth == width ? ink : usual,
                        moved(usual, cosine, -sine, sine, cosine),
                        moved(usual, cosine, sine, -sine, cosine),
                        moved(usual, 1, SLANT, 0, 1),
                        moved(usual, 1, -SLANT, 0, 1),
                        withStrokes(field, width, usual(usualWidth + OTHER_PEN)),
                        withStrokes(field, width, usual(usualWidth - OTHER_PEN)))
                .map(MnistNormalization::of)
                .toList();
    }

    /** What a very fine pen wrote, as a broader one would have written it. */
    private static Plane withoutHairlines(Plane ink) {
        double scale = MnistNormalization.scale(ink, FINE);
        double missing = LEAST_FINE_STROKE / scale - StrokeField.strokeWidth(ink);
        return missing > 0 ? ink.dilated((int) Math.ceil(missing / 2)) : ink;
    }

    private static double usual(double width) {
        return Math.min(MOST_STROKE, Math.max(LEAST_STROKE, width));
    }

    /** Each of the two edges of a stroke is moved by half of the difference. */
    private static Plane withStrokes(StrokeField field, double width, double wanted) {
        return field.grown((wanted - width) * FINENESS / 2);
    }

    private static Plane padded(Plane plane) {
        Plane padded = new Plane(plane.width() + 2 * MARGIN, plane.height() + 2 * MARGIN);
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(
                    plane.values(),
                    y * plane.width(),
                    padded.values(),
                    (y + MARGIN) * padded.width() + MARGIN,
                    plane.width());
        }
        return padded;
    }

    /** By a linear transformation about the middle, which gives for each pixel where its ink comes from. */
    private static Plane moved(Plane plane, double xx, double xy, double yx, double yy) {
        Plane moved = new Plane(plane.width(), plane.height());
        double middleX = (plane.width() - 1) / 2.0;
        double middleY = (plane.height() - 1) / 2.0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                double fromX = middleX + xx * (x - middleX) + xy * (y - middleY);
                double fromY = middleY + yx * (x - middleX) + yy * (y - middleY);
                moved.values()[y * plane.width() + x] = interpolated(plane, fromX, fromY);
            }
        }
        return moved;
    }

    private static float interpolated(Plane plane, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= plane.width() - 1 || row >= plane.height() - 1) {
            return 0;
        }
        double along = x - column;
        double down = y - row;
        int at = row * plane.width() + column;
        float[] values = plane.values();
        return (float) ((1 - down) * ((1 - along) * values[at] + along * values[at + 1])
                + down * ((1 - along) * values[at + plane.width()] + along * values[at + plane.width() + 1]));
    }
}
