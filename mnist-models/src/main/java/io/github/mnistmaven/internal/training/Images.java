package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Images to classify, whether or not anyone knows what they show. */
public interface Images {

    /**
     * How many there are.
     *
     * @return at least 1
     */
    int size();

    /**
     * Copies the pixels of one.
     *
     * @param index which, from 0
     * @param into takes 784 bytes
     */
    void copy(int index, byte[] into);

    /**
     * Those of a digit set.
     *
     * @param digits whose labels are ignored
     * @return a view
     */
    static Images of(DigitSet digits) {
        return new Images() {
            @Override
            public int size() {
                return digits.size();
            }

            @Override
            public void copy(int index, byte[] into) {
                digits.copyImage(index, into, 0);
            }
        };
    }

    /**
     * Images that nobody has labelled.
     *
     * @param images at least one, each 784 bytes
     * @return copies, as the caller may change the arrays meanwhile
     * @throws IllegalArgumentException if there are too many, or an image has not 784 bytes, or shows nothing; the message says which
     *     one
     */
    static Images of(List<byte[]> images) {
        Bounds.requireWithin("the number of images", images.size(), 1, DigitSet.MAX_SIZE);
        byte[][] copies = new byte[images.size()][];
        for (int i = 0; i < copies.length; i++) {
            byte[] copy = Objects.requireNonNull(images.get(i), "image %d is null".formatted(i))
                    .clone();
            requireImage(copies.length == 1 ? "the image" : "image " + i, copy);
            copies[i] = copy;
        }
        return new Images() {
            @Override
            public int size() {
                return copies.length;
            }

            @Override
            public void copy(int index, byte[] into) {
                System.arraycopy(copies[index], 0, into, 0, DigitSet.PIXELS);
            }
        };
    }

    private static void requireImage(String which, byte[] image) {
        if (image.length != DigitSet.PIXELS) {
            throw new IllegalArgumentException("%s has %s; an image has %d, %d rows of %d%s"
                    .formatted(
                            which,
                            Counted.of(image.length, "byte"),
                            DigitSet.PIXELS,
                            DigitSet.ROWS,
                            DigitSet.COLUMNS,
                            isOfAFile(image) ? ". This is the content of an image file: use DigitPicture.read" : ""));
        }
        for (byte pixel : image) {
            if (pixel != 0) {
                return;
            }
        }
        throw new IllegalArgumentException(which + " shows nothing: all its pixels are 0, which is background");
    }

    /** By the first bytes of PNG, JPEG, GIF, BMP and TIFF. */
    private static boolean isOfAFile(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return Stream.of("\u0089PNG", "\u00ff\u00d8", "GIF8", "BM", "II*", "MM\0*")
                .anyMatch(start::startsWith);
    }
}
