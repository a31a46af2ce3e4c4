package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * The straight cut from the top to the bottom of some ink, upright or slanted, that goes through the least of it and leaves something as tall as a
 * digit on both sides. Two digits that touch hang together by less than the width of a stroke; hardly any digit does. (Cuts where the projection
 * of the ink is least are what segmentation of touching characters begins with: R. G. Casey and E. Lecolinet, "A survey of methods and strategies
 * in character segmentation", IEEE TPAMI 18(7), 1996.)
 */
final class ThinnestCut {

    /** Columns for each row, either way. */
    private static final double MOST_SLANT = 0.5;

    private static final int SLANTS = 9;

    /** The least height of either part, as a share of the height of both. */
    private static final double TALL = 0.75;

    /** In widths of a stroke; of MNIST's training digits in drawings, one in a hundred can be cut through less. */
    private static final double MOST_STROKES = 1.2;

    /** The longer side that the ink is scaled to, in pixels. */
    private static final int FINE = 60;

    private static final float HALF = 0.5f;

    private final Plane ink;
    private final int offset;

    private ThinnestCut(Plane ink) {
        this.ink = ink;
        this.offset = (int) Math.ceil(MOST_SLANT * ink.height() / 2) + 1;
    }

    /**
     * Whether ink is most likely that of two digits that touch.
     *
     * @param ink of a single shape
     */
    static boolean isOfTwo(Plane ink) {
        Plane fine = MnistNormalization.scaled(ink, FINE);
        return length(fine) < MOST_STROKES * StrokeField.strokeWidth(fine);
    }

    /** Its length in ink, in pixels; infinite if no cut leaves tall parts. */
    private static double length(Plane ink) {
        ThinnestCut cut = new ThinnestCut(ink);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < SLANTS; i++) {
            least = Math.min(least, cut.least(MOST_SLANT * (2.0 * i / (SLANTS - 1) - 1)));
        }
        return least;
    }

    private double least(double slant) {
        int columns = ink.width() + 2 * offset;
        float[] lengths = new float[columns];
        int[] tops = new int[columns];
        int[] bottoms = new int[columns];
        Arrays.fill(tops, ink.height());
        Arrays.fill(bottoms, -1);
        for (int y = 0; y < ink.height(); y++) {
            int moved = offset + (int) Math.round(slant * (y - ink.height() / 2.0));
            for (int x = 0; x < ink.width(); x++) {
                float value = ink.at(x, y);
                lengths[x + moved] += value;
                if (value >= HALF) {
                    tops[x + moved] = Math.min(tops[x + moved], y);
                    bottoms[x + moved] = y;
                }
            }
        }
        int[] before = heights(tops, bottoms, false);
        int[] after = heights(tops, bottoms, true);
        int whole = before[columns - 1];
        double least = Double.POSITIVE_INFINITY;
        for (int x = 1; x < columns - 1; x++) {
            if (Math.min(before[x - 1], after[x + 1]) >= TALL * whole) {
                least = Math.min(least, lengths[x]);
            }
        }
        return least;
    }

    /** Of all ink up to each column, or from each column on. */
    private static int[] heights(int[] tops, int[] bottoms, boolean fromRight) {
        int[] heights = new int[tops.length];
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int i = 0; i < heights.length; i++) {
            int x = fromRight ? heights.length - 1 - i : i;
            top = Math.min(top, tops[x]);
            bottom = Math.max(bottom, bottoms[x]);
            heights[x] = Math.max(0, bottom - top + 1);
        }
        return heights;
    }
}
