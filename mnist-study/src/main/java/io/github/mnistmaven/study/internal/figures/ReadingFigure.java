package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.image.Box;
import io.github.mnistmaven.internal.files.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture with a box around each digit that was read, and above it what was read.
 *
 * @param picture in grey levels, perhaps reduced
 * @param width of the whole picture that the boxes are in, in pixels
 * @param height of it
 * @param marks one for each digit
 */
public record ReadingFigure(BufferedImage picture, int width, int height, List<Mark> marks) {

    /**
     * A digit that was read.
     *
     * @param box where it is in the whole picture
     * @param name what it was read as
     * @param sure whether to rely on it; the box is blue if so, else orange
     */
    public record Mark(Box box, String name, boolean sure) {}

    /**
     * Writes the file.
     *
     * @param file a PNG
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        byte[] png = Png.encode(drawn());
        AtomicFile.writeDerived(file, out -> out.write(png));
    }

    private BufferedImage drawn() {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int size = Math.max(10, Math.min(picture.getWidth(), picture.getHeight()) / 20);
        graphics.setStroke(new BasicStroke(Math.max(1, size / 10)));
        boolean canWrite = Rendering.problem().isEmpty();
        for (Mark mark : marks) {
            graphics.setColor(mark.sure() ? ChartTheme.LIGHT.correct : ChartTheme.LIGHT.incorrect);
            Box box = drawn(mark.box());
            graphics.drawRect(box.left(), box.top(), box.width(), box.height());
            if (canWrite) {
                graphics.setFont(ChartTheme.plain(size));
                graphics.drawString(
                        mark.sure() ? mark.name() : mark.name() + "?",
                        box.left(),
                        Math.max(size, box.top() - size / 4));
            }
        }
        graphics.dispose();
        return copy;
    }

    private Box drawn(Box box) {
        double across = (double) picture.getWidth() / width;
        double down = (double) picture.getHeight() / height;
        return new Box((int) (across * box.left()), (int) (down * box.top()), (int) (across * box.width()), (int)
                (down * box.height()));
    }
}
