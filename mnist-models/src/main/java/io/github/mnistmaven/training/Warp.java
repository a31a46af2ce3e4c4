package io.github.mnistmaven.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import java.util.Random;

/**
 * One random variation of an image: turned, scaled, slanted and moved about its middle, and bent; interpolated
 * bilinearly. What comes from beyond the border is background.
 */
final class Warp {

    private static final double MIDDLE = (DigitSet.ROWS - 1) / 2.0;
    private static final float FULL_INK = 255;

    // Where in the image the pixel (x, y), both from the middle, is taken from: (a x + b y + left, c x + d y + top).
    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double left;
    private final double top;
    private final Bend sideways;
    private final Bend upright;

    private Warp(double angle, double scale, double shear, double left, double top, Bend sideways, Bend upright) {
        double cos = StrictMath.cos(angle) / scale;
        double sin = StrictMath.sin(angle) / scale;
        this.a = cos;
        this.b = cos * shear + sin;
        this.c = -sin;
        this.d = cos - sin * shear;
        this.left = left;
        this.top = top;
        this.sideways = sideways;
        this.upright = upright;
    }

    /** Draws a variation within the bounds of an augmentation. */
    static Warp random(Augmentation bounds, Random random) {
        return new Warp(
                StrictMath.toRadians(within(bounds.rotation(), random)),
                1 + within(bounds.scale(), random),
                within(bounds.shear(), random),
                within(bounds.shift(), random),
                within(bounds.shift(), random),
                Bend.random(bounds.bend(), random),
                Bend.random(bounds.bend(), random));
    }

    private static double within(double bound, Random random) {
        return bound * (2 * random.nextDouble() - 1);
    }

    /** Writes the varied image, 784 values from 0 to 1, at {@code offset}. */
    void apply(byte[] image, float[] into, int offset) {
        float[] movesX = new float[DigitSet.COLUMNS];
        float[] movesY = new float[DigitSet.COLUMNS];
        int pixel = offset;
        for (int row = 0; row < DigitSet.ROWS; row++) {
            double y = row - MIDDLE;
            double fromX = b * y + left + MIDDLE - a * MIDDLE;
            double fromY = d * y + top + MIDDLE - c * MIDDLE;
            sideways.row(row, movesX);
            upright.row(row, movesY);
            for (int column = 0; column < DigitSet.COLUMNS; column++) {
                into[pixel++] = interpolate(image, (float) fromX + movesX[column], (float) fromY + movesY[column]);
                fromX += a;
                fromY += c;
            }
        }
    }

    private static float interpolate(byte[] image, float x, float y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < -1 || column >= DigitSet.COLUMNS || row < -1 || row >= DigitSet.ROWS) {
            return 0;
        }
        float right = x - column;
        float down = y - row;
        float upper = ink(image, row, column) * (1 - right) + ink(image, row, column + 1) * right;
        float lower = ink(image, row + 1, column) * (1 - right) + ink(image, row + 1, column + 1) * right;
        return (upper * (1 - down) + lower * down) / FULL_INK;
    }

    private static int ink(byte[] image, int row, int column) {
        boolean inside = column >= 0 && column < DigitSet.COLUMNS && row >= 0 && row < DigitSet.ROWS;
        return inside ? image[row * DigitSet.COLUMNS + column] & 0xFF : 0;
    }
}
