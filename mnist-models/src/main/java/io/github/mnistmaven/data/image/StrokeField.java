package io.github.mnistmaven.data.image;

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
            for (int x = 0; x < width; x++) {
                int near = REACH;
                for (int by = 0; by < near; by++) {
                    if (isOther(ink, x - by, y, fromInk) || isOther(ink, x + by, y, fromInk)) {
                        near = by;
                    }
                }
                along[y * width + x] = near * near;
            }
        }
        Plane distances = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int square = REACH * REACH;
                for (int by = -REACH + 1; by < REACH; by++) {
                    boolean within = y + by >= 0 && y + by < height;
                    int across = within ? along[(y + by) * width + x] : fromInk ? 0 : REACH * REACH;
                    square = Math.min(square, across + by * by);
                }
                distances.values()[y * width + x] = (float) Math.sqrt(square);
            }
        }
        return distances;
    }

    /** Beyond the plane is background. */
    private static boolean isOther(Plane ink, int x, int y, boolean fromInk) {
        if (x < 0 || x >= ink.width()) {
            return fromInk;
        }
        return ink.at(x, y) >= HALF != fromInk;
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
