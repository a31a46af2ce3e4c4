package io.github.mnistmaven.data.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A way of writing a digit, such as a 7 with a bar, given by examples: all with the same strokes and as many control
 * points,
 * so that any mixture of them is a digit as well.
 *
 * @param weight how often the digit is written so, next to the weights of its other forms
 * @param examples the examples, at least one
 */
record Form(double weight, List<List<Knots>> examples) {

    /**
     * The control points of one stroke of the pen.
     *
     * @param points where the pen passes, smoothly
     * @param corners at which of them it turns sharply instead
     */
    record Knots(List<Point> points, List<Boolean> corners) {}

    Form {
        if (examples.stream().map(Form::layout).distinct().count() != 1) {
            throw new IllegalArgumentException("the examples of a form have the same strokes, points and corners, not "
                    + examples.stream().map(Form::layout).toList());
        }
    }

    /**
     * A form in the notation of {@link Forms}: {@code "x,y"} a control point, {@code "x,y!"} a corner, {@code "/"} the
     * pen
     * lifted.
     */
    static Form of(double weight, String... examples) {
        return new Form(weight, Arrays.stream(examples).map(Form::strokes).toList());
    }

    private static List<Knots> strokes(String example) {
        return Arrays.stream(example.split("/")).map(Form::knots).toList();
    }

    private static Knots knots(String stroke) {
        List<Point> points = new ArrayList<>();
        List<Boolean> corners = new ArrayList<>();
        for (String knot : stroke.strip().split("\\s+")) {
            corners.add(knot.endsWith("!"));
            String[] xy = knot.replace("!", "").split(",");
            points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
        }
        return new Knots(List.copyOf(points), List.copyOf(corners));
    }

    private static List<List<Boolean>> layout(List<Knots> strokes) {
        return strokes.stream().map(Knots::corners).toList();
    }

    /** The examples mixed in these shares, which add up to 1. */
    List<Knots> mixed(double[] shares) {
        return IntStream.range(0, examples.get(0).size())
                .mapToObj(stroke -> mixed(stroke, shares))
                .toList();
    }

    private Knots mixed(int stroke, double[] shares) {
        Knots first = examples.get(0).get(stroke);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < first.points().size(); i++) {
            Point sum = new Point(0, 0);
            for (int e = 0; e < shares.length; e++) {
                Point point = examples.get(e).get(stroke).points().get(i);
                sum = sum.plus(shares[e] * point.x(), shares[e] * point.y());
            }
            points.add(sum);
        }
        return new Knots(points, first.corners());
    }
}
