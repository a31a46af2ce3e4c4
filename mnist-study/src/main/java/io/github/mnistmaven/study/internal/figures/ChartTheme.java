package io.github.mnistmaven.study.internal.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.style.AxesChartStyler;

/** Colours, fonts and lines that all figures share. */
public final class ChartTheme {

    static final Color INK = new Color(0x1F2933);
    static final Color FAINT_INK = new Color(0x616E7C);
    static final Color GRID = new Color(0xE4E7EB);
    static final Color PAPER = Color.WHITE;

    /** For correct and for wrong predictions. */
    static final Color CORRECT = new Color(0x0072B2);

    static final Color INCORRECT = new Color(0xD55E00);

    /** From the palette of Okabe and Ito, "Color Universal Design" (2008), which colour-blind readers can tell apart. */
    private static final Map<String, Color> MODELS = Map.of(
            "cnn", new Color(0x0072B2),
            "lstm", new Color(0xD55E00),
            "cnn-reference", new Color(0x56B4E9),
            "lstm-reference", new Color(0xE69F00));

    /** The rest of it without its yellow, which is lost on white, and two of Paul Tol's "muted" colours (2021). */
    private static final List<Color> OTHER_MODELS = List.of(
            new Color(0x009E73), new Color(0xCC79A7), new Color(0x882255), new Color(0x999933), new Color(0x4B5563));

    private ChartTheme() {}

    /**
     * The colour of a model. It depends on the name alone: curves are drawn when a model has been trained, before anyone
     * knows what it will be compared with. Models of other names may share a colour, so no figure relies on it alone.
     *
     * @param model its name
     * @return a colour that stands out on white
     */
    public static Color colourOf(String model) {
        Color known = MODELS.get(model);
        return known != null ? known : OTHER_MODELS.get(Math.floorMod(model.hashCode(), OTHER_MODELS.size()));
    }

    /** A mixture of two colours. */
    static Color between(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }

    static Font plain(int points) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, points);
    }

    static Font bold(int points) {
        return new Font(Font.SANS_SERIF, Font.BOLD, points);
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashes(double width, double dash) {
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {(float) dash}, 0);
    }

    static void apply(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(PAPER)
                .setPlotBackgroundColor(PAPER)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK)
                .setChartTitleFont(bold(15))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(12)
                .setChartPadding(14)
                .setPlotContentSize(1)
                .setLegendBackgroundColor(PAPER)
                .setLegendBorderColor(PAPER)
                .setLegendFont(plain(12))
                .setLegendSeriesLineLength(34)
                .setAntiAlias(true);
        styler.setAxisTitleFont(plain(12))
                .setAxisTickLabelsFont(plain(12))
                .setAxisTickLabelsColor(FAINT_INK)
                .setAxisTickMarksColor(GRID)
                .setAxisTicksLineVisible(false)
                .setAxisTickMarkLength(4)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(line(1))
                .setPlotTicksMarksVisible(false)
                .setPlotMargin(2);
        styler.setXAxisTitleColor(FAINT_INK);
        styler.setYAxisTitleColor(FAINT_INK);
    }

    /** As many decimals as tell the labels of an axis of this width apart, and for all labels alike. */
    static String decimals(double width) {
        return width > 8 ? "0" : width > 0.8 ? "0.0" : width > 0.08 ? "0.00" : "0.000";
    }

    /** As much of a text as is not wider than it may be, with an ellipsis in place of the rest. */
    static String shortened(Graphics2D graphics, String text, int width) {
        String shortened = text;
        while (graphics.getFontMetrics().stringWidth(shortened) > width) {
            shortened = shortened.substring(0, shortened.offsetByCodePoints(shortened.length(), -2)) + "\u2026";
        }
        return shortened;
    }

    /** Writes text about a point; {@code anchor} 0 starts there, 0.5 is centred, 1 ends there. */
    static void write(Graphics2D graphics, String text, double x, double baseline, double anchor) {
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - anchor * width), (float) baseline);
    }

    /** As {@link #write}, with paper under the text, so that no line of a grid runs through it. */
    static void writeOnPaper(Graphics2D graphics, String text, double x, double baseline, double anchor) {
        Color colour = graphics.getColor();
        double width = graphics.getFontMetrics().stringWidth(text);
        double ascent = graphics.getFontMetrics().getAscent();
        graphics.setColor(PAPER);
        graphics.fill(new Rectangle2D.Double(x - anchor * width - 1, baseline - ascent, width + 2, ascent + 3));
        graphics.setColor(colour);
        write(graphics, text, x, baseline, anchor);
    }
}
