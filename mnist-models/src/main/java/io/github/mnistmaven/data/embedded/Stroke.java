package io.github.mnistmaven.data.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a pen draws without being lifted: a smooth curve through points. */
record Stroke(List<Point> points) {

    private static final int STEPS = 8;

    /** Through points given as x, y, x, y ... */
    static Stroke through(double... coordinates) {
        return new Stroke(IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
                .toList());
    }

    Stroke map(UnaryOperator<Point> change) {
        return new Stroke(points.stream().map(change).toList());
    }

    /** The curve as short straight lines: a Catmull-Rom spline through the points. */
    Stroke smooth() {
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Point before = points.get(Math.max(0, i - 1));
            Point from = points.get(i);
            Point to = points.get(i + 1);
            Point after = points.get(Math.min(points.size() - 1, i + 2));
            for (int step = 0; step < STEPS; step++) {
                double t = (double) step / STEPS;
                curve.add(new Point(
                        spline(before.x(), from.x(), to.x(), after.x(), t),
                        spline(before.y(), from.y(), to.y(), after.y(), t)));
            }
        }
        curve.add(points.get(points.size() - 1));
        return new Stroke(curve);
    }

    private static double spline(double before, double from, double to, double after, double t) {
        return 0.5
                * (2 * from
                        + (to - before) * t
                        + (2 * before - 5 * from + 4 * to - after) * t * t
                        + (3 * from - before - 3 * to + after) * t * t * t);
    }
}
