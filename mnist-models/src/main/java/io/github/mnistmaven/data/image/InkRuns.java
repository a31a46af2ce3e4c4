package io.github.mnistmaven.data.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ink as runs of pixels within a row. Runs that touch those of the row above, also at a corner, belong to one shape (L. He et al., "A run-based
 * two-scan labeling algorithm", IEEE Transactions on Image Processing 17(5), 2008).
 */
final class InkRuns {

    private final int width;
    private final int height;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] parents = new int[64];
    private int[] covered = new int[64];
    private int size;
    private final int[] firstOfRow;

    private InkRuns(int width, int height) {
        this.width = width;
        this.height = height;
        this.firstOfRow = new int[height + 1];
    }

    /** Finds the runs, with numbers that have the first run of their shape as their root. */
    static InkRuns of(int width, int height, boolean[] ink) {
        InkRuns runs = new InkRuns(width, height);
        for (int y = 0; y < height; y++) {
            runs.firstOfRow[y] = runs.size;
            runs.addRow(ink, y * width);
            if (y > 0) {
                runs.join(y);
            }
        }
        runs.firstOfRow[height] = runs.size;
        runs.number();
        return runs;
    }

    private void addRow(boolean[] ink, int first) {
        int end = first + width;
        for (int at = first; at < end; at++) {
            if (ink[at]) {
                int start = at;
                while (at < end && ink[at]) {
                    at++;
                }
                add(start - first, at - first);
            }
        }
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            parents = Arrays.copyOf(parents, 2 * size);
            covered = Arrays.copyOf(covered, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        parents[size] = size;
        size++;
    }

    private void join(int row) {
        int above = firstOfRow[row - 1];
        for (int run = firstOfRow[row]; run < size; run++) {
            while (above < firstOfRow[row] && ends[above] < starts[run]) {
                above++;
            }
            for (int near = above; near < firstOfRow[row] && starts[near] <= ends[run]; near++) {
                covered[run] += Math.max(0, Math.min(ends[near], ends[run]) - Math.max(starts[near], starts[run]));
                int one = root(near);
                int other = root(run);
                parents[Math.max(one, other)] = Math.min(one, other);
            }
        }
    }

    private int root(int run) {
        int root = run;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** From here on, the label of each run's shape, from 1 in the order of first pixels, is in the place of its parent. */
    private void number() {
        int labels = 0;
        for (int run = 0; run < size; run++) {
            parents[run] = parents[run] == run ? ++labels : parents[parents[run]];
        }
    }

    private int row(int run, int from) {
        int row = from;
        while (firstOfRow[row + 1] <= run) {
            row++;
        }
        return row;
    }

    /** The label of the shape of each pixel; 0 where there is no ink. */
    int[] labels() {
        int[] labels = new int[width * height];
        int row = 0;
        for (int run = 0; run < size; run++) {
            row = row(run, row);
            Arrays.fill(labels, row * width + starts[run], row * width + ends[run], parents[run]);
        }
        return labels;
    }

    /** All shapes, in the order of their labels. */
    List<Shape> shapes(Plane contrast) {
        List<Extent> extents = new ArrayList<>();
        int row = 0;
        for (int run = 0; run < size; run++) {
            row = row(run, row);
            if (parents[run] > extents.size()) {
                extents.add(new Extent(width, row));
            }
            extents.get(parents[run] - 1).add(this, run, row, contrast);
        }
        row = 0;
        for (int run = 0; run < size; run++) {
            row = row(run, row);
            extents.get(parents[run] - 1).addDark(this, run, row, contrast);
        }
        List<Shape> shapes = new ArrayList<>();
        for (Extent extent : extents) {
            shapes.add(extent.shape(shapes.size() + 1));
        }
        return shapes;
    }

    /** What the runs of one shape add up to. */
    private static final class Extent {

        private final int top;
        private int left;
        private int right = -1;
        private int bottom;
        private int area;
        private int perimeter;
        private double sum;
        private double darkSum;
        private int darkCount;

        Extent(int width, int top) {
            this.left = width;
            this.top = top;
        }

        void add(InkRuns runs, int run, int row, Plane contrast) {
            int start = runs.starts[run];
            int end = runs.ends[run];
            left = Math.min(left, start);
            right = Math.max(right, end - 1);
            bottom = row;
            area += end - start;
            // The upper and lower sides of its pixels, but for those that it shares with the row above, and both ends.
            perimeter += 2 * (end - start) - 2 * runs.covered[run] + 2;
            float[] values = contrast.values();
            for (int at = row * runs.width + start; at < row * runs.width + end; at++) {
                sum += values[at];
            }
        }

        void addDark(InkRuns runs, int run, int row, Plane contrast) {
            double mean = sum / area;
            float[] values = contrast.values();
            for (int at = row * runs.width + runs.starts[run]; at < row * runs.width + runs.ends[run]; at++) {
                if (values[at] >= mean) {
                    darkSum += values[at];
                    darkCount++;
                }
            }
        }

        Shape shape(int label) {
            double dark = darkCount == 0 ? sum / area : darkSum / darkCount;
            Box box = new Box(left, top, right - left + 1, bottom - top + 1);
            return new Shape(label, box, area, perimeter, dark, 1);
        }
    }
}
