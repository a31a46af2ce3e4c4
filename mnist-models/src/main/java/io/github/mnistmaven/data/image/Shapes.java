package io.github.mnistmaven.data.image;

import java.util.List;

/** The connected components of ink; pixels that touch at a corner are connected. */
final class Shapes {

    private static final int[][] WAYS = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    private static final double HALF = 0.5;
    private static final int GAP = 3;

    private final int width;
    private final int height;
    private final int[] labels;
    private final List<Shape> all;

    private Shapes(int width, int height, int[] labels, List<Shape> all) {
        this.width = width;
        this.height = height;
        this.labels = labels;
        this.all = all;
    }

    static Shapes of(Plane contrast, boolean[] ink) {
        InkRuns runs = InkRuns.of(contrast.width(), contrast.height(), ink);
        return new Shapes(contrast.width(), contrast.height(), runs.labels(), runs.shapes(contrast));
    }

    List<Shape> all() {
        return all;
    }

    /** The label of the shape that a pixel belongs to, or 0. */
    int label(int index) {
        return labels[index];
    }

    Shape labelled(int label) {
        return all.get(label - 1);
    }

    /** Whether all four sides of a shape's box are drawn, as those of a frame are. */
    boolean isFrame(Shape shape) {
        Box box = shape.box();
        int deep = Math.max(1, Math.min(box.width(), box.height()) / 10);
        int[] covered = new int[4];
        for (int x = box.left(); x < box.right(); x++) {
            covered[0] += any(shape, x, box.top(), 1, deep) ? 1 : 0;
            covered[1] += any(shape, x, box.bottom() - deep, 1, deep) ? 1 : 0;
        }
        for (int y = box.top(); y < box.bottom(); y++) {
            covered[2] += any(shape, box.left(), y, deep, 1) ? 1 : 0;
            covered[3] += any(shape, box.right() - deep, y, deep, 1) ? 1 : 0;
        }
        double enough = 0.85;
        return shape.fill() < 0.5
                && Math.min(covered[0], covered[1]) >= enough * box.width()
                && Math.min(covered[2], covered[3]) >= enough * box.height();
    }

    /**
     * The share of a shape's edge at which the image itself gets lighter. A stroke has such an edge all around. The gap between two strokes
     * has none where it opens, nor has what is left of a shadow.
     */
    double edgeSupport(Shape shape, InkMap map) {
        Box box = shape.box();
        int reach =
                Math.max(Math.min(width, height) < 64 ? 1 : 2, (int) Math.round(Math.min(shape.strokeWidth(), 40) / 3));
        int sides = 0;
        int supported = 0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                if (labels[y * width + x] != shape.label()) {
                    continue;
                }
                for (int[] way : WAYS) {
                    int outX = x + way[0] * reach;
                    int outY = y + way[1] * reach;
                    if (isInside(outX, outY) && isOuterEdge(shape, x, y, way, reach)) {
                        int at = y * width + x;
                        float level = map.levels().values()[at];
                        float drop = map.background().values()[at] - level;
                        sides++;
                        supported += map.levels().at(outX, outY) - level >= HALF * drop ? 1 : 0;
                    }
                }
            }
        }
        return sides == 0 ? 1 : (double) supported / sides;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** A gap that is narrower than the stroke, as a dry pen leaves, has no edges that count. */
    private boolean isOuterEdge(Shape shape, int x, int y, int[] way, int reach) {
        for (int step = 1; step <= GAP * reach; step++) {
            int nextX = x + way[0] * step;
            int nextY = y + way[1] * step;
            if (!isInside(nextX, nextY)) {
                return step > reach;
            }
            if (labels[nextY * width + nextX] == shape.label()) {
                return false;
            }
        }
        return true;
    }

    private boolean any(Shape shape, int left, int top, int wide, int tall) {
        for (int y = top; y < top + tall; y++) {
            for (int x = left; x < left + wide; x++) {
                if (labels[y * width + x] == shape.label()) {
                    return true;
                }
            }
        }
        return false;
    }
}
