package io.github.mnistmaven.study.internal.svg;

/**
 * The two axes of a chart and the field between them. Charts are 400 units wide, as a phone shows them at nearly that size.
 *
 * @param x from left to right
 * @param y from the bottom to the top
 * @param upsideDown whether the least value of y is at the top
 */
record Frame(Scale x, Scale y, boolean upsideDown) {

    static final int WIDTH = 400;
    static final int HEIGHT = 260;

    private static final int LEFT = 50;
    private static final int RIGHT = 388;
    private static final int TOP = 30;
    private static final int BOTTOM = 216;

    static Frame of(Scale x, Scale y) {
        return new Frame(x, y, false);
    }

    double xOf(double value) {
        return LEFT + x.share(value) * (RIGHT - LEFT);
    }

    double yOf(double value) {
        double share = y.share(value);
        return BOTTOM - (upsideDown ? 1 - share : share) * (BOTTOM - TOP);
    }

    boolean isRightHalf(double pointX) {
        return pointX > (LEFT + RIGHT) / 2.0;
    }

    /** Whether a line of text there is between the axes. */
    boolean hasRoomAt(double baseline) {
        return baseline >= TOP && baseline <= BOTTOM - 2;
    }

    /** Draws grid, labels and titles. */
    void draw(Svg svg, String xTitle, String yTitle) {
        for (Scale.Label label : y.labels()) {
            double at = yOf(label.value());
            svg.line("grid", LEFT, at, RIGHT, at).text("tick end", LEFT - 6, at + 4, label.text());
        }
        svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (Scale.Label label : x.labels()) {
            double at = xOf(label.value());
            svg.line("axis", at, BOTTOM, at, BOTTOM + 4).text("tick middle", at, BOTTOM + 17, label.text());
        }
        svg.text("tick end", RIGHT, HEIGHT - 8, xTitle).text("tick", 4, 12, yTitle);
    }
}
