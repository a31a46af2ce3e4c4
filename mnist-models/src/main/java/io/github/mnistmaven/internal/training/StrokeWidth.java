package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import java.util.Random;

/**
 * One random change of the width of strokes, as another pen would have it. A grey-level dilation or erosion by a cross of five pixels moves each
 * edge by a whole pixel (J. Serra, "Image Analysis and Mathematical Morphology", 1982); mixed with the image itself, by a part of one. The
 * most inked pixel stays as inked as it was, as in MNIST.
 */
final class StrokeWidth {

    private static final int ROWS = DigitSet.ROWS;
    private static final int COLUMNS = DigitSet.COLUMNS;

    /** Of the dilation or erosion in the mixture; each stroke has two edges. */
    private final float share;

    private final boolean isThicker;

    private StrokeWidth(double pixels) {
        this.share = (float) (Math.abs(pixels) / 2);
        this.isThicker = pixels > 0;
    }

    /** Draws a change within the bounds of an augmentation; draws nothing if there is none. */
    static StrokeWidth random(Augmentation bounds, Random random) {
        return new StrokeWidth(bounds.strokeWidth() == 0 ? 0 : bounds.strokeWidth() * (2 * random.nextDouble() - 1));
    }

    /** Changes 784 values from 0 to 1 in place. */
    void apply(float[] pixels, int offset) {
        if (share == 0) {
            return;
        }
        float[] image = new float[DigitSet.PIXELS];
        System.arraycopy(pixels, offset, image, 0, image.length);
        float before = 0;
        float after = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = row * COLUMNS + column;
                float here = image[at];
                float changed = here + share * (extreme(image, row, column) - here);
                pixels[offset + at] = changed;
                before = Math.max(before, here);
                after = Math.max(after, changed);
            }
        }
        if (after > 0 && after != before) {
            float gain = before / after;
            for (int i = offset; i < offset + DigitSet.PIXELS; i++) {
                pixels[i] = Math.min(1, gain * pixels[i]);
            }
        }
    }

    /** The most inked of a pixel and its four neighbours, or the least; beyond the image is background. */
    private float extreme(float[] image, int row, int column) {
        int at = row * COLUMNS + column;
        float above = row > 0 ? image[at - COLUMNS] : 0;
        float below = row < ROWS - 1 ? image[at + COLUMNS] : 0;
        float left = column > 0 ? image[at - 1] : 0;
        float right = column < COLUMNS - 1 ? image[at + 1] : 0;
        return isThicker
                ? Math.max(image[at], Math.max(Math.max(above, below), Math.max(left, right)))
                : Math.min(image[at], Math.min(Math.min(above, below), Math.min(left, right)));
    }
}
