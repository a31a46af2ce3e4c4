package io.github.mnistmaven.data.image;

/**
 * Pixels of ink that hang together.
 *
 * @param label the number that its pixels have in {@link Shapes}
 * @param box around it
 * @param area in pixels
 * @param perimeter sides of its pixels at which the ink ends
 * @param contrast of its darker half, in grey levels
 * @param edgeSupport see {@link Shapes#edgeSupport}; 1 until it is measured
 */
record Shape(int label, Box box, int area, int perimeter, double contrast, double edgeSupport) {

    /** The mean length of a slanted edge's horizontal and vertical steps, for each pixel of its length. */
    private static final double STEPS = 1.2;

    /** Twice the area by the length of the edge: the width of a long stroke, and half the side of a square. */
    double strokeWidth() {
        return strokeWidth(area, perimeter);
    }

    /** The same of any ink; of none, 0. */
    static double strokeWidth(int area, int perimeter) {
        return 2.0 * area * STEPS / Math.max(1, perimeter);
    }

    Shape withEdgeSupport(double measured) {
        return new Shape(label, box, area, perimeter, contrast, measured);
    }

    /** How much of the box it fills. */
    double fill() {
        return (double) area / ((double) box.width() * box.height());
    }
}
