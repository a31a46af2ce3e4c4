package io.github.mnistmaven.study.internal.svg;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A reliability diagram: of the predictions that were about as sure, how many were correct. On the diagonal, a model is right as often as it says. */
public final class ReliabilityPlot {

    private static final double SMALLEST_DOT = 2.5;
    private static final double LARGEST_DOT = 7;

    private ReliabilityPlot() {}

    /**
     * Predictions that were about as sure.
     *
     * @param confidence the mean of what they said, 0 to 1
     * @param accuracy the share of them that is correct, 0 to 1
     * @param lower the lower bound of the interval of the accuracy; {@code accuracy} if there is none
     * @param upper its upper bound
     * @param count how many they are, at least 1
     * @param hover what shows when the pointer rests on the dot
     */
    public record Bin(double confidence, double accuracy, double lower, double upper, int count, String hover) {

        /**
         * Checks the text.
         *
         * @param confidence the mean of what they said, 0 to 1
         * @param accuracy the share of them that is correct, 0 to 1
         * @param lower the lower bound of the interval of the accuracy; {@code accuracy} if there is none
         * @param upper its upper bound
         * @param count how many they are, at least 1
         * @param hover what shows when the pointer rests on the dot
         */
        public Bin {
            Bounds.requirePresent("hover", hover);
        }
    }

    /**
     * The diagram.
     *
     * @param description what it shows, for those who do not see it
     * @param colour of the model or cell
     * @param bins at least one, from the least sure to the surest
     * @return an {@code svg} element
     */
    public static String of(String description, Colour colour, List<Bin> bins) {
        Frame frame = Frame.of(wholeScale(), wholeScale());
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, description);
        frame.draw(svg, "Confidence", "Correct");
        svg.line("ideal", frame.xOf(0), frame.yOf(0), frame.xOf(1), frame.yOf(1))
                .begin(colour);
        svg.path(
                "line",
                bins.stream()
                        .map(bin -> Svg.point(frame.xOf(bin.confidence()), frame.yOf(bin.accuracy())))
                        .collect(Collectors.joining("L", "M", "")));
        int most = bins.stream().mapToInt(Bin::count).max().orElseThrow();
        for (Bin bin : bins) {
            double x = frame.xOf(bin.confidence());
            double y = frame.yOf(bin.accuracy());
            double radius = SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * Math.sqrt((double) bin.count() / most);
            svg.line("whisker", x, frame.yOf(bin.lower()), x, frame.yOf(bin.upper()))
                    .circle("dot", x, y, radius, "")
                    .circle("hit", x, y, Math.max(8, radius), bin.hover());
        }
        return svg.endGroup().end();
    }

    private static Scale wholeScale() {
        List<Scale.Label> labels = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 20) {
            labels.add(new Scale.Label(percent / 100.0, percent + " %"));
        }
        return new Scale(0, 1, false, labels);
    }
}
