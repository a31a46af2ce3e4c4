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

/** Colours, fonts and lines that all figures share, for pages of light and of dark background. */
public enum ChartTheme {
    /** For white pages, and for print. */
    LIGHT(
            "",
            new Color(0x1F2933),
            new Color(0x616E7C),
            new Color(0xE4E7EB),
            Color.WHITE,
            new Color(0x0072B2),
            new Color(0xD55E00),
            // From the palette of Okabe and Ito, "Color Universal Design" (2008), which colour-blind readers can tell
            // apart.
            Map.of(
                    "cnn", new Color(0x0072B2),
                    "lstm", new Color(0xD55E00),
                    "cnn-reference", new Color(0x56B4E9),
                    "lstm-reference", new Color(0xE69F00)),
            // The rest of it without its yellow, which is lost on white, and two of Paul Tol's "muted" colours (2021).
            List.of(
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0x882255),
                    new Color(0x999933),
                    new Color(0x4B5563))),

    /** For dark pages: the same hues, as light as it takes to stand out. */
    DARK(
            "dark",
            new Color(0xE6EDF3),
            new Color(0x9DA7B3),
            new Color(0x30363D),
            new Color(0x0D1117),
            new Color(0x3D9BDC),
            new Color(0xF0793A),
            Map.of(
                    "cnn", new Color(0x3D9BDC),
                    "lstm", new Color(0xF0793A),
                    "cnn-reference", new Color(0x8CCBF0),
                    "lstm-reference", new Color(0xF0B94D)),
            List.of(
                    new Color(0x2FC39A),
                    new Color(0xDE94BC),
                    new Color(0xCF6A98),
                    new Color(0xC2C25C),
                    new Color(0xA3ADBA)));

    private final String directory;

    /** Of titles and numbers. */
    final Color ink;

    /** Of what stands back. */
    final Color faintInk;

    final Color grid;
    final Color paper;

    /** Of correct predictions. */
    final Color correct;

    /** Of wrong predictions. */
    final Color incorrect;

    private final Map<String, Color> models;
    private final List<Color> otherModels;

    ChartTheme(
            String directory,
            Color ink,
            Color faintInk,
            Color grid,
            Color paper,
            Color correct,
            Color incorrect,
            Map<String, Color> models,
            List<Color> otherModels) {
        this.directory = directory;
        this.ink = ink;
        this.faintInk = faintInk;
        this.grid = grid;
        this.paper = paper;
        this.correct = correct;
        this.incorrect = incorrect;
        this.models = models;
        this.otherModels = otherModels;
    }

    /**
     * Where figures of this theme go. All themes give them the same names.
     *
     * @return a directory within that of the figures; empty for that directory itself
     */
    public String directory() {
        return directory;
    }

    /**
     * The colour of a model. It depends on the name alone: curves are drawn when a model has been trained, before anyone
     * knows what it will be compared with. Models of other names may share a colour, so no figure relies on it alone.
     *
     * @param model its name
     * @return a colour that stands out on the paper of this theme
     */
    public Color of(String model) {
        Color known = models.get(model);
        return known != null ? known : otherModels.get(Math.floorMod(model.hashCode(), otherModels.size()));
    }

    /**
     * The colour of a model on a light page.
     *
     * @param model its name
     * @return as {@link #of} gives it
     */
    public static Color colourOf(String model) {
        return LIGHT.of(model);
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

    void apply(AxesChartStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(paper)
                .setPlotBackgroundColor(paper)
                .setPlotBorderVisible(false)
                .setChartFontColor(ink)
                .setChartTitleFont(bold(15))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(12)
                .setChartPadding(14)
                .setPlotContentSize(1)
                .setLegendBackgroundColor(paper)
                .setLegendBorderColor(paper)
                .setLegendFont(plain(12))
                .setLegendSeriesLineLength(34)
                .setAntiAlias(true);
        styler.setAxisTitleFont(plain(12))
                .setAxisTickLabelsFont(plain(12))
                .setAxisTickLabelsColor(faintInk)
                .setAxisTickMarksColor(grid)
                .setAxisTicksLineVisible(false)
                .setAxisTickMarkLength(4)
                .setPlotGridLinesColor(grid)
                .setPlotGridLinesStroke(line(1))
                .setPlotTicksMarksVisible(false)
                .setPlotMargin(2);
        styler.setXAxisTitleColor(faintInk);
        styler.setYAxisTitleColor(faintInk);
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
    void writeOnPaper(Graphics2D graphics, String text, double x, double baseline, double anchor) {
        Color colour = graphics.getColor();
        double width = graphics.getFontMetrics().stringWidth(text);
        double ascent = graphics.getFontMetrics().getAscent();
        graphics.setColor(paper);
        graphics.fill(new Rectangle2D.Double(x - anchor * width - 1, baseline - ascent, width + 2, ascent + 3));
        graphics.setColor(colour);
        write(graphics, text, x, baseline, anchor);
    }
}
