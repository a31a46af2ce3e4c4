package io.github.mnistmaven.study.internal.svg;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lines over the numbers 1 to n, such as learning curves over epochs, with a band where there are several values. */
public final class LinePlot {

    private static final int LABELS = 8;
    private static final double DOT = 2.5;
    private static final double RING = 6;

    /** Of more points than these, not every one has a mark. */
    private static final int MAX_DOTS = 40;

    /** Losses beyond, as of a training that failed, lie on the upper edge: they would squeeze all others. */
    private static final double MOST_LOSS = 20;

    private LinePlot() {}

    /** What the values are, which says how the vertical axis is divided. */
    public enum Measure {
        /** Shares, 0 to 1. The axis is divided by the logarithm of what is missing to 1, so that 99 % and 99.5 % are as far apart as 80 % and 90 %. */
        ACCURACY,
        /** Values above 0, on a logarithmic axis. */
        LOSS
    }

    /**
     * One point of a line.
     *
     * @param number 1 to n
     * @param value where the line is
     * @param lower where the band begins, {@code value} if there is none
     * @param upper where the band ends, {@code value} if there is none
     * @param hover what shows when the pointer rests on the point
     * @param marked whether it has a ring, such as that of the best epoch
     */
    public record Point(int number, double value, double lower, double upper, String hover, boolean marked) {

        /**
         * Checks the text.
         *
         * @param number 1 to n
         * @param value where the line is
         * @param lower where the band begins, {@code value} if there is none
         * @param upper where the band ends, {@code value} if there is none
         * @param hover what shows when the pointer rests on the point
         * @param marked whether it has a ring, such as that of the best epoch
         */
        public Point {
            Bounds.requirePresent("hover", hover);
        }
    }

    /**
     * A line.
     *
     * @param colour of the model or cell
     * @param dashed whether it stands back behind the others
     * @param points at least one, in order
     */
    public record Line(Colour colour, boolean dashed, List<Point> points) {

        /**
         * Takes a copy.
         *
         * @param colour of the model or cell
         * @param dashed whether it stands back behind the others
         * @param points at least one, in order
         */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * What has to be said beside the chart.
     *
     * @param measure what the values are
     * @param lines those of the chart
     * @return a sentence; none for most charts
     */
    public static List<String> notes(Measure measure, List<Line> lines) {
        boolean cut = measure == Measure.LOSS
                && lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> point.upper() > MOST_LOSS);
        return cut ? List.of("Losses above %s lie on the upper edge.".formatted(Scale.plain(MOST_LOSS))) : List.of();
    }

    /**
     * The chart.
     *
     * @param description what it shows, for those who do not see it
     * @param title of the vertical axis
     * @param measure what the values are
     * @param lines at least one; later ones are drawn over earlier ones
     * @return an {@code svg} element
     */
    public static String of(String description, String title, Measure measure, List<Line> lines) {
        Frame frame = new Frame(
                Scale.count(
                        lines.stream()
                                .flatMap(line -> line.points().stream())
                                .mapToInt(Point::number)
                                .max()
                                .orElseThrow(),
                        LABELS),
                scale(measure, lines),
                measure == Measure.ACCURACY);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, description);
        frame.draw(svg, "Epoch", title);
        for (Line line : lines) {
            svg.begin(line.colour());
            draw(svg, frame, measure, line);
            svg.endGroup();
        }
        return svg.end();
    }

    private static Scale scale(Measure measure, List<Line> lines) {
        double[] values = lines.stream()
                .flatMap(line -> line.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.value(), point.lower(), point.upper()))
                .map(value -> onAxis(measure, value))
                .toArray();
        // A logarithmic axis has no 0; what is 0 lies a little beyond the rest.
        double floor = DoubleStream.of(values).filter(value -> value > 0).min().orElse(1) / 2;
        Scale scale = Scale.logarithmic(values, LABELS, floor);
        return measure == Measure.LOSS ? scale : scale.labelled(LinePlot::accuracyAt);
    }

    private static String accuracyAt(double error) {
        return BigDecimal.ONE
                        .subtract(BigDecimal.valueOf(error))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static double onAxis(Measure measure, double value) {
        return measure == Measure.LOSS ? Math.min(MOST_LOSS, value) : 1 - value;
    }

    private static void draw(Svg svg, Frame frame, Measure measure, Line line) {
        List<Point> points = line.points();
        if (points.stream().anyMatch(point -> point.lower() < point.upper())) {
            svg.path(
                    "band",
                    Stream.concat(
                                    points.stream().map(point -> place(frame, measure, point.number(), point.lower())),
                                    reversed(points).stream()
                                            .map(point -> place(frame, measure, point.number(), point.upper())))
                            .collect(Collectors.joining("L", "M", "Z")));
        }
        svg.path(
                line.dashed() ? "line dashed" : "line",
                points.stream()
                        .map(point -> place(frame, measure, point.number(), point.value()))
                        .collect(Collectors.joining("L", "M", "")));
        int every = Math.max(1, points.size() / MAX_DOTS);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = frame.xOf(point.number());
            double y = frame.yOf(onAxis(measure, point.value()));
            if (point.marked()) {
                svg.circle("ring", x, y, RING, "");
            }
            if (point.marked() || i % every == 0 || i == points.size() - 1) {
                svg.circle("dot", x, y, DOT, "").circle("hit", x, y, RING + 2, point.hover());
            }
        }
    }

    private static List<Point> reversed(List<Point> points) {
        List<Point> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String place(Frame frame, Measure measure, int number, double value) {
        return Svg.point(frame.xOf(number), frame.yOf(onAxis(measure, value)));
    }
}
