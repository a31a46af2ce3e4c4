package io.github.mnistmaven.benchmark.wild;

import io.github.mnistmaven.data.DigitSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A digit drawn large: how much of each pixel is covered by ink, 0 to 1.
 *
 * @param width in pixels
 * @param height in pixels
 * @param coverage row by row from the top left
 */
record Stamp(int width, int height, float[] coverage) {

    /** Enlarges a digit, cropped to its ink, to a height in pixels. */
    static Stamp of(byte[] pixels, int height) {
        int top = DigitSet.ROWS;
        int bottom = 0;
        int left = DigitSet.COLUMNS;
        int right = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (Byte.toUnsignedInt(pixels[i]) > 64) {
                top = Math.min(top, i / DigitSet.COLUMNS);
                bottom = Math.max(bottom, i / DigitSet.COLUMNS);
                left = Math.min(left, i % DigitSet.COLUMNS);
                right = Math.max(right, i % DigitSet.COLUMNS);
            }
        }
        double scale = height / (bottom - top + 1.0);
        int margin = (int) Math.ceil(scale);
        int width = (int) Math.round((right - left + 1) * scale);
        Stamp stamp = new Stamp(
                width + 2 * margin, height + 2 * margin, new float[(width + 2 * margin) * (height + 2 * margin)]);
        for (int y = 0; y < stamp.height; y++) {
            for (int x = 0; x < stamp.width; x++) {
                double row = top + (y - margin + 0.5) / scale - 0.5;
                double column = left + (x - margin + 0.5) / scale - 0.5;
                stamp.coverage[y * stamp.width + x] = interpolated(pixels, row, column);
            }
        }
        return stamp.blurred(0.3 * scale).sharpened(Math.max(1, scale / 2));
    }

    private static float interpolated(byte[] pixels, double row, double column) {
        int y = (int) Math.floor(row);
        int x = (int) Math.floor(column);
        double down = row - y;
        double along = column - x;
        return (float) ((1 - down) * ((1 - along) * ink(pixels, y, x) + along * ink(pixels, y, x + 1))
                + down * ((1 - along) * ink(pixels, y + 1, x) + along * ink(pixels, y + 1, x + 1)));
    }

    private static double ink(byte[] pixels, int row, int column) {
        boolean inside = row >= 0 && row < DigitSet.ROWS && column >= 0 && column < DigitSet.COLUMNS;
        return inside ? Byte.toUnsignedInt(pixels[row * DigitSet.COLUMNS + column]) / 255.0 : 0;
    }

    /** How many columns to the right of this one another digit is if both touch in one row, and overlap in none. */
    int touching(Stamp right) {
        int distance = 0;
        for (int y = 0; y < Math.min(height, right.height); y++) {
            distance = Math.max(distance, lastInked(y) - right.firstInked(y) + 1);
        }
        return distance;
    }

    private int firstInked(int row) {
        int x = 0;
        while (x < width && coverage[row * width + x] < 0.5) {
            x++;
        }
        return x;
    }

    private int lastInked(int row) {
        int x = width - 1;
        while (x >= 0 && coverage[row * width + x] < 0.5) {
            x--;
        }
        return x;
    }

    Stamp blurred(double sigma) {
        Canvas canvas = new Canvas(width, height, coverage.clone());
        canvas.blur(sigma);
        return new Stamp(width, height, canvas.levels());
    }

    private Stamp sharpened(double gain) {
        float[] sharp = new float[coverage.length];
        for (int i = 0; i < sharp.length; i++) {
            sharp[i] = (float) Math.min(1, Math.max(0, (coverage[i] - 0.5) * gain + 0.5));
        }
        return new Stamp(width, height, sharp);
    }

    /** As a marker draws it: the ink grown by a radius in pixels. */
    Stamp grown(double radius) {
        int reach = (int) Math.ceil(radius);
        int wide = width + 2 * reach;
        int tall = height + 2 * reach;
        float[] grown = new float[wide * tall];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float ink = coverage[y * width + x];
                if (ink > 0) {
                    dab(grown, wide, x + reach, y + reach, radius, ink);
                }
            }
        }
        return new Stamp(wide, tall, grown);
    }

    private static void dab(float[] target, int wide, int x, int y, double radius, float ink) {
        int reach = (int) Math.ceil(radius);
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)));
                int index = (y + dy) * wide + x + dx;
                target[index] = (float) Math.max(target[index], ink * covered);
            }
        }
    }

    /** As a fine pen draws it: the middle line of the strokes, with a width in pixels. */
    Stamp thinned(double penWidth) {
        return new Stamp(width, height, middleLine()).grown((penWidth - 1) / 2);
    }

    /** By T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", CACM 27(3), 1984. */
    private float[] middleLine() {
        boolean[] ink = new boolean[coverage.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = coverage[i] >= 0.5;
        }
        boolean changed = true;
        while (changed) {
            changed = peel(ink, true) | peel(ink, false);
        }
        float[] line = new float[ink.length];
        for (int i = 0; i < ink.length; i++) {
            line[i] = ink[i] ? 1 : 0;
        }
        return line;
    }

    private boolean peel(boolean[] ink, boolean southEast) {
        List<Integer> gone = new ArrayList<>();
        int[] around = {-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1};
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                if (!ink[at]) {
                    continue;
                }
                int neighbours = 0;
                int transitions = 0;
                for (int k = 0; k < 8; k++) {
                    boolean here = ink[at + around[k]];
                    neighbours += here ? 1 : 0;
                    transitions += !here && ink[at + around[(k + 1) % 8]] ? 1 : 0;
                }
                boolean north = ink[at + around[0]];
                boolean east = ink[at + around[2]];
                boolean south = ink[at + around[4]];
                boolean west = ink[at + around[6]];
                boolean edge = southEast
                        ? !(north && east && south) && !(east && south && west)
                        : !(north && east && west) && !(north && south && west);
                if (neighbours >= 2 && neighbours <= 6 && transitions == 1 && edge) {
                    gone.add(at);
                }
            }
        }
        gone.forEach(at -> ink[at] = false);
        return !gone.isEmpty();
    }

    /** Turned clockwise about its middle, by degrees. */
    Stamp turned(double degrees) {
        double angle = Math.toRadians(degrees);
        int side = (int) Math.ceil(Math.hypot(width, height));
        float[] turned = new float[side * side];
        Canvas source = new Canvas(width, height, coverage.clone());
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = x - side / 2.0;
                double dy = y - side / 2.0;
                double fromX = dx * Math.cos(angle) + dy * Math.sin(angle) + width / 2.0;
                double fromY = -dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2.0;
                turned[y * side + x] = (float) source.interpolated(fromX, fromY);
            }
        }
        return new Stamp(side, side, turned);
    }
}
