package io.github.mnistmaven.data.image;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * A rectangle of pixels of an image, whose first column and row are 0.
 *
 * <pre>{@code
 * Box box = DigitPicture.read(Path.of("form.jpg")).single().box();
 * System.out.println(box.width() + "x" + box.height() + " pixels from column " + box.left() + ", row " + box.top());
 * }</pre>
 *
 * @param left the first column
 * @param top the first row
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Box(int left, int top, int width, int height) {

    /**
     * Checks the size.
     *
     * @param left the first column
     * @param top the first row
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @throws IllegalArgumentException if width or height is not positive
     */
    public Box {
        Bounds.requireWithin("width", width, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("height", height, 1, Integer.MAX_VALUE);
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    Box joined(Box other) {
        int x = Math.min(left, other.left);
        int y = Math.min(top, other.top);
        return new Box(x, y, Math.max(right(), other.right()) - x, Math.max(bottom(), other.bottom()) - y);
    }

    boolean contains(Box other) {
        return left <= other.left && top <= other.top && right() >= other.right() && bottom() >= other.bottom();
    }

    Box times(int factor) {
        return new Box(left * factor, top * factor, width * factor, height * factor);
    }

    Box grown(int margin) {
        return new Box(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
    }

    /** Columns that both have; negative if there are as many between them. */
    int commonColumns(Box other) {
        return Math.min(right(), other.right()) - Math.max(left, other.left);
    }

    /** Rows that both have; negative if there are as many between them. */
    int commonRows(Box other) {
        return Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
    }
}
