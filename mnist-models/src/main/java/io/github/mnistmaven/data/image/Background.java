package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * The light of the background at each pixel of an image with dark ink, estimated by a morphological closing: what is dark and narrower
 * than a square is filled with what is around it. Evenly changing light, shadows with an edge and a dark desk along a side of the picture are
 * wider than the square, so they are background (F. Meyer's black top-hat; see J. Serra, "Image Analysis and Mathematical Morphology",
 * 1982).
 */
final class Background {

    /** The side of the square, as a share of the shorter side of the image: wider than the stroke of a thick marker. */
    private static final double SQUARE = 0.3;

    /** The same of the longer side, for a narrow picture of a 1; but never more than the shorter side. */
    private static final double LONG_SQUARE = 0.25;

    /** The closing is computed on blocks of pixels, of which the shorter side of the image has about this many. */
    private static final int BLOCKS = 100;

    /** A dark part of a side of the image is ink unless it is longer than this share of it. */
    private static final double LONGEST_TOUCH = 0.9;

    private Background() {}

    static Plane of(Plane image) {
        int shortSide = Math.min(image.width(), image.height());
        int longSide = Math.max(image.width(), image.height());
        double square = Math.max(SQUARE * shortSide, Math.min(LONG_SQUARE * longSide, shortSide));
        int block = Math.max(1, shortSide / BLOCKS);
        Plane lightest = lightestOf(image, block);
        int radius = Math.max(2, (int) Math.round(square / block / 2));
        // One block more on the way back: of a block on the edge of a shadow, the lightest pixel is outside the shadow.
        int back = block == 1 ? radius : radius + 1;
        Plane padded = padded(lightest, back);
        Plane closed = lowest(RunningMaximum.ofSquares(padded, radius), back);
        Plane background = new Plane(image.width(), image.height());
        for (int y = 0; y < image.height(); y++) {
            int start = y * image.width();
            if (y % block != 0) {
                System.arraycopy(background.values(), start - image.width(), background.values(), start, image.width());
                continue;
            }
            int from = (y / block + back) * closed.width() + back;
            for (int x = 0; x < image.width(); x += block) {
                Arrays.fill(
                        background.values(),
                        start + x,
                        start + Math.min(image.width(), x + block),
                        closed.values()[from++]);
            }
        }
        return background;
    }

    private static Plane lightestOf(Plane image, int block) {
        if (block == 1) {
            return image;
        }
        Plane blocks = new Plane((image.width() + block - 1) / block, (image.height() + block - 1) / block);
        Arrays.fill(blocks.values(), Float.NEGATIVE_INFINITY);
        float[] values = image.values();
        float[] column = new float[image.width()];
        for (int row = 0; row < blocks.height(); row++) {
            Arrays.fill(column, Float.NEGATIVE_INFINITY);
            for (int y = row * block; y < Math.min(image.height(), (row + 1) * block); y++) {
                int start = y * image.width();
                for (int x = 0; x < column.length; x++) {
                    column[x] = Math.max(column[x], values[start + x]);
                }
            }
            for (int x = 0; x < column.length; x++) {
                int at = row * blocks.width() + x / block;
                blocks.values()[at] = Math.max(blocks.values()[at], column[x]);
            }
        }
        return blocks;
    }

    /** Goes on beyond each side with what is along it, but not with a stroke that ends there. */
    private static Plane padded(Plane image, int margin) {
        int width = image.width();
        int height = image.height();
        float[] top = closed(Arrays.copyOfRange(image.values(), 0, width));
        float[] bottom = closed(Arrays.copyOfRange(image.values(), (height - 1) * width, height * width));
        float[] left = new float[height];
        float[] right = new float[height];
        for (int y = 0; y < height; y++) {
            left[y] = image.at(0, y);
            right[y] = image.at(width - 1, y);
        }
        left = closed(left);
        right = closed(right);
        Plane padded = new Plane(width + 2 * margin, height + 2 * margin);
        for (int y = -margin; y < height + margin; y++) {
            int row = Math.min(height - 1, Math.max(0, y));
            for (int x = -margin; x < width + margin; x++) {
                int column = Math.min(width - 1, Math.max(0, x));
                float value;
                if (row == y && column == x) {
                    value = image.at(x, y);
                } else if (row != y && column != x) {
                    value = Math.max((y < 0 ? top : bottom)[column], (x < 0 ? left : right)[row]);
                } else if (row != y) {
                    value = (y < 0 ? top : bottom)[column];
                } else {
                    value = (x < 0 ? left : right)[row];
                }
                padded.values()[(y + margin) * padded.width() + x + margin] = value;
            }
        }
        return padded;
    }

    private static float[] closed(float[] side) {
        int radius = (int) Math.max(1, Math.round(LONGEST_TOUCH * side.length / 2));
        float[] extended = new float[side.length + 2 * radius];
        for (int i = 0; i < extended.length; i++) {
            extended[i] = side[Math.min(side.length - 1, Math.max(0, i - radius))];
        }
        float[] filled = RunningMaximum.ofLine(extended, radius);
        for (int i = 0; i < filled.length; i++) {
            filled[i] = -filled[i];
        }
        float[] closed = RunningMaximum.ofLine(filled, radius);
        float[] result = new float[side.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -closed[i + radius];
        }
        return result;
    }

    private static Plane lowest(Plane image, int radius) {
        return RunningMaximum.ofSquares(image.negative(), radius).negative();
    }
}
