package io.github.mnistmaven.data.embedded;

import java.util.Arrays;
import java.util.List;

/**
 * Paper of 20x20 pixels. How grey a pixel becomes follows from its distance to the nearest edge of the ink, so strokes that
 * cross do not darken each other.
 */
final class Canvas {

    /** The width, in pixels, over which an edge goes from paper to ink. */
    private static final double SOFTNESS = 1.1;

    private static final int SIDE = Frame.BOX;

    /** How deep in the ink each pixel's centre lies, in pixels; below 0 outside. */
    private final double[] depth = new double[SIDE * SIDE];

    private Canvas() {
        Arrays.fill(depth, -SOFTNESS);
    }

    /** The grey levels of the traces, row by row. */
    static byte[] drawn(List<Trace> traces) {
        Canvas canvas = new Canvas();
        for (Trace trace : traces) {
            for (int i = 1; i < trace.radii().length; i++) {
                canvas.draw(
                        trace.line().get(i - 1),
                        trace.radii()[i - 1],
                        trace.line().get(i),
                        trace.radii()[i]);
            }
        }
        return canvas.grey();
    }

    private void draw(Point from, double fromRadius, Point to, double toRadius) {
        double far = Math.max(fromRadius, toRadius) + SOFTNESS;
        int left = (int) Math.max(0, Math.floor(Math.min(from.x(), to.x()) - far));
        int right = (int) Math.min(SIDE - 1, Math.floor(Math.max(from.x(), to.x()) + far));
        int top = (int) Math.max(0, Math.floor(Math.min(from.y(), to.y()) - far));
        int bottom = (int) Math.min(SIDE - 1, Math.floor(Math.max(from.y(), to.y()) + far));
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = Math.max(1e-12, dx * dx + dy * dy);
        for (int row = top; row <= bottom; row++) {
            double y = row + 0.5 - from.y();
            for (int column = left; column <= right; column++) {
                double x = column + 0.5 - from.x();
                double share = Math.max(0, Math.min(1, (x * dx + y * dy) / square));
                double offX = x - share * dx;
                double offY = y - share * dy;
                double radius = fromRadius + share * (toRadius - fromRadius);
                double inside = radius - Math.sqrt(offX * offX + offY * offY);
                int pixel = row * SIDE + column;
                depth[pixel] = Math.max(depth[pixel], inside);
            }
        }
    }

    private byte[] grey() {
        byte[] grey = new byte[depth.length];
        for (int i = 0; i < depth.length; i++) {
            double ink = Math.max(0, Math.min(1, 0.5 + depth[i] / SOFTNESS));
            grey[i] = (byte) Math.rint(255 * ink);
        }
        return grey;
    }
}
