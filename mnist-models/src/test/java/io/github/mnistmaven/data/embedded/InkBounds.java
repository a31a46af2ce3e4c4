package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import java.util.stream.IntStream;

/**
 * The size of the smallest box with all pixels of an image that have at least half of the full ink.
 *
 * @param width in pixels
 * @param height in pixels
 */
record InkBounds(int width, int height) {

    static InkBounds of(byte[] image) {
        return new InkBounds(
                extent(inked(image).map(i -> i % DigitSet.COLUMNS).toArray()),
                extent(inked(image).map(i -> i / DigitSet.COLUMNS).toArray()));
    }

    private static IntStream inked(byte[] image) {
        return IntStream.range(0, image.length).filter(i -> Byte.toUnsignedInt(image[i]) >= 128);
    }

    private static int extent(int[] places) {
        return IntStream.of(places).max().orElseThrow()
                - IntStream.of(places).min().orElseThrow()
                + 1;
    }
}
