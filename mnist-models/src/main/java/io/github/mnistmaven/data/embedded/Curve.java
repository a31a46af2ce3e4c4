package io.github.mnistmaven.data.embedded;

import java.util.ArrayList;
import java.util.List;

/** Lines drawn through points. */
final class Curve {

    private Curve() {}

    /**
     * The curve that passes through the knots smoothly, except at corners.
     *
     * @param step how far apart, about, the points of the result lie
     */
    static List<Point> through(Form.Knots knots, double step) {
        List<Point> line = new ArrayList<>();
        List<Point> points = knots.points();
        int start = 0;
        for (int i = 1; i < points.size(); i++) {
            if (i == points.size() - 1 || knots.corners().get(i)) {
                addSmooth(points.subList(start, i + 1), step, line);
                start = i;
            }
        }
        line.add(points.get(points.size() - 1));
        return line;
    }

    /** All but the end of a centripetal Catmull-Rom spline (Yuksel, Schaefer and Keyser, 2011), which never loops by itself. */
    private static void addSmooth(List<Point> points, double step, List<Point> line) {
        int last = points.size() - 1;
        for (int i = 0; i < last; i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            Point before = i > 0 ? points.get(i - 1) : to.towards(from, 2);
            Point after = i + 1 < last ? points.get(i + 2) : from.towards(to, 2);
            int pieces = Math.max(1, (int) Math.ceil(from.distance(to) / step));
            for (int piece = 0; piece < pieces; piece++) {
                line.add(spline(before, from, to, after, (double) piece / pieces));
            }
        }
    }

    private static Point spline(Point p0, Point p1, Point p2, Point p3, double share) {
        double d0 = spacing(p0, p1);
        double d1 = spacing(p1, p2);
        double d2 = spacing(p2, p3);
        return new Point(
                hermite(p0.x(), p1.x(), p2.x(), p3.x(), d0, d1, d2, share),
                hermite(p0.y(), p1.y(), p2.y(), p3.y(), d0, d1, d2, share));
    }

    private static double spacing(Point a, Point b) {
        return Math.sqrt(a.distance(b)) + 1e-3;
    }

    private static double hermite(
            double p0, double p1, double p2, double p3, double d0, double d1, double d2, double t) {
        double slope1 = d1 * ((p1 - p0) / d0 - (p2 - p0) / (d0 + d1) + (p2 - p1) / d1);
        double slope2 = d1 * ((p2 - p1) / d1 - (p3 - p1) / (d1 + d2) + (p3 - p2) / d2);
        double c = 3 * (p2 - p1) - 2 * slope1 - slope2;
        double d = 2 * (p1 - p2) + slope1 + slope2;
        return p1 + t * (slope1 + t * (c + t * d));
    }

    /** The line with everything sharper than {@code passes} steps rounded off; its ends stay. */
    static List<Point> rounded(List<Point> line, int passes) {
        List<Point> rounded = line;
        for (int pass = 0; pass < passes; pass++) {
            List<Point> next = new ArrayList<>(rounded.size());
            next.add(rounded.get(0));
            for (int i = 1; i < rounded.size() - 1; i++) {
                Point middle = rounded.get(i - 1).towards(rounded.get(i + 1), 0.5);
                next.add(rounded.get(i).towards(middle, 0.5));
            }
            next.add(rounded.get(rounded.size() - 1));
            rounded = next;
        }
        return rounded;
    }
}
