package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;
import java.util.Random;

/**
 * The displacement of each pixel in an elastic deformation, along one axis: a uniform cubic B-spline over a grid of
 * control points
 * that are each displaced at random. (The free-form deformation of Rueckert et al., "Nonrigid registration using
 * free-form
 * deformations", IEEE Transactions on Medical Imaging 18(8), 1999, equation 1, in two dimensions.)
 */
final class ElasticDeformation {

    private static final int SPACING = 7;
    private static final int DEGREE = 3;
    private static final int POINTS = DigitSet.ROWS / SPACING + DEGREE;
    private static final float[][] WEIGHTS = weights();

    /** No displacement. */
    private static final ElasticDeformation NONE = new ElasticDeformation(new float[0]);

    private final float[] points;

    private ElasticDeformation(float[] points) {
        this.points = points;
    }

    /** Draws the displacements along one axis. */
    static ElasticDeformation random(double bound, Random random) {
        if (bound == 0) {
            return NONE;
        }
        float[] points = new float[POINTS * POINTS];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return new ElasticDeformation(points);
    }

    /** For each pixel of a row or column, the weights of the four control points around it. */
    private static float[][] weights() {
        float[][] weights = new float[DigitSet.ROWS][];
        for (int pixel = 0; pixel < DigitSet.ROWS; pixel++) {
            float t = (float) (pixel % SPACING) / SPACING;
            float rest = 1 - t;
            weights[pixel] = new float[] {
                rest * rest * rest / 6,
                (3 * t * t * t - 6 * t * t + 4) / 6,
                (3 * rest * rest * rest - 6 * rest * rest + 4) / 6,
                t * t * t / 6
            };
        }
        return weights;
    }

    /** Whether nothing is displaced. */
    boolean isNone() {
        return this == NONE;
    }

    /** Computes the displacements of the pixels of a row, in pixels. */
    void row(int row, float[] moves) {
        if (this == NONE) {
            Arrays.fill(moves, 0);
            return;
        }
        float[] across = new float[POINTS];
        int above = row / SPACING;
        for (int i = 0; i <= DEGREE; i++) {
            float weight = WEIGHTS[row][i];
            for (int column = 0; column < POINTS; column++) {
                across[column] += weight * points[(above + i) * POINTS + column];
            }
        }
        for (int column = 0; column < DigitSet.COLUMNS; column++) {
            int left = column / SPACING;
            float[] weights = WEIGHTS[column];
            moves[column] = weights[0] * across[left]
                    + weights[1] * across[left + 1]
                    + weights[2] * across[left + 2]
                    + weights[3] * across[left + 3];
        }
    }
}
