package io.github.mnistmaven.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Images that lie one behind the other, as a list of copies: to hold each by itself would take more memory. */
final class UnlabelledImages extends AbstractList<byte[]> implements RandomAccess {

    private final byte[] pixels;

    private UnlabelledImages(byte[] pixels) {
        this.pixels = pixels;
    }

    /** The caller must not use the array any more. */
    static List<byte[]> of(byte[] pixels) {
        return new UnlabelledImages(pixels);
    }

    @Override
    public byte[] get(int index) {
        int start = Objects.checkIndex(index, size()) * DigitSet.PIXELS;
        return Arrays.copyOfRange(pixels, start, start + DigitSet.PIXELS);
    }

    @Override
    public int size() {
        return pixels.length / DigitSet.PIXELS;
    }
}
