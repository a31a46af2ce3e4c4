package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * How far inside or outside of the ink each pixel is, from which the same writing with a thicker or a thinner pen follows.
 *
 * @param distance to the edge of the ink in pixels, positive inside
 * @param strokeWidth in pixels
 */
record StrokeField(Plane distance, double strokeWidth) {

    private static final float HALF = 0.5f;

    /** Farther than this, in pixels, no pen is made thicker or thinner. */
    private static final int REACH = 9;

    static StrokeField of(Plane ink) {
        Plane inside = distances(ink, true);
        Plane outside = distances(ink, false);
        for (int at = 0; at < ink.values().length; at++) {
            // The edge itself runs between two pixels, or through one that is partly inked.
            inside.values()[at] = ink.values()[at] >= HALF ? inside.values()[at] - HALF : HALF - outside.values()[at];
        }
        return new StrokeField(inside, strokeWidth(ink));
    }

    /** The mean width of the strokes of ink, in pixels; 0 where none of it is at least half inked. */
    static double strokeWidth(Plane ink) {
        int area = 0;
        int perimeter = 0;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y) >= HALF) {
                    area++;
                    perimeter += (isInk(ink, x - 1, y) ? 0 : 1)
                            + (isInk(ink, x + 1, y) ? 0 : 1)
                            + (isInk(ink, x, y - 1) ? 0 : 1)
                            + (isInk(ink, x, y + 1) ? 0 : 1);
                }
            }
        }
        return Shape.strokeWidth(area, perimeter);
    }

    private static boolean isInk(Plane ink, int x, int y) {
        return x >= 0 && y >= 0 && x < ink.width() && y < ink.height() && ink.at(x, y) >= HALF;
    }

    /** To the nearest pixel of the other kind, as far as there is one within reach. */
    private static Plane distances(Plane ink, boolean fromInk) {
        int width = ink.width();
        int height = ink.height();
        int[] along = new int[width * height];
        for (int y = 0; y < height; y++) {
            squaresAlong(ink, y, fromInk, along);
        }
        // Beyond the plane is background.
        int beyond = fromInk ? 0 : REACH * REACH;
        int[] squares = new int[width];
        Plane distances = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            Arrays.fill(squares, REACH * REACH);
            for (int by = -REACH + 1; by < REACH; by++) {
                int row = (y + by) * width;
                boolean isWithin = y + by >= 0 && y + by < height;
                for (int x = 0; x < width; x++) {
                    squares[x] = Math.min(squares[x], (isWithin ? along[row + x] : beyond) + by * by);
                }
            }
            for (int x = 0; x < width; x++) {
                distances.values()[y * width + x] = (float) Math.sqrt(squares[x]);
            }
        }
        return distances;
    }

    /** The squares of the distances within one row. */
    private static void squaresAlong(Plane ink, int y, boolean fromInk, int[] along) {
        int width = ink.width();
        int start = y * width;
        int near = fromInk ? 0 : REACH;
        for (int x = 0; x < width; x++) {
            boolean isOther = ink.values()[start + x] >= HALF != fromInk;
            near = isOther ? 0 : Math.min(REACH, near + 1);
            along[start + x] = near;
        }
        near = fromInk ? 0 : REACH;
        for (int x = width - 1; x >= 0; x--) {
            near = Math.min(along[start + x], near + 1);
            along[start + x] = near * near;
        }
    }

    /**
     * The ink with each edge moved outwards by some pixels, or inwards if negative: but no farther than half of the way to the middle
     * of the thickest stroke, so that something is left.
     */
    Plane grown(double by) {
        float deepest = 0;
        for (float depth : distance.values()) {
            deepest = Math.max(deepest, depth);
        }
        double bounded = Math.min(REACH / 2, Math.max(-deepest / 2, by));
        Plane grown = new Plane(distance.width(), distance.height());
        for (int i = 0; i < grown.values().length; i++) {
            grown.values()[i] = (float) Math.min(1, Math.max(0, distance.values()[i] + bounded + HALF));
        }
        return grown;
    }
}
