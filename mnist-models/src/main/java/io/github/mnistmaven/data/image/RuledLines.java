package io.github.mnistmaven.data.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Long thin lines that run along the rows of an image: those of ruled paper, frames and tables. They are found by following runs of ink
 * from column to column, as the staff lines of sheet music are (C. Dalitz et al., "A comparative study of staff removal algorithms", IEEE
 * TPAMI 30(5), 2008), and taken away where nothing crosses them.
 */
final class RuledLines {

    /** A line is at most as thick as this share of the image's longer side. */
    private static final double THICKEST = 0.016;

    /** A line has ink of its own in at least this share of the columns; something else may hide the others. */
    private static final double SUPPORT = 0.35;

    /** And goes across at least this share of the image. */
    private static final double SPAN = 0.8;

    /** The longest part of the image's width that something else may hide. */
    private static final double LONGEST_GAP = 0.6;

    /** Lines of paper that was photographed askew, in rows a column: six degrees. */
    private static final double STEEPEST = 0.1;

    private static final double TOLERANCE = 1.5;

    /** More lines at a time are a pattern, and would take long to follow. */
    private static final int MOST_ACTIVE = 200;

    /** Too few runs to say how a line rises. */
    private static final int SHORT = 20;

    private final int width;
    private final int height;
    private final boolean[] ink;
    private final int thickest;
    private final List<Track> tracks = new ArrayList<>();

    private RuledLines(int width, int height, boolean[] ink) {
        this.width = width;
        this.height = height;
        this.ink = ink;
        this.thickest = Math.max(1, (int) Math.round(THICKEST * Math.max(width, height)));
    }

    /** The middles of the runs that may be one line. */
    private static final class Track {

        private int[] columns = new int[8];
        private int[] tops = new int[8];
        private int[] bottoms = new int[8];
        private int size;
        private double sumX;
        private double sumY;
        private double sumXx;
        private double sumXy;

        void add(int column, int top, int bottom) {
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size);
                tops = Arrays.copyOf(tops, 2 * size);
                bottoms = Arrays.copyOf(bottoms, 2 * size);
            }
            columns[size] = column;
            tops[size] = top;
            bottoms[size] = bottom;
            size++;
            double y = (top + bottom) / 2.0;
            sumX += column;
            sumY += y;
            sumXx += (double) column * column;
            sumXy += column * y;
        }

        int last() {
            return columns[size - 1];
        }

        double middle(int index) {
            return (tops[index] + bottoms[index]) / 2.0;
        }

        /** Of the straight line through all runs, by least squares. */
        double slope() {
            double spread = sumXx - sumX * sumX / size;
            return size < SHORT ? 0 : (sumXy - sumX * sumY / size) / spread;
        }

        double expected(int column) {
            return sumY / size + slope() * (column - sumX / size);
        }

        int thickness() {
            int[] thicknesses = new int[size];
            for (int i = 0; i < size; i++) {
                thicknesses[i] = bottoms[i] - tops[i] + 1;
            }
            Arrays.sort(thicknesses);
            return thicknesses[size / 2];
        }
    }

    /**
     * Takes lines out of a mask of ink; returns whether there were any.
     *
     * @param ink column by column, as lines are followed from one to the next
     */
    static boolean remove(int width, int height, boolean[] ink) {
        RuledLines lines = new RuledLines(width, height, ink);
        lines.follow();
        boolean found = false;
        for (Track track : lines.tracks) {
            if (track.size >= SUPPORT * width
                    && track.last() - track.columns[0] >= SPAN * width
                    && Math.abs(track.slope()) <= STEEPEST) {
                lines.erase(track);
                found = true;
            }
        }
        return found;
    }

    private void follow() {
        List<Track> active = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            double[] expected = expected(active, x);
            for (int y = 0; y < height; y++) {
                if (!ink[x * height + y]) {
                    continue;
                }
                int top = y;
                while (y < height && ink[x * height + y]) {
                    y++;
                }
                if (y - top <= thickest) {
                    extend(active, expected, x, top, y - 1);
                }
            }
            int column = x;
            active.removeIf(track -> column - track.last() > Math.min(LONGEST_GAP * width, 2 + 6 * track.size));
        }
    }

    /** Once a column: a track that is extended there takes no other run of it. */
    private static double[] expected(List<Track> active, int x) {
        double[] expected = new double[active.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = active.get(i).expected(x);
        }
        return expected;
    }

    private void extend(List<Track> active, double[] expected, int x, int top, int bottom) {
        double middle = (top + bottom) / 2.0;
        Track nearest = null;
        double distance = TOLERANCE;
        for (int i = 0; i < expected.length; i++) {
            double off = Math.abs(expected[i] - middle);
            if (off <= distance && active.get(i).last() < x) {
                nearest = active.get(i);
                distance = off;
            }
        }
        if (nearest == null) {
            if (active.size() >= MOST_ACTIVE) {
                return;
            }
            nearest = new Track();
            active.add(nearest);
            tracks.add(nearest);
        }
        nearest.add(x, top, bottom);
    }

    /** Where the ink is much thicker than the line, a stroke crosses it and stays. */
    private void erase(Track track) {
        int most = track.thickness() + 2;
        int next = 0;
        for (int x = 0; x < width; x++) {
            while (next < track.size - 1 && track.columns[next] < x) {
                next++;
            }
            double slope = track.slope();
            int y = (int) Math.round(track.middle(next) + slope * (x - track.columns[next]));
            for (int near = Math.max(0, y - 1); near <= Math.min(height - 1, y + 1); near++) {
                eraseRun(x, near, most);
            }
        }
    }

    private void eraseRun(int x, int y, int most) {
        if (!ink[x * height + y]) {
            return;
        }
        int top = y;
        while (top > 0 && ink[x * height + top - 1]) {
            top--;
        }
        int bottom = y;
        while (bottom < height - 1 && ink[x * height + bottom + 1]) {
            bottom++;
        }
        if (bottom - top + 1 <= most) {
            for (int row = top; row <= bottom; row++) {
                ink[x * height + row] = false;
            }
        }
    }
}
