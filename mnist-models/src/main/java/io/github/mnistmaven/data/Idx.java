package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Counted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Digit sets as pairs of IDX files, the format in which MNIST was published.
 *
 * <pre>{@code
 * DigitSet read = Idx.read(Path.of("train-images-idx3-ubyte.gz"), Path.of("train-labels-idx1-ubyte.gz"));
 * Idx.write(read.first(100), Path.of("few-images-idx3-ubyte"), Path.of("few-labels-idx1-ubyte"));
 * }</pre>
 *
 * <p>A file is a header of big-endian integers and then bytes. Images: 2051, N, 28, 28, and N * 784 pixels; labels:
 * 2049, N, and N labels of 0 to 9. Labels may also be those of QMNIST: 3074, N, 8, and N times eight integers of 32 bits, of
 * which the first is the label. Either may be compressed with gzip, which is recognized by content, not by name. Source:
 * Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", section "File formats".
 */
public final class Idx {

    private Idx() {}

    /**
     * Reads a digit set. Everything is checked: the headers, that nothing is missing from the files or follows what
     * they
     * announce, that there are as many labels as images, and that each label is a digit. No more memory is needed than
     * for the digit set itself, 785 bytes per digit.
     *
     * @param images the file of images, plain or gzip
     * @param labels the file of their labels, plain or gzip
     * @return the set, in the order of the files
     * @throws DigitFormatException if one of them does not hold what it should; the message names it, what is wrong and
     *     what was expected
     * @throws IOException if one of them is missing or cannot be read
     */
    public static DigitSet read(Path images, Path labels) throws IOException {
        Objects.requireNonNull(images, "images is null");
        Objects.requireNonNull(labels, "labels is null");
        return read(images, labels, false);
    }

    /**
     * Reads images that nobody has labelled, to be classified.
     *
     * <pre>{@code
     * List<byte[]> images = Idx.readImages(Path.of("t10k-images-idx3-ubyte.gz"));
     * List<Classification> answers = model.classify(images);
     * }</pre>
     *
     * @param images the file of images, plain or gzip
     * @return 784 bytes each, in the order of the file
     * @throws DigitFormatException if it does not hold what it should; the message names it, what is wrong and what was expected
     * @throws IOException if it is missing or cannot be read
     */
    public static List<byte[]> readImages(Path images) throws IOException {
        Objects.requireNonNull(images, "images is null");
        return UnlabelledImages.of(IdxFile.open(images, IdxKind.IMAGES).elements());
    }

    /** As above; if they are stored column by column, images are turned upright. */
    static DigitSet read(Path images, Path labels, boolean transposed) throws IOException {
        IdxFile imageFile = IdxFile.open(images, IdxKind.IMAGES);
        IdxFile labelFile = IdxFile.open(labels, IdxKind.LABELS, IdxKind.LABELS_WITH_ORIGIN);
        if (imageFile.count() != labelFile.count()) {
            throw new DigitFormatException(
                    "%s holds %s, but %s holds %s; there must be one label for each image: fetch both again"
                            .formatted(
                                    images,
                                    Counted.of(imageFile.count(), "image"),
                                    labels,
                                    Counted.of(labelFile.count(), "label")));
        }
        byte[] classes = labelFile.classes();
        byte[] pixels = imageFile.elements();
        if (transposed) {
            Transposition.apply(pixels);
        }
        return DigitSet.owning(pixels, classes);
    }

    /**
     * Writes a digit set, each file whole or not at all and with gzip if its name ends with {@code .gz}. Equal sets
     * make
     * equal bytes (with gzip: on the same Java platform).
     *
     * @param digits N digits
     * @param images the file of images to be
     * @param labels the file of labels to be
     * @throws IOException if one of them cannot be written; the previous file stays
     */
    public static void write(DigitSet digits, Path images, Path labels) throws IOException {
        Objects.requireNonNull(digits, "digits is null");
        Objects.requireNonNull(images, "images is null");
        Objects.requireNonNull(labels, "labels is null");
        writeFile(images, IdxKind.IMAGES, digits, out -> {
            byte[] image = new byte[DigitSet.PIXELS];
            for (int i = 0; i < digits.size(); i++) {
                digits.copyImage(i, image, 0);
                out.write(image);
            }
        });
        writeFile(labels, IdxKind.LABELS, digits, out -> {
            for (int i = 0; i < digits.size(); i++) {
                out.write(digits.label(i));
            }
        });
    }

    private static void writeFile(Path file, IdxKind kind, DigitSet digits, AtomicFile.Content elements)
            throws IOException {
        AtomicFile.write(file, stored -> {
            if (file.toString().endsWith(".gz")) {
                try (OutputStream gzip = new GZIPOutputStream(stored)) {
                    writeContent(gzip, kind, digits, elements);
                }
            } else {
                writeContent(stored, kind, digits, elements);
            }
        });
    }

    private static void writeContent(OutputStream out, IdxKind kind, DigitSet digits, AtomicFile.Content elements)
            throws IOException {
        ByteBuffer header =
                ByteBuffer.allocate(kind.headerBytes()).putInt(kind.magic()).putInt(digits.size());
        kind.dimensions().forEach(header::putInt);
        out.write(header.array());
        elements.writeTo(out);
    }
}
