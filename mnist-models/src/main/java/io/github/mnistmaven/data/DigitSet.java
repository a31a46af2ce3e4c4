package io.github.mnistmaven.data;

import io.github.mnistmaven.files.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Grey images of handwritten digits and what each of them shows.
 *
 * <p>An image has {@value #ROWS} rows of {@value #COLUMNS} pixels, one byte per pixel, row by row from the top left; 0
 * is
 * the background (black), 255 full ink (white), as in MNIST. The set stores the bytes as they are, 784 per image:
 * 60,000 images take 47 MB.
 *
 * <p>A digit set is immutable and may be shared between threads. {@link #slice} gives views that share the bytes.
 */
public final class DigitSet {

    /** Rows of an image. */
    public static final int ROWS = 28;

    /** Columns of an image. */
    public static final int COLUMNS = 28;

    /** Pixels, and so bytes, of an image. */
    public static final int PIXELS = ROWS * COLUMNS;

    /** The maximum number of digits: a Java array cannot be longer. */
    public static final int MAX_SIZE = Integer.MAX_VALUE / PIXELS;

    /** The number of classes: the digits 0 to 9. */
    public static final int CLASSES = 10;

    private final byte[] pixels;
    private final byte[] labels;
    private final int start;
    private final int size;

    private DigitSet(byte[] pixels, byte[] labels, int start, int size) {
        this.pixels = pixels;
        this.labels = labels;
        this.start = start;
        this.size = size;
    }

    /**
     * A digit set of a copy of the given images and labels.
     *
     * @param pixels {@code N * 784} bytes
     * @param labels {@code N} bytes, each 0 to 9
     * @return the set of N digits
     * @throws IllegalArgumentException if the lengths do not fit each other, N is 0, or a label is above 9
     */
    public static DigitSet of(byte[] pixels, byte[] labels) {
        return owning(pixels.clone(), labels.clone());
    }

    /** Like {@link #of}, without a copy: the caller must not use the arrays any more. */
    static DigitSet owning(byte[] pixels, byte[] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("a digit set holds at least one digit");
        }
        if (pixels.length != (long) labels.length * PIXELS) {
            throw new IllegalArgumentException("%d labels go with %d bytes of pixels, not with %d"
                    .formatted(labels.length, (long) labels.length * PIXELS, pixels.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= CLASSES) {
                throw new IllegalArgumentException(
                        "label %d is %d; labels are 0 to 9".formatted(i, Byte.toUnsignedInt(labels[i])));
            }
        }
        return new DigitSet(pixels, labels, 0, labels.length);
    }

    /**
     * A digit set generated on all cores. Label and image of a digit must depend on its index alone.
     *
     * @param size how many digits, at least 1
     * @param label gives what the digit of an index shows, 0 to 9
     * @param image gives its 784 bytes
     * @return the set
     * @throws IllegalArgumentException if the size is below 1, a label is above 9 or an image has not 784 bytes
     */
    public static DigitSet generate(int size, IntUnaryOperator label, IntFunction<byte[]> image) {
        byte[] pixels = new byte[Math.multiplyExact(size, PIXELS)];
        byte[] labels = new byte[size];
        IntStream.range(0, size).parallel().forEach(i -> {
            byte[] made = image.apply(i);
            if (made.length != PIXELS) {
                throw new IllegalArgumentException(
                        "image %d has %d bytes; an image has %d".formatted(i, made.length, PIXELS));
            }
            System.arraycopy(made, 0, pixels, i * PIXELS, PIXELS);
            labels[i] = (byte) label.applyAsInt(i);
        });
        return owning(pixels, labels);
    }

    /**
     * The number of digits.
     *
     * @return N, at least 1
     */
    public int size() {
        return size;
    }

    /**
     * What a digit shows.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     */
    public int label(int index) {
        return labels[start + Objects.checkIndex(index, size)];
    }

    /**
     * The pixels of a digit.
     *
     * @param index which digit, from 0
     * @return a copy, 784 bytes
     */
    public byte[] image(int index) {
        byte[] image = new byte[PIXELS];
        copyImage(index, image, 0);
        return image;
    }

    /**
     * Copies the pixels of a digit into an existing array.
     *
     * @param index which digit, from 0
     * @param into takes 784 bytes
     * @param offset where in {@code into} they start
     */
    public void copyImage(int index, byte[] into, int offset) {
        System.arraycopy(pixels, (start + Objects.checkIndex(index, size)) * PIXELS, into, offset, PIXELS);
    }

    /**
     * A range of this set, as a view: nothing is copied.
     *
     * @param from the first digit
     * @param to the digit after the last
     * @return the digits {@code from} to {@code to - 1}
     * @throws IllegalArgumentException if the range is empty
     * @throws IndexOutOfBoundsException if the bounds lie outside this set
     */
    public DigitSet slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        if (from == to) {
            throw new IllegalArgumentException("a digit set holds at least one digit");
        }
        return new DigitSet(pixels, labels, start + from, to - from);
    }

    /**
     * Some digits of this set.
     *
     * @param indices which, in this order
     * @return a set of copies
     * @throws IllegalArgumentException if there are none
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public DigitSet select(int[] indices) {
        byte[] selected = new byte[Math.multiplyExact(indices.length, PIXELS)];
        byte[] selectedLabels = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            copyImage(indices[i], selected, i * PIXELS);
            selectedLabels[i] = (byte) label(indices[i]);
        }
        return owning(selected, selectedLabels);
    }

    /**
     * The first digits of this set, or all of them if there are fewer.
     *
     * @param limit how many at most; at least 1
     * @return a view
     * @throws IllegalArgumentException if the limit is below 1
     */
    public DigitSet first(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "the limit is %d; a digit set holds at least one digit".formatted(limit));
        }
        return slice(0, Math.min(limit, size));
    }

    /**
     * A digest of the content: equal sets have equal fingerprints, however they were stored.
     *
     * @return the SHA-256, in lower-case hexadecimal, of the number of digits (four bytes, big endian), the labels and
     *     the pixels
     */
    public String fingerprint() {
        MessageDigest sha256 = Sha256.newDigest();
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(size).flip());
        sha256.update(labels, start, size);
        sha256.update(pixels, start * PIXELS, size * PIXELS);
        return Sha256.hex(sha256);
    }
}
