package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.internal.files.ReadableFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads an image file, and says what is wrong with one that cannot be read. */
final class ImageFile {

    /** Far more than a picture of one digit takes, and few enough to be held: a small file may claim any size. */
    private static final long MOST_PIXELS = 25_000_000;

    private ImageFile() {}

    static BufferedImage read(Path file) throws IOException {
        try (InputStream in = ReadableFile.open(file);
                ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            return read(file, stream);
        }
    }

    private static BufferedImage read(Path file, ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new DigitFormatException(
                    "%s is not an image that Java can read; convert it to PNG, JPEG, GIF or BMP".formatted(file));
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream);
            requireModestSize(file, reader);
            return reader.read(0);
        } catch (DigitFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Among the readers' ways to say that a file is damaged are IndexOutOfBounds and NegativeArraySize.
            throw damaged(file, e);
        } finally {
            reader.dispose();
        }
    }

    private static void requireModestSize(Path file, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new DigitFormatException("%s has %dx%d pixels, at most %d are read; scale it down"
                    .formatted(file, width, height, MOST_PIXELS));
        }
    }

    private static DigitFormatException damaged(Path file, Exception e) {
        return new DigitFormatException(
                "%s is a damaged image or of an unusual kind (%s); save it anew as PNG"
                        .formatted(file, Objects.requireNonNullElse(e.getMessage(), e.toString())),
                e);
    }
}
