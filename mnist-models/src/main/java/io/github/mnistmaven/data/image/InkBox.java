package io.github.mnistmaven.data.image;

import java.util.function.IntPredicate;

/**
 * The smallest box around the ink of an image, in pixels.
 *
 * @param left the first column with ink
 * @param top the first row with ink
 * @param width of the box
 * @param height of the box
 */
record InkBox(int left, int top, int width, int height) {

    /**
     * One of several equal parts of a side of the box.
     *
     * @param index which, from 0
     * @param of how many
     */
    record Part(int index, int of) {

        double start(int side) {
            return (double) index * side / of;
        }

        double end(int side) {
            return (double) (index + 1) * side / of;
        }
    }

    /** The box around all pixels whose level counts as ink; there is at least one such pixel. */
    static InkBox of(GreyImage image, IntPredicate isInk) {
        int left = image.width();
        int right = -1;
        int top = image.height();
        int bottom = -1;
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                if (isInk.test(image.level(row * image.width() + column))) {
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                    top = Math.min(top, row);
                    bottom = row;
                }
            }
        }
        return new InkBox(left, top, right - left + 1, bottom - top + 1);
    }

    /** The mean ink over one cell of a grid laid over the box, with pixels that are cut counted by the part in it. */
    double mean(GreyImage image, double[] inkOfLevel, Part rows, Part columns) {
        double sum = 0;
        for (int row = (int) rows.start(height); row < rows.end(height); row++) {
            double tall = overlap(row, rows.start(height), rows.end(height));
            int start = (top + row) * image.width() + left;
            for (int column = (int) columns.start(width); column < columns.end(width); column++) {
                double wide = overlap(column, columns.start(width), columns.end(width));
                sum += tall * wide * inkOfLevel[image.level(start + column)];
            }
        }
        double area = ((double) height / rows.of()) * ((double) width / columns.of());
        return sum / area;
    }

    private static double overlap(int pixel, double start, double end) {
        return Math.min(pixel + 1.0, end) - Math.max(pixel, start);
    }
}
