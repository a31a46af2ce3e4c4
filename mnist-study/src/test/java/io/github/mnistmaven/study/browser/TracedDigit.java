package io.github.mnistmaven.study.browser;

import java.util.ArrayList;
import java.util.List;

/** A digit of 28x28 pixels, followed with a pen: along the middle of its strokes, as thinning finds it. */
final class TracedDigit {

    private static final int SIDE = 28;
    private static final int[] ACROSS = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int[] DOWN = {-1, -1, 0, 1, 1, 1, 0, -1};

    private TracedDigit() {}

    /** Strokes of points {x, y} in a box of 1 by 1. */
    static List<List<double[]>> strokes(byte[] image) {
        boolean[][] line = thinned(image);
        List<List<double[]>> strokes = new ArrayList<>();
        for (int most = 1; most <= 8; most++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    // Ends first, so that a stroke is not begun in its middle.
                    if (line[y][x] && neighbours(line, x, y) <= most) {
                        strokes.add(followed(line, x, y));
                    }
                }
            }
        }
        return strokes;
    }

    private static List<double[]> followed(boolean[][] line, int startX, int startY) {
        List<double[]> stroke = new ArrayList<>();
        int x = startX;
        int y = startY;
        int way = 0;
        while (way < 8) {
            line[y][x] = false;
            stroke.add(new double[] {(x + 0.5) / SIDE, (y + 0.5) / SIDE});
            for (way = 0; way < 8 && !at(line, x + ACROSS[way], y + DOWN[way]); way++) {}
            if (way < 8) {
                x += ACROSS[way];
                y += DOWN[way];
            }
        }
        return stroke;
    }

    /** T. Y. Zhang, C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", Communications of the ACM 27(3), 1984. */
    private static boolean[][] thinned(byte[] image) {
        boolean[][] ink = new boolean[SIDE][SIDE];
        for (int i = 0; i < image.length; i++) {
            ink[i / SIDE][i % SIDE] = (image[i] & 0xFF) >= 128;
        }
        boolean isThinner = true;
        while (isThinner) {
            isThinner = false;
            for (int pass = 0; pass < 2; pass++) {
                List<int[]> edge = edge(ink, pass);
                edge.forEach(pixel -> ink[pixel[1]][pixel[0]] = false);
                isThinner |= !edge.isEmpty();
            }
        }
        return ink;
    }

    private static List<int[]> edge(boolean[][] ink, int pass) {
        List<int[]> edge = new ArrayList<>();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (!ink[y][x]) {
                    continue;
                }
                int neighbours = neighbours(ink, x, y);
                int changes = 0;
                for (int i = 0; i < 8; i++) {
                    changes += !isNext(ink, x, y, i) && isNext(ink, x, y, (i + 1) % 8) ? 1 : 0;
                }
                boolean north = isNext(ink, x, y, 0);
                boolean east = isNext(ink, x, y, 2);
                boolean south = isNext(ink, x, y, 4);
                boolean west = isNext(ink, x, y, 6);
                boolean isOnSide = pass == 0
                        ? !(north && east && south) && !(east && south && west)
                        : !(north && east && west) && !(north && south && west);
                if (neighbours >= 2 && neighbours <= 6 && changes == 1 && isOnSide) {
                    edge.add(new int[] {x, y});
                }
            }
        }
        return edge;
    }

    private static int neighbours(boolean[][] ink, int x, int y) {
        int count = 0;
        for (int i = 0; i < 8; i++) {
            count += isNext(ink, x, y, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean isNext(boolean[][] ink, int x, int y, int way) {
        return at(ink, x + ACROSS[way], y + DOWN[way]);
    }

    private static boolean at(boolean[][] ink, int x, int y) {
        return x >= 0 && y >= 0 && x < SIDE && y < SIDE && ink[y][x];
    }
}
