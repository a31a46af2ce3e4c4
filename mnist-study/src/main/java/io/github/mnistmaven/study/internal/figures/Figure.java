package io.github.mnistmaven.study.internal.figures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A picture of a report.
 *
 * @param fileName the name of its file, such as {@code cnn_loss.png}
 * @param description what it shows, for those who do not see it
 * @param width in points; the file has twice as many pixels, for sharp screens
 * @param height in points
 * @param painter paints an area of {@code width} by {@code height} points
 */
record Figure(String fileName, String description, int width, int height, Consumer<Graphics2D> painter) {

    private static final int PIXELS_PER_POINT = 2;

    /** Checks that the name stays within its directory. */
    Figure {
        if (fileName.contains("/") || fileName.contains("\\")) {
            throw new IllegalArgumentException("'%s' is not the name of a file".formatted(fileName));
        }
    }

    FigureFile file() {
        return new FigureFile(fileName, description, width, height);
    }

    /** A build may run without a screen, and where there is one should not ask for it. */
    static void withoutScreen() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** Paints it as a PNG file. */
    byte[] png() {
        BufferedImage image =
                new BufferedImage(width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
            painter.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return Png.encode(image);
    }
}
