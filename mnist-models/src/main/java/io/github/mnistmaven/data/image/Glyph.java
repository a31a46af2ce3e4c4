package io.github.mnistmaven.data.image;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The shapes of one written character.
 *
 * @param shapes one, or more where the pen was lifted or the ink is broken
 * @param box around all of them
 */
record Glyph(List<Shape> shapes, Box box) {

    private static final double WIDEST = 1.3;

    private static final double TOO_WIDE = 2.6;

    static Glyph of(List<Shape> shapes) {
        return new Glyph(
                shapes, shapes.stream().map(Shape::box).reduce(Box::joined).orElseThrow());
    }

    int area() {
        return shapes.stream().mapToInt(Shape::area).sum();
    }

    boolean has(int label) {
        return shapes.stream().anyMatch(shape -> shape.label() == label);
    }

    double contrast() {
        return mean(Shape::contrast);
    }

    double strokeWidth() {
        return mean(Shape::strokeWidth);
    }

    double edgeSupport() {
        return mean(Shape::edgeSupport);
    }

    /** Wider than all but one in fifty of MNIST's training digits are. */
    boolean isWide() {
        return box.width() > WIDEST * box.height();
    }

    /** Wider than any of MNIST's training digits is: the flattest have 2.5 columns for each row, counted from half ink on. */
    boolean isTooWide() {
        return box.width() > TOO_WIDE * box.height();
    }

    private double mean(ToDoubleFunction<Shape> value) {
        return shapes.stream()
                        .mapToDouble(shape -> value.applyAsDouble(shape) * shape.area())
                        .sum()
                / area();
    }
}
