package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import java.util.Arrays;
import java.util.Random;

/**
 * One random augmentation of an image: rotation, scaling, shearing and a shift, about its centre, and an elastic
 * deformation; with bilinear interpolation. Pixels from outside the image are background.
 */
final class AffineWarp {

    private static final double MIDDLE = (DigitSet.ROWS - 1) / 2.0;
    private static final float FULL_INK = 255;
    private static final int BORDERED = DigitSet.ROWS + 2;

    // The pixel (x, y), relative to the centre, is sampled at (a x + b y + left, c x + d y + top).
    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double left;
    private final double top;
    private final ElasticDeformation horizontal;
    private final ElasticDeformation vertical;

    private AffineWarp(
            double angle,
            double scale,
            double shear,
            double left,
            double top,
            ElasticDeformation horizontal,
            ElasticDeformation vertical) {
        double cos = StrictMath.cos(angle) / scale;
        double sin = StrictMath.sin(angle) / scale;
        this.a = cos;
        this.b = cos * shear + sin;
        this.c = -sin;
        this.d = cos - sin * shear;
        this.left = left;
        this.top = top;
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Draws a transformation within the bounds of an augmentation. */
    static AffineWarp random(Augmentation bounds, Random random) {
        return new AffineWarp(
                StrictMath.toRadians(within(bounds.rotation(), random)),
                1 + within(bounds.scale(), random),
                within(bounds.shear(), random),
                within(bounds.shift(), random),
                within(bounds.shift(), random),
                ElasticDeformation.random(bounds.elasticDeformation(), random),
                ElasticDeformation.random(bounds.elasticDeformation(), random));
    }

    private static double within(double bound, Random random) {
        return bound * (2 * random.nextDouble() - 1);
    }

    /** Writes the augmented image, 784 values from 0 to 1, at {@code offset}. */
    void apply(byte[] image, float[] into, int offset) {
        if (isShift()) {
            shift(image, into, offset);
        } else {
            warp(image, into, offset);
        }
    }

    private boolean isShift() {
        return a == 1 && b == 0 && c == 0 && d == 1 && horizontal.isNone() && vertical.isNone();
    }

    /** What {@link #warp} would do, with weights that are the same for all pixels; ten times as fast. */
    private void shift(byte[] image, float[] into, int offset) {
        int columns = (int) Math.floor(left);
        int rows = (int) Math.floor(top);
        float right = (float) (left - columns);
        float down = (float) (top - rows);
        float[] blended = new float[DigitSet.COLUMNS + 1];
        for (int row = 0; row < DigitSet.ROWS; row++) {
            Arrays.fill(blended, 0);
            // Outside of the image there is nothing to add.
            int first = Math.max(0, columns);
            int last = Math.min(DigitSet.COLUMNS, DigitSet.COLUMNS + 1 + columns);
            add(image, row + rows, first, last, columns, 1 - down, blended);
            add(image, row + rows + 1, first, last, columns, down, blended);
            int pixel = offset + row * DigitSet.COLUMNS;
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                into[pixel + column] = (blended[column] * (1 - right) + blended[column + 1] * right) / FULL_INK;
            }
        }
    }

    private static void add(byte[] image, int row, int first, int last, int moved, float weight, float[] to) {
        if (row >= 0 && row < DigitSet.ROWS) {
            for (int column = first; column < last; column++) {
                to[column - moved] += weight * (image[row * DigitSet.COLUMNS + column] & 0xFF);
            }
        }
    }

    private void warp(byte[] image, float[] into, int offset) {
        float[] bordered = bordered(image);
        float[] movesX = new float[DigitSet.COLUMNS];
        float[] movesY = new float[DigitSet.COLUMNS];
        int pixel = offset;
        for (int row = 0; row < DigitSet.ROWS; row++) {
            double y = row - MIDDLE;
            double fromX = b * y + left + MIDDLE - a * MIDDLE;
            double fromY = d * y + top + MIDDLE - c * MIDDLE;
            horizontal.row(row, movesX);
            vertical.row(row, movesY);
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                into[pixel++] = interpolate(bordered, (float) fromX + movesX[column], (float) fromY + movesY[column]);
                fromX += a;
                fromY += c;
            }
        }
    }

    /** The image with a border of one background pixel, so that the neighbours of a pixel need no checks. */
    private static float[] bordered(byte[] image) {
        float[] bordered = new float[BORDERED * BORDERED];
        for (int row = 0; row < DigitSet.ROWS; row++) {
            int to = (row + 1) * BORDERED + 1;
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                bordered[to + column] = image[row * DigitSet.COLUMNS + column] & 0xFF;
            }
        }
        return bordered;
    }

    private static float interpolate(float[] bordered, float x, float y) {
        if (!(x >= -1 && x < DigitSet.COLUMNS && y >= -1 && y < DigitSet.ROWS)) {
            return 0;
        }
        int column = (int) (x + 1);
        int row = (int) (y + 1);
        float right = x + 1 - column;
        float down = y + 1 - row;
        int pixel = row * BORDERED + column;
        float upper = bordered[pixel] * (1 - right) + bordered[pixel + 1] * right;
        float lower = bordered[pixel + BORDERED] * (1 - right) + bordered[pixel + BORDERED + 1] * right;
        return (upper * (1 - down) + lower * down) / FULL_INK;
    }
}
