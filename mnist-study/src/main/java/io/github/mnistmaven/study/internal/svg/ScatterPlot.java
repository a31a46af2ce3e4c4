package io.github.mnistmaven.study.internal.svg;

import io.github.mnistmaven.internal.files.Bounds;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Accuracy against training time, with the line of those that nothing else surpasses in both (the Pareto front).
 */
public final class ScatterPlot {

    private static final int LABELS = 6;
    private static final double LEAST_SECONDS = 0.01;
    private static final int LONGEST_NAME = 22;
    private static final int LINE_HEIGHT = 12;
    private static final int GAP = 9;
    private static final int RADIUS = 5;

    /** Of a bold one, about. */
    private static final double CHARACTER_WIDTH = 7;

    /** How far below its dot a name stands, the best place first. */
    private static final int[] OFFSETS = {-5, 14, -18, 27, -31};

    private ScatterPlot() {}

    /**
     * One point.
     *
     * @param colour of the model or cell
     * @param name beside the point
     * @param seconds at least 0
     * @param accuracy 0 to 1
     * @param lower the lower bound of the interval of the accuracy
     * @param upper its upper bound
     * @param hover what shows when the pointer rests on the point
     */
    public record Point(
            Colour colour, String name, double seconds, double accuracy, double lower, double upper, String hover) {

        /**
         * Checks the texts.
         *
         * @param colour of the model or cell
         * @param name beside the point
         * @param seconds at least 0
         * @param accuracy 0 to 1
         * @param lower the lower bound of the interval of the accuracy
         * @param upper its upper bound
         * @param hover what shows when the pointer rests on the point
         */
        public Point {
            Bounds.requirePresent("name", name);
            Bounds.requirePresent("hover", hover);
        }
    }

    /**
     * The chart.
     *
     * @param description what it shows, for those who do not see it
     * @param points at least one
     * @return an {@code svg} element
     */
    public static String of(String description, List<Point> points) {
        Frame frame = Frame.of(
                Scale.logarithmic(points.stream().mapToDouble(Point::seconds).toArray(), LABELS, LEAST_SECONDS),
                Scale.percent(
                        points.stream()
                                .flatMapToDouble(point -> DoubleStream.of(point.lower(), point.upper()))
                                .toArray(),
                        LABELS,
                        0,
                        1));
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, description);
        frame.draw(svg, "Training time in seconds", "Accuracy");
        drawFront(svg, frame, points);
        List<Rectangle2D> taken = new ArrayList<>(points.stream()
                .map(point -> dot(frame.xOf(point.seconds()), frame.yOf(point.accuracy())))
                .toList());
        for (Point point : points) {
            double x = frame.xOf(point.seconds());
            double y = frame.yOf(point.accuracy());
            svg.begin(point.colour())
                    .line("whisker", x, frame.yOf(point.lower()), x, frame.yOf(point.upper()))
                    .circle("dot", x, y, RADIUS, "")
                    .circle("hit", x, y, 12, point.hover())
                    .endGroup();
            writeName(svg, frame, Svg.shortened(point.name(), LONGEST_NAME), x, y, taken);
        }
        return svg.end();
    }

    private static Rectangle2D dot(double x, double y) {
        return new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    /** Beside its dot, as near as there is room; where points crowd, it is left to the hover text and the table. */
    private static void writeName(Svg svg, Frame frame, String name, double x, double y, List<Rectangle2D> taken) {
        boolean left = frame.isRightHalf(x);
        double width = name.length() * CHARACTER_WIDTH;
        for (int offset : OFFSETS) {
            double baseline = y + offset;
            Rectangle2D place = new Rectangle2D.Double(
                    left ? x - GAP - width : x + GAP, baseline - LINE_HEIGHT, width, LINE_HEIGHT);
            if (frame.hasRoomAt(baseline) && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                svg.text(left ? "name end" : "name", left ? x - GAP : x + GAP, baseline, name);
                return;
            }
        }
    }

    private static void drawFront(Svg svg, Frame frame, List<Point> points) {
        List<Point> front = points.stream()
                .filter(point -> points.stream().noneMatch(other -> surpasses(other, point)))
                .sorted(Comparator.comparingDouble(Point::seconds).thenComparingDouble(Point::accuracy))
                .toList();
        StringBuilder path = new StringBuilder();
        for (Point point : front) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Svg.point(frame.xOf(point.seconds()), frame.yOf(point.accuracy())));
        }
        svg.path("ideal", path.toString());
    }

    private static boolean surpasses(Point other, Point point) {
        return other.seconds() <= point.seconds()
                && other.accuracy() >= point.accuracy()
                && (other.seconds() < point.seconds() || other.accuracy() > point.accuracy());
    }
}
