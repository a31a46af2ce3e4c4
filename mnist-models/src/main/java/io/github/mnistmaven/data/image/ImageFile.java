package io.github.mnistmaven.data.image;

import io.github.mnistmaven.internal.files.ReadableFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads an image file as grey levels, upright, and says what is wrong with one that cannot be read. */
final class ImageFile {

    /** Twice the 48 to 50 megapixels of usual phones; a small file may claim any size. */
    private static final long MOST_PIXELS = 100_000_000;

    /** Of larger images, only every second, third, ... pixel of every second, third, ... row is kept. */
    private static final long KEPT_PIXELS = 4_000_000;

    /** What the JPEG decoder warns of although the image is whole. */
    private static final List<String> HARMLESS =
            List.of("extraneous bytes", "icc", "color profile", "thumb", "metadata");

    private ImageFile() {}

    static ReducedImage read(Path file) throws IOException {
        try (InputStream in = ReadableFile.open(file);
                ImageInputStream stream = stream(file, in)) {
            return read(file.toString(), stream);
        }
    }

    /** The caller closes the stream. */
    static ReducedImage read(InputStream sent, String name) throws IOException {
        try (ImageInputStream stream = SentImage.of(sent, name)) {
            return read(name, stream);
        }
    }

    /** Read from the file itself, as far as Java can: a cache would hold as much of the heap as the file has bytes. */
    private static ImageInputStream stream(Path file, InputStream in) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? new FileImageInputStream(file.toFile())
                : new MemoryCacheImageInputStream(in);
    }

    private static ReducedImage read(String file, ImageInputStream stream) throws IOException {
        if (TiffSizes.areImpossible(stream, MOST_PIXELS)) {
            throw new UnreadablePictureException(
                    "%s is a damaged image: it says that one of its parts is larger than the whole; copy or download it again"
                            .formatted(file));
        }
        Orientation orientation = Orientation.of(stream);
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new UnreadablePictureException(
                    "%s is not an image that Java can read; convert it to PNG, JPEG, GIF, BMP or TIFF".formatted(file));
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            BufferedImage image = reader.read(0, reduced(file, reader));
            requireWhole(file, reader, warnings);
            GreyImage upright = orientation.upright(grey(file, image));
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return orientation.isOnItsSide()
                    ? new ReducedImage(upright, height, width)
                    : new ReducedImage(upright, width, height);
        } catch (UnreadablePictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Among the readers' ways to say that a file is damaged are IndexOutOfBounds and NegativeArraySize.
            throw damaged(file, e);
        } catch (OutOfMemoryError e) {
            throw new UnreadablePictureException(
                    "%s takes more memory to decode than Java has, because it is damaged or stored in very large strips or tiles; save it again as PNG"
                            .formatted(file),
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static GreyImage grey(String file, BufferedImage image) {
        try {
            return GreyImage.of(image);
        } catch (UnreadablePictureException e) {
            throw new UnreadablePictureException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ImageReadParam reduced(String file, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new UnreadablePictureException("%s has %dx%d pixels; at most %d can be read: scale it down"
                    .formatted(file, width, height, MOST_PIXELS));
        }
        if (GreyImage.isStrip(width, height)) {
            throw new UnreadablePictureException(
                    "%s has %dx%d pixels: one side is more than %d times as long as the other; crop it to the digits"
                            .formatted(file, width, height, GreyImage.MOST_ELONGATED));
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS));
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    /** The JPEG decoder fills the rest of a truncated image with grey, and only warns. */
    private static void requireWhole(String file, ImageReader reader, List<String> warnings) throws IOException {
        if (!reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return;
        }
        for (String warning : warnings) {
            if (HARMLESS.stream().noneMatch(warning.toLowerCase(Locale.ROOT)::contains)) {
                throw new UnreadablePictureException(
                        "%s is a damaged image: a part is missing or wrong (%s); copy or download it again"
                                .formatted(file, warning));
            }
        }
    }

    private static UnreadablePictureException damaged(String file, Exception e) {
        return new UnreadablePictureException(
                "%s is a damaged image, or one of an unusual kind (%s); save it again as PNG"
                        .formatted(file, Objects.requireNonNullElse(e.getMessage(), e.toString())),
                e);
    }
}
