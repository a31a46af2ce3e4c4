package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.files.Sha256;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Grey images of handwritten digits and what each of them shows.
 *
 * <p>An image has {@value #ROWS} rows of {@value #COLUMNS} pixels, one byte per pixel, row by row from the top left; 0 is
 * the background (black), 255 full ink (white), as in MNIST. The set stores the bytes as they are, 784 per image:
 * 60,000 images take 47 MB.
 *
 * <pre>{@code
 * DigitSet digits = new EmbeddedDigits().training();
 * digits.size();                // 20000
 * digits.label(0);              // what the first one shows, 0 to 9
 * byte[] pixels = digits.image(0);
 * BufferedImage picture = digits.picture(0);
 * DigitSet few = digits.first(1_000);
 * }</pre>
 *
 * <p>Digits of your own come from {@link #of} or {@link #generate}. If the ten classes are not digits,
 * {@link #withClassNames} says what they are.
 *
 * <p>A digit set is immutable and may be shared between threads. {@link #slice} gives views that share the bytes. Two sets are equal if
 * their images, labels and names of classes are, wherever they come from.
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

    /** The names of the classes of a set that really shows digits: {@code "0"} to {@code "9"}. */
    public static final List<String> DIGIT_NAMES =
            IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();

    /** What a set is said to come from that nobody has said it of. */
    private static final String UNNAMED = "custom";

    /** As {@link #withSource} takes it. */
    private static final int LONGEST_SOURCE = 300;

    private final byte[] pixels;
    private final byte[] labels;
    private final int start;
    private final int size;
    private final String source;
    private final List<String> classNames;

    private DigitSet(byte[] pixels, byte[] labels, int start, int size, String source, List<String> classNames) {
        this.pixels = pixels;
        this.labels = labels;
        this.start = start;
        this.size = size;
        this.source = source;
        this.classNames = classNames;
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
        return owning(
                Objects.requireNonNull(pixels, "pixels is null").clone(),
                Objects.requireNonNull(labels, "labels is null").clone());
    }

    /** Like {@link #of}, without a copy: the caller must not use the arrays any more. */
    static DigitSet owning(byte[] pixels, byte[] labels) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("a digit set holds at least one digit");
        }
        if (pixels.length != (long) labels.length * PIXELS) {
            throw new IllegalArgumentException("%s %d bytes of pixels, not %d"
                    .formatted(
                            Counted.of(labels.length, "label needs", "labels need"),
                            (long) labels.length * PIXELS,
                            pixels.length));
        }
        for (int i = 0; i < labels.length; i++) {
            checked(Byte.toUnsignedInt(labels[i]), i);
        }
        return new DigitSet(pixels, labels, 0, labels.length, UNNAMED, DIGIT_NAMES);
    }

    private static byte checked(int label, int index) {
        if (label < 0 || label >= CLASSES) {
            throw new IllegalArgumentException(
                    "label %d (counted from 0) is %d; it must be 0 to %d".formatted(index, label, CLASSES - 1));
        }
        return (byte) label;
    }

    private static void requirePixels(String which, byte[] image) {
        if (image.length != PIXELS) {
            throw new IllegalArgumentException("%s has %s; an image has %d, %d rows of %d"
                    .formatted(which, Counted.of(image.length, "byte"), PIXELS, ROWS, COLUMNS));
        }
    }

    /**
     * A digit set generated on all cores. Label and image of a digit must depend on its index alone.
     *
     * @param size how many digits, at least 1
     * @param label gives what the digit of an index shows, 0 to 9
     * @param image gives its 784 bytes
     * @return the set
     * @throws IllegalArgumentException if the size is below 1, a label is not 0 to 9 or an image has not 784 bytes; the message
     *     names the first such digit
     */
    public static DigitSet generate(int size, IntUnaryOperator label, IntFunction<byte[]> image) {
        Bounds.requireWithin("size", size, 1, MAX_SIZE);
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(image, "image is null");
        byte[] pixels = new byte[size * PIXELS];
        byte[] labels = new byte[size];
        // Kept until the end, as a parallel stream throws any of them, and as the cause of another one.
        NavigableMap<Integer, RuntimeException> failures = new ConcurrentSkipListMap<>();
        IntStream.range(0, size).parallel().forEach(i -> {
            if (failures.headMap(i).isEmpty()) {
                try {
                    byte[] made = image.apply(i);
                    requirePixels("image " + i, Objects.requireNonNull(made, () -> "image %d is null".formatted(i)));
                    System.arraycopy(made, 0, pixels, i * PIXELS, PIXELS);
                    labels[i] = checked(label.applyAsInt(i), i);
                } catch (RuntimeException e) {
                    failures.put(i, e);
                }
            }
        });
        if (!failures.isEmpty()) {
            throw failures.firstEntry().getValue();
        }
        return owning(pixels, labels);
    }

    /**
     * The same digits, said to come from somewhere. Whoever trains on them has this in the provenance of the model.
     *
     * @param name a word or two, such as {@code "mnist"}; one line of at most 300 characters
     * @return a view
     * @throws IllegalArgumentException if the text is longer or has control characters
     */
    public DigitSet withSource(String name) {
        Bounds.requireText("source", Objects.requireNonNull(name, "name is null"));
        return new DigitSet(pixels, labels, start, size, name, classNames);
    }

    /** The same digits, said to come from somewhere unless someone has said where from. */
    DigitSet withSourceIfUnnamed(String name) {
        return source.equals(UNNAMED) ? withSource(name) : this;
    }

    /**
     * The same images, whose labels stand for something else than digits: ten letters, ten kinds of garments. Models that are
     * trained on them know these names, and so do their classifications and reports.
     *
     * @param names of the classes 0 to 9 in order, such as {@code List.of("T-shirt", "trouser", ...)}; all different
     * @return a view
     * @throws IllegalArgumentException if these are not ten different short texts
     */
    public DigitSet withClassNames(List<String> names) {
        Objects.requireNonNull(names, "names is null");
        return new DigitSet(pixels, labels, start, size, source, Bounds.classNames("classNames", names));
    }

    /**
     * Where the digits come from.
     *
     * @return the name of their source, such as {@code mnist}; {@code custom} unless {@link #withSource} says otherwise
     */
    public String source() {
        return source;
    }

    /**
     * What the labels stand for.
     *
     * @return ten names, {@code "0"} to {@code "9"} unless {@link #withClassNames} says otherwise
     */
    public List<String> classNames() {
        return classNames;
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
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public int label(int index) {
        Bounds.requireIndex("index", index, size);
        return labels[start + index];
    }

    /**
     * The pixels of a digit.
     *
     * @param index which digit, from 0
     * @return a copy, 784 bytes
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public byte[] image(int index) {
        byte[] image = new byte[PIXELS];
        copyImage(index, image, 0);
        return image;
    }

    /**
     * A digit as a picture, to be shown or written to a file; {@link io.github.mnistmaven.data.image.DigitPicture#of} gives nearly the
     * same digit back.
     *
     * <pre>{@code
     * import javax.imageio.ImageIO;
     *
     * ImageIO.write(digits.picture(0), "png", new File("first.png"));
     * }</pre>
     *
     * @param index which digit, from 0
     * @return a new image of 28x28 pixels, light on dark, of type {@link BufferedImage#TYPE_BYTE_GRAY}
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public BufferedImage picture(int index) {
        BufferedImage picture = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, COLUMNS, ROWS, image(index));
        return picture;
    }

    /**
     * Copies the pixels of a digit into an existing array.
     *
     * @param index which digit, from 0
     * @param into takes 784 bytes
     * @param offset where in {@code into} they start
     * @throws IndexOutOfBoundsException if there is no such digit, or not enough room from the offset on
     */
    public void copyImage(int index, byte[] into, int offset) {
        Bounds.requireIndex("index", index, size);
        Bounds.requirePresent("into", into);
        if (offset < 0 || offset > into.length - PIXELS) {
            throw new IndexOutOfBoundsException(
                    "offset is %d in an array of %d bytes; an image takes %d".formatted(offset, into.length, PIXELS));
        }
        System.arraycopy(pixels, (start + index) * PIXELS, into, offset, PIXELS);
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
        return new DigitSet(pixels, labels, start + from, to - from, source, classNames);
    }

    /**
     * Some digits of this set.
     *
     * @param indices which, in this order
     * @return a set of copies
     * @throws IllegalArgumentException if there are none, or more than {@link #MAX_SIZE}
     * @throws IndexOutOfBoundsException if there is no such digit
     */
    public DigitSet select(int[] indices) {
        Objects.requireNonNull(indices, "indices is null");
        Bounds.requireWithin("the number of indices", indices.length, 1, MAX_SIZE);
        byte[] selected = new byte[indices.length * PIXELS];
        byte[] selectedLabels = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            copyImage(indices[i], selected, i * PIXELS);
            selectedLabels[i] = (byte) label(indices[i]);
        }
        return owning(selected, selectedLabels).withSource(source).withClassNames(classNames);
    }

    /**
     * These digits and others.
     *
     * @param others follow these; with the same names of classes
     * @return a set of copies; its source names both
     * @throws IllegalArgumentException if the names of classes differ, or both have more than {@link #MAX_SIZE} digits together
     */
    public DigitSet plus(DigitSet others) {
        Bounds.requirePresent("others", others);
        Bounds.requireSameClassNames("the other digits", others.classNames, "these digits", classNames);
        Bounds.requireWithin("the number of digits together", (long) size + others.size, 1, MAX_SIZE);
        byte[] allPixels = new byte[(size + others.size) * PIXELS];
        byte[] allLabels = new byte[size + others.size];
        copy(allPixels, allLabels, 0);
        others.copy(allPixels, allLabels, size);
        return owning(allPixels, allLabels).withSource(sources(others)).withClassNames(classNames);
    }

    private String sources(DigitSet others) {
        if (source.equals(others.source)) {
            return source;
        }
        String both = source + " + " + others.source;
        return both.length() <= LONGEST_SOURCE ? both : "several sources";
    }

    private void copy(byte[] intoPixels, byte[] intoLabels, int first) {
        System.arraycopy(pixels, start * PIXELS, intoPixels, first * PIXELS, size * PIXELS);
        System.arraycopy(labels, start, intoLabels, first, size);
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
            throw new IllegalArgumentException("limit is %d; it must be at least 1".formatted(limit));
        }
        return slice(0, Math.min(limit, size));
    }

    /**
     * A digest of the content: sets with the same images and labels have equal fingerprints, however they were stored and whatever their
     * classes are called.
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

    /**
     * Whether both have the same content, wherever it comes from.
     *
     * @param other anything
     * @return true for a set with the same images and labels in the same order, and the same names of classes
     */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof DigitSet that
                        && Arrays.equals(labels, start, start + size, that.labels, that.start, that.start + that.size)
                        && classNames.equals(that.classNames)
                        && Arrays.equals(
                                pixels,
                                start * PIXELS,
                                (start + size) * PIXELS,
                                that.pixels,
                                that.start * PIXELS,
                                (that.start + that.size) * PIXELS);
    }

    /** Of the labels: pixels are many, and sets that differ in them alone are rare. */
    @Override
    public int hashCode() {
        return Objects.hash(ByteBuffer.wrap(labels, start, size), classNames);
    }

    /**
     * The set as people read it.
     *
     * @return such as {@code 60,000 digits (mnist)}
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d digits (%s)", size, source);
    }
}
