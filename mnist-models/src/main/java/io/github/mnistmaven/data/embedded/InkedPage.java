package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;
import java.util.List;

/**
 * Strokes as an image like MNIST's: fitted into 20x20 pixels with their proportions kept, and placed in the middle of 28x28
 * by their centre of mass (LeCun et al., 1998). A pixel's grey level tells how much of it the pen covers.
 */
final class InkedPage {

    private static final double BOX = 20;

    private final List<Stroke> strokes;
    private final double radius;
    private final double[] ink = new double[DigitSet.PIXELS];

    private InkedPage(List<Stroke> strokes, double radius) {
        this.strokes = strokes;
        this.radius = radius;
    }

    static byte[] draw(List<Stroke> strokes, double radius) {
        InkedPage page = new InkedPage(fitted(strokes, radius), radius);
        page.drawAt(0, 0);
        Point centre = page.centreOfMass();
        // Whole pixels, as MNIST's were placed.
        page.drawAt(Math.rint(13.5 - centre.x()), Math.rint(13.5 - centre.y()));
        return page.pixels();
    }

    private static List<Stroke> fitted(List<Stroke> strokes, double radius) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Stroke stroke : strokes) {
            for (Point point : stroke.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        double scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        return strokes.stream()
                .map(stroke -> stroke.map(
                        point -> new Point((point.x() - middleX) * scale + 13.5, (point.y() - middleY) * scale + 13.5)))
                .toList();
    }

    private void drawAt(double offsetX, double offsetY) {
        Arrays.fill(ink, 0);
        for (Stroke stroke : strokes) {
            for (int i = 0; i + 1 < stroke.points().size(); i++) {
                Point from = stroke.points().get(i);
                Point to = stroke.points().get(i + 1);
                line(from.x() + offsetX, from.y() + offsetY, to.x() + offsetX, to.y() + offsetY);
            }
        }
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        double reach = radius + 1;
        int left = Math.max(0, (int) Math.floor(Math.min(fromX, toX) - reach));
        int right = Math.min(DigitSet.COLUMNS - 1, (int) Math.ceil(Math.max(fromX, toX) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(fromY, toY) - reach));
        int bottom = Math.min(DigitSet.ROWS - 1, (int) Math.ceil(Math.max(fromY, toY) + reach));
        double dx = toX - fromX;
        double dy = toY - fromY;
        double squared = Math.max(1e-12, dx * dx + dy * dy);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double along = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / squared));
                double awayX = fromX + along * dx - x;
                double awayY = fromY + along * dy - y;
                double covered = radius + 0.5 - Math.sqrt(awayX * awayX + awayY * awayY);
                int pixel = y * DigitSet.COLUMNS + x;
                ink[pixel] = Math.max(ink[pixel], Math.min(1, covered));
            }
        }
    }

    private Point centreOfMass() {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i];
            x += ink[i] * (i % DigitSet.COLUMNS);
            y += ink[i] * (i / DigitSet.COLUMNS);
        }
        return new Point(x / mass, y / mass);
    }

    private byte[] pixels() {
        byte[] pixels = new byte[DigitSet.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.rint(255 * ink[i]);
        }
        return pixels;
    }
}
