package io.github.mnistmaven.study.internal.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the elements of one picture; texts are escaped. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param width in units of the picture
     * @param height in units of the picture
     * @param description what it shows, for those who do not see it
     */
    Svg(int width, int height, String description) {
        text.append("<svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(description))
                .append("\">");
    }

    /** Begins a group of one colour. */
    Svg begin(Colour colour) {
        text.append("<g class=\"").append(colour.cssClass()).append("\">");
        return this;
    }

    /** Ends the group. */
    Svg endGroup() {
        text.append("</g>");
        return this;
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        return path(classes, "M" + point(x1, y1) + "L" + point(x2, y2));
    }

    Svg path(String classes, String data) {
        text.append("<path class=\"")
                .append(classes)
                .append("\" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg rectangle(String classes, double x, double y, double width, double height) {
        text.append("<rect class=\"").append(classes).append('"');
        attribute("x", x);
        attribute("y", y);
        attribute("width", Math.max(0, width));
        attribute("height", Math.max(0, height));
        text.append("/>");
        return this;
    }

    /**
     * A circle.
     *
     * @param hover what shows when the pointer rests on it; empty for nothing
     */
    Svg circle(String classes, double x, double y, double radius, String hover) {
        text.append("<circle class=\"").append(classes).append('"');
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        text.append('>');
        if (!hover.isEmpty()) {
            text.append("<title>").append(escaped(hover)).append("</title>");
        }
        text.append("</circle>");
        return this;
    }

    /**
     * A line of text.
     *
     * @param classes {@code middle} or {@code end} among them if it does not start at the point
     * @param y of its baseline
     */
    Svg text(String classes, double x, double y, String line) {
        text.append("<text class=\"").append(classes).append('"');
        attribute("x", x);
        attribute("y", y);
        text.append('>').append(escaped(line)).append("</text>");
        return this;
    }

    /** Ends the picture. */
    String end() {
        return text.append("</svg>").toString();
    }

    private void attribute(String name, double value) {
        text.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** A tenth of a unit is finer than any screen. */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The beginning of a text, and an ellipsis in place of the rest. */
    static String shortened(String text, int characters) {
        int length = text.codePointCount(0, text.length());
        return length <= characters ? text : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "\u2026";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
