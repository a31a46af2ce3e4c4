package io.github.mnistmaven.data.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A seven with a bar, as a pen draws it, on paper that tests can spoil. */
final class DrawnSeven {

    static final int WIDTH = 200;
    static final int HEIGHT = 300;

    private DrawnSeven() {}

    static BufferedImage on(int paper, int ink) {
        return on(paper, ink, 22);
    }

    static BufferedImage on(int paper, int ink, float penWidth) {
        return drawn(1, paper, ink, penWidth);
    }

    /** Black on white, in a picture of another height but with a pen of so many of its pixels. */
    static BufferedImage scaled(int height, float penWidth) {
        return drawn((double) height / HEIGHT, GreyImage.WHITE, 0, penWidth);
    }

    private static BufferedImage drawn(double scale, int paper, int ink, float penWidth) {
        int width = (int) Math.round(scale * WIDTH);
        int height = (int) Math.round(scale * HEIGHT);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        fill(image, 0, 0, width, height, paper);
        BufferedImage stroke = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = stroke.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.scale(scale, scale);
        graphics.setStroke(new BasicStroke((float) (penWidth / scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D strokes = new Path2D.Double();
        strokes.moveTo(40, 60);
        strokes.lineTo(150, 55);
        strokes.lineTo(90, 250);
        strokes.moveTo(70, 155);
        strokes.lineTo(145, 150);
        graphics.draw(strokes);
        graphics.dispose();
        return each(image, (x, y, level) -> {
            int covered = stroke.getRGB(x, y) >>> 24;
            return (level * (255 - covered) + ink * covered) / 255.0;
        });
    }

    /** A new level for a pixel. */
    interface Levels {

        double at(int x, int y, int level);
    }

    static BufferedImage each(BufferedImage image, Levels levels) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double level = levels.at(x, y, image.getRaster().getSample(x, y, 0));
                image.getRaster().setSample(x, y, 0, (int) Math.round(Math.min(255, Math.max(0, level))));
            }
        }
        return image;
    }

    static BufferedImage fill(BufferedImage image, int left, int top, int width, int height, int level) {
        return each(
                image,
                (x, y, before) -> x >= left && y >= top && x < left + width && y < top + height ? level : before);
    }

    static BufferedImage noise(BufferedImage image, double standardDeviation, long seed) {
        Random random = new Random(seed);
        return each(image, (x, y, level) -> level + standardDeviation * random.nextGaussian());
    }
}
