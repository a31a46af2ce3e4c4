package io.github.mnistmaven.study.internal.svg;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Estimates with their intervals on a common axis, one row each: the name above, the point and its interval below. */
public final class IntervalPlot {

    private static final int WIDTH = 400;
    private static final int LEFT = 14;
    private static final int RIGHT = 386;
    private static final int TOP = 8;
    private static final int ROW = 54;
    private static final int AXIS = 44;
    private static final int LABELS = 7;

    /** About how wide a character is, on a phone, where text is larger. */
    private static final double NAME_WIDTH = 7.6;

    private static final double TEXT_WIDTH = 6.8;

    private IntervalPlot() {}

    /**
     * One row.
     *
     * @param colour of the model or cell
     * @param name of what was measured
     * @param text the numbers beside the name
     * @param value the estimate, a share or a difference of shares
     * @param lower the lower bound of its interval
     * @param upper its upper bound
     * @param single values that the estimate is the mean of; may be empty
     */
    public record Row(
            Colour colour, String name, String text, double value, double lower, double upper, List<Double> single) {

        /**
         * Takes a copy; checks the texts.
         *
         * @param colour of the model or cell
         * @param name of what was measured
         * @param text the numbers beside the name
         * @param value the estimate, a share or a difference of shares
         * @param lower the lower bound of its interval
         * @param upper its upper bound
         * @param single values that the estimate is the mean of; may be empty
         */
        public Row {
            Bounds.requirePresent("name", name);
            Bounds.requirePresent("text", text);
            single = Bounds.copyOf("single", single);
        }
    }

    /**
     * Shares, 0 to 1.
     *
     * @param description what the chart shows, for those who do not see it
     * @param title of the axis
     * @param rows at least one
     * @return an {@code svg} element
     */
    public static String ofShares(String description, String title, List<Row> rows) {
        return draw(description, title, rows, Scale.percent(values(rows), LABELS, 0, 1), Optional.empty());
    }

    /**
     * Differences of shares, beside a region within which differences do not matter.
     *
     * @param description what the chart shows, for those who do not see it
     * @param title of the axis
     * @param rows at least one
     * @param margin how far the region reaches to either side of 0
     * @return an {@code svg} element
     */
    public static String ofDifferences(String description, String title, List<Row> rows, double margin) {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(values(rows)), DoubleStream.of(-1.5 * margin, 1.5 * margin))
                .toArray();
        return draw(description, title, rows, Scale.percent(values, LABELS, -2, 2), Optional.of(margin));
    }

    private static double[] values(List<Row> rows) {
        return rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        DoubleStream.of(row.value(), row.lower(), row.upper()),
                        row.single().stream().mapToDouble(Double::doubleValue)))
                .toArray();
    }

    private static String draw(String description, String title, List<Row> rows, Scale scale, Optional<Double> margin) {
        int bottom = TOP + ROW * rows.size();
        Svg svg = new Svg(WIDTH, bottom + AXIS, description);
        margin.ifPresent(
                it -> svg.rectangle("region", at(scale, -it), TOP, at(scale, it) - at(scale, -it), bottom - TOP));
        for (Scale.Label label : scale.labels()) {
            double x = at(scale, label.value());
            svg.line("grid", x, TOP, x, bottom).text("tick middle", x, bottom + 16, label.text());
        }
        margin.ifPresent(it -> svg.line("axis", at(scale, 0), TOP, at(scale, 0), bottom));
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, scale, rows.get(i), TOP + ROW * i);
        }
        return svg.text("tick end", RIGHT, bottom + 36, title).end();
    }

    private static void draw(Svg svg, Scale scale, Row row, int top) {
        String hover = "%s: %s".formatted(row.name(), row.text());
        double y = top + 32;
        double x = at(scale, row.value());
        svg.text("name", LEFT, top + 16, shortened(row)).text("value end", RIGHT, top + 16, row.text());
        svg.begin(row.colour());
        for (double single : row.single()) {
            svg.circle("single", at(scale, single), y, 3.5, "");
        }
        svg.line("interval", at(scale, row.lower()), y, at(scale, row.upper()), y)
                .line("interval", at(scale, row.lower()), y - 5, at(scale, row.lower()), y + 5)
                .line("interval", at(scale, row.upper()), y - 5, at(scale, row.upper()), y + 5)
                .circle("dot", x, y, 5, "")
                .circle("hit", x, y, 12, hover)
                .endGroup();
    }

    /** The whole name is in the table beside the chart. */
    private static String shortened(Row row) {
        int longest = (int) ((RIGHT - LEFT - TEXT_WIDTH * row.text().length()) / NAME_WIDTH);
        return Svg.shortened(row.name(), Math.max(1, longest));
    }

    private static double at(Scale scale, double value) {
        return LEFT + scale.share(value) * (RIGHT - LEFT);
    }
}
