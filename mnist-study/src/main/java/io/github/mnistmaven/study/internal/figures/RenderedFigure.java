package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A figure, rendered once for its file and for the page.
 *
 * @param fileName the name of its file
 * @param description what it shows, for those who do not see it
 * @param width in points
 * @param height in points
 * @param png its pixels, as a PNG file
 */
public record RenderedFigure(String fileName, String description, int width, int height, byte[] png) {

    static RenderedFigure of(Figure figure) {
        return new RenderedFigure(
                figure.fileName(), figure.description(), figure.width(), figure.height(), figure.png());
    }

    /**
     * Writes the file.
     *
     * @param directory where to; that of its theme
     * @return the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public Path write(Path directory) throws IOException {
        Path file = directory.resolve(fileName);
        AtomicFile.writeDerived(file, out -> out.write(png));
        return file;
    }

    /**
     * The file, as pages refer to it.
     *
     * @return its name, and what it shows
     */
    public FigureFile file() {
        return new FigureFile(fileName, description, width, height);
    }
}
