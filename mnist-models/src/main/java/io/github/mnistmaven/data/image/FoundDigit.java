package io.github.mnistmaven.data.image;

import java.util.List;

/**
 * A character that was found in a picture, most likely a digit: where it is, and what it looks like in the form of MNIST's images.
 *
 * <pre>{@code
 * FoundDigit digit = DigitPicture.read(Path.of("seven.png")).single();
 * digit.box();                                    // where it is
 * Classification answer = model.classify(digit);  // the mean over its renderings
 * }</pre>
 *
 * <p>Immutable.
 */
public final class FoundDigit {

    private final Box box;
    private final boolean joined;
    private final List<byte[]> renderings;

    FoundDigit(Box box, boolean joined, List<byte[]> renderings) {
        this.box = box;
        this.joined = joined;
        this.renderings = renderings;
    }

    /**
     * Where it is.
     *
     * @return in pixels of the whole picture, upright: after any rotation that the camera noted. Of a picture of more than a million
     *     pixels, its sides are some pixels off
     */
    public Box box() {
        return box;
    }

    /**
     * Whether it is more likely two digits that touch than one.
     *
     * @return true if it is wider than nearly all digits are, or hangs together by less than nearly all do
     */
    public boolean isJoined() {
        return joined;
    }

    /**
     * What it looks like.
     *
     * @return 784 grey levels, 28 rows of 28 from the top left; 0 is background, 255 full ink
     */
    public byte[] pixels() {
        return renderings.get(0).clone();
    }

    /**
     * What it would look like turned by 8 degrees either way, slanted either way, and written with a thicker and with a thinner pen. A
     * model that reads the same digit in all of them can be trusted more than one that does not, and the mean of what it says is right
     * more often.
     *
     * @return seven images as {@link #pixels} has one, which is the first
     */
    public List<byte[]> renderings() {
        return renderings.stream().map(byte[]::clone).toList();
    }

    /**
     * The digit as people read it.
     *
     * @return where it is
     */
    @Override
    public String toString() {
        return "%dx%d pixels at column %d, row %d".formatted(box.width(), box.height(), box.left(), box.top());
    }
}
