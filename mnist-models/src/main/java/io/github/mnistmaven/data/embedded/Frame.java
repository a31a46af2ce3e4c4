package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import java.util.List;

/**
 * Size and place as in MNIST (LeCun, Bottou, Bengio and Haffner, 1998): the digit, its proportions kept, fills a box of
 * 20x20 pixels; the box is moved by whole pixels until the centre of the ink's mass is that of the image.
 */
final class Frame {

    /** The side of the box that the digit fills, in pixels. */
    static final int BOX = 20;

    private Frame() {}

    /** The traces in pixels of a box whose top left corner is 0,0. */
    static List<Trace> fitted(List<Trace> traces) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Trace trace : traces) {
            for (int i = 0; i < trace.radii().length; i++) {
                Point point = trace.line().get(i);
                double radius = trace.radii()[i];
                left = Math.min(left, point.x() - radius);
                top = Math.min(top, point.y() - radius);
                right = Math.max(right, point.x() + radius);
                bottom = Math.max(bottom, point.y() + radius);
            }
        }
        double scale = BOX / Math.max(right - left, bottom - top);
        double dx = BOX / 2.0 - scale * (left + right) / 2;
        double dy = BOX / 2.0 - scale * (top + bottom) / 2;
        return traces.stream().map(trace -> moved(trace, scale, dx, dy)).toList();
    }

    private static Trace moved(Trace trace, double scale, double dx, double dy) {
        double[] radii = trace.radii().clone();
        for (int i = 0; i < radii.length; i++) {
            radii[i] *= scale;
        }
        List<Point> line = trace.line().stream()
                .map(point -> new Point(scale * point.x() + dx, scale * point.y() + dy))
                .toList();
        return new Trace(line, radii);
    }

    /** The image of 28x28 pixels with the box in it, centred by mass. */
    static byte[] centred(byte[] box) {
        long mass = 0;
        long across = 0;
        long down = 0;
        for (int i = 0; i < box.length; i++) {
            int ink = Byte.toUnsignedInt(box[i]);
            mass += ink;
            across += (long) ink * (i % BOX);
            down += (long) ink * (i / BOX);
        }
        int left = place(DigitSet.COLUMNS, (double) across / mass);
        int top = place(DigitSet.ROWS, (double) down / mass);
        byte[] image = new byte[DigitSet.PIXELS];
        for (int row = 0; row < BOX; row++) {
            System.arraycopy(box, row * BOX, image, (top + row) * DigitSet.COLUMNS + left, BOX);
        }
        return image;
    }

    /** The mean of MNIST's centres of mass is pixel 14 of 0 to 27, to the hundredth, in either direction. */
    private static int place(int side, double centre) {
        int offset = (int) Math.rint(side / 2.0 - centre);
        return Math.max(0, Math.min(side - BOX, offset));
    }
}
