package io.github.mnistmaven.study.browser;

import io.github.mnistmaven.data.embedded.PenStrokes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** What the drawing area of the page would show, drawn in Java: digits of any size anywhere. */
final class PenPicture {

    private static final int SIDE = 280;
    private static final float PEN = 20;

    private PenPicture() {}

    /** Some digits, the first of a given class and hand. */
    static BufferedImage of(int digit, int hand, int digits, Random random) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = penOn(picture);
        for (int i = 0; i < digits; i++) {
            double size = digits == 1 ? random.nextDouble(40, 260) : random.nextDouble(90, 150);
            double left = random.nextDouble(SIDE - size);
            double top = random.nextDouble(SIDE - size);
            PenStrokes.of((digit + i) % 10, hand + 1000L * i)
                    .forEach(stroke -> pen.draw(path(stroke, left, top, size)));
        }
        pen.dispose();
        return picture;
    }

    /** Two digits side by side, of which the second begins some of a digit's width behind where the first one does. */
    static BufferedImage ofTwo(int first, int second, int hand, double apart) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = penOn(picture);
        double size = 150;
        PenStrokes.of(first, hand).forEach(stroke -> pen.draw(path(stroke, 15, 60, size)));
        PenStrokes.of(second, hand + 1000L).forEach(stroke -> pen.draw(path(stroke, 15 + apart * size, 60, size)));
        pen.dispose();
        return picture;
    }

    private static Graphics2D penOn(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return pen;
    }

    private static Path2D path(List<double[]> stroke, double left, double top, double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(left + size * stroke.get(0)[0], top + size * stroke.get(0)[1]);
        stroke.forEach(point -> path.lineTo(left + size * point[0], top + size * point[1]));
        return path;
    }
}
