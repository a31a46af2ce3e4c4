package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Augmentation;
import java.util.Random;

/**
 * One random augmentation of an image: rotation, scaling, shearing and a shift, about its centre, and an elastic
 * deformation; with bilinear interpolation. Pixels from outside the image are background.
 */
final class AffineWarp {

    private static final double MIDDLE = (DigitSet.ROWS - 1) / 2.0;
    private static final float FULL_INK = 255;

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
