package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * The greatest value within a distance. The window grows by doubling: the greatest of twice as many values is the greater of two that are
 * known. Each step is one pass over all values, which processors do many at a time.
 */
final class RunningMaximum {

    private RunningMaximum() {}

    /** Of each value and those up to a radius before and behind it. */
    static float[] ofLine(float[] values, int radius) {
        float[] padded = new float[values.length + 2 * radius];
        Arrays.fill(padded, Float.NEGATIVE_INFINITY);
        System.arraycopy(values, 0, padded, radius, values.length);
        return Arrays.copyOf(ofWindows(padded, 2 * radius + 1, 1), values.length);
    }

    /** Of a square around each value, which reaches up to a radius to each side. */
    static Plane ofSquares(Plane plane, int radius) {
        int width = plane.width();
        int window = 2 * radius + 1;
        // What is beyond a side is never the greatest, so rows may follow each other with one gap between them.
        int stride = width + radius;
        float[] padded = new float[radius + stride * plane.height() + radius];
        Arrays.fill(padded, Float.NEGATIVE_INFINITY);
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(plane.values(), y * width, padded, radius + y * stride, width);
        }
        float[] along = ofWindows(padded, window, 1);
        float[] rows = new float[width * (plane.height() + 2 * radius)];
        Arrays.fill(rows, Float.NEGATIVE_INFINITY);
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(along, y * stride, rows, (radius + y) * width, width);
        }
        return new Plane(width, plane.height(), Arrays.copyOf(ofWindows(rows, window, width), plane.values().length));
    }

    /** Of each value and those behind it, a step apart; the last ones, which have too few behind them, are of no use. */
    private static float[] ofWindows(float[] values, int window, int step) {
        float[] greatest = values;
        int known = 1;
        while (known < window) {
            int more = Math.min(known, window - known);
            greatest = greaterOf(greatest, more * step);
            known += more;
        }
        return greatest;
    }

    private static float[] greaterOf(float[] values, int distance) {
        float[] greater = new float[values.length];
        int count = Math.max(0, values.length - distance);
        for (int i = 0; i < count; i++) {
            greater[i] = Math.max(values[i], values[i + distance]);
        }
        return greater;
    }
}
