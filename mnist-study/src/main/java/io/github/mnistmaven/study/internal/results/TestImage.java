package io.github.mnistmaven.study.internal.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Base64;

/**
 * The image of a test digit.
 *
 * @param index which digit, from 0
 * @param pixels 784 bytes in Base64, row by row from the top left; 0 is the background, 255 full ink
 */
public record TestImage(int index, String pixels) {

    /**
     * Checks that there are 784 bytes.
     *
     * @param index which digit, from 0
     * @param pixels 784 bytes in Base64, row by row from the top left; 0 is the background, 255 full ink
     */
    public TestImage {
        Bounds.requireWithin("index", index, 0, DigitSet.MAX_SIZE);
        Bounds.requirePresent("pixels", pixels);
        if (decoded(pixels).length != DigitSet.PIXELS) {
            throw new IllegalArgumentException("pixels of digit %d are not %d bytes".formatted(index, DigitSet.PIXELS));
        }
    }

    /**
     * The image of a test digit.
     *
     * @param index its index in the test set, from 0
     * @param pixels 784 bytes, row by row from the top left
     * @return the image
     */
    public static TestImage of(int index, byte[] pixels) {
        Bounds.requirePresent("pixels", pixels);
        return new TestImage(index, Base64.getEncoder().encodeToString(pixels));
    }

    /**
     * The pixels.
     *
     * @return 784 bytes
     */
    public byte[] bytes() {
        return decoded(pixels);
    }

    private static byte[] decoded(String pixels) {
        return Base64.getDecoder().decode(pixels);
    }
}
