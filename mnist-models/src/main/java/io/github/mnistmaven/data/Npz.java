package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.files.ReadableFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Digits in NumPy's {@code .npz}, a zip archive with an array in each entry. Images have the shape {@code (N, 28, 28)},
 * {@code (N, 28, 28, 1)} or {@code (N, 784)}, labels {@code (N,)} or {@code (N, 1)}; both are integers of 8 to 64 bits.
 */
final class Npz {

    /** DEFLATE makes at most 258 bytes of two bits (RFC 1951). */
    private static final int MOST_INFLATION = 1032;

    private static final int LARGEST_PIXEL = 255;

    private final Path file;

    private Npz(Path file) {
        this.file = file;
    }

    /**
     * Reads two arrays.
     *
     * @param images the name of one, without {@code .npy}
     * @param labels the name of the other
     * @throws DigitFormatException if they are not there or do not hold digits; the message names file and array
     */
    static DigitSet read(Path file, String images, String labels) throws IOException {
        return new Npz(file).digits(images, labels);
    }

    /** From the first entry to the last, which verifies the checksum of each; ZipFile verifies none. */
    private DigitSet digits(String images, String labels) throws IOException {
        Optional<byte[]> pixels = Optional.empty();
        Optional<byte[]> classes = Optional.empty();
        try (ZipInputStream archive = new ZipInputStream(new BufferedInputStream(ReadableFile.open(file)))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(images + ".npy")) {
                    pixels = Optional.of(
                            array(archive, images, List.of(DigitSet.ROWS, DigitSet.COLUMNS), "pixel", LARGEST_PIXEL));
                } else if (entry.getName().equals(labels + ".npy")) {
                    classes = Optional.of(array(archive, labels, List.of(), "label", DigitSet.CLASSES - 1));
                }
            }
        } catch (EOFException e) {
            throw new DigitFormatException("%s is cut short; fetch it again".formatted(file), e);
        } catch (ZipException | IllegalArgumentException e) {
            throw new DigitFormatException(
                    "%s is a damaged zip archive (%s); fetch it again".formatted(file, e.getMessage()), e);
        }
        if (pixels.isEmpty() || classes.isEmpty()) {
            throw without(pixels.isEmpty() ? images : labels);
        }
        if (pixels.get().length != (long) classes.get().length * DigitSet.PIXELS) {
            throw new DigitFormatException(
                    "%s: '%s' holds %s, but '%s' holds %s; there must be one label for each image: fetch it again"
                            .formatted(
                                    file,
                                    images,
                                    Counted.of(pixels.get().length / DigitSet.PIXELS, "image"),
                                    labels,
                                    Counted.of(classes.get().length, "label")));
        }
        return DigitSet.owning(pixels.get(), classes.get());
    }

    private DigitFormatException without(String name) throws IOException {
        try (InputStream in = ReadableFile.open(file)) {
            byte[] start = in.readNBytes(ContentKind.BYTES);
            if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
                return new DigitFormatException("%s is not a zip archive, as an .npz file is, but %s; fetch it again"
                        .formatted(
                                file,
                                ContentKind.of(start).map(ContentKind::what).orElse("something else")));
            }
            return new DigitFormatException(
                    "%s has no array '%s'; expected x_train, y_train, x_test and y_test".formatted(file, name));
        }
    }

    private byte[] array(InputStream in, String name, List<Integer> element, String what, int largest)
            throws IOException {
        NpyHeader header = NpyHeader.read(in, reason -> damaged(name, reason));
        int count = header.requireElements(element, DigitSet.MAX_SIZE, reason -> damaged(name, reason));
        int values = count * element.stream().reduce(1, Math::multiplyExact);
        if ((long) values * header.valueBytes() > Files.size(file) * MOST_INFLATION) {
            throw damaged(name, "its header announces %d elements, more than the file can hold".formatted(count));
        }
        byte[] array = values(in, header, values, name, what, largest);
        if (in.read() >= 0) {
            throw damaged(name, "bytes follow the %d elements that its header announces".formatted(count));
        }
        return array;
    }

    private byte[] values(InputStream in, NpyHeader header, int count, String name, String what, int largest)
            throws IOException {
        byte[] values = new byte[count];
        byte[] buffer = new byte[(1 << 16) * header.valueBytes()];
        for (int done = 0; done < count; ) {
            int some = Math.min(buffer.length / header.valueBytes(), count - done);
            if (in.readNBytes(buffer, 0, some * header.valueBytes()) < some * header.valueBytes()) {
                throw damaged(
                        name,
                        "it is cut short: its header announces %d elements"
                                .formatted(header.shape().get(0)));
            }
            for (int i = 0; i < some; i++) {
                long value = header.value(buffer, i);
                if (value < 0 || value > largest) {
                    throw new DigitFormatException("%s: %s %d (counted from 0) of '%s' is %d; expected 0 to %d"
                            .formatted(file, what, done + i, name, value, largest));
                }
                values[done + i] = (byte) value;
            }
            done += some;
        }
        return values;
    }

    private DigitFormatException damaged(String name, String reason) {
        return new DigitFormatException("%s: the array '%s' cannot be read: %s".formatted(file, name, reason));
    }
}
