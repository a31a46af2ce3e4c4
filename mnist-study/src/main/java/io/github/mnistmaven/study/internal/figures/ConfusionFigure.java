package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.ConfusionMatrix;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * A confusion matrix with its counts. Nearly all digits are classified correctly, so on one scale of colours the diagonal
 * would hide the errors: correct and wrong predictions have a scale each, and that of the wrong ones ends at the most frequent error.
 */
final class ConfusionFigure {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 664;
    private static final int LEGEND = 34;
    private static final int CLASSES = DigitSet.CLASSES;

    /** How strong the colour of the diagonal is; it need not stand out. */
    private static final double DIAGONAL = 0.3;

    /** From here on a colour is too dark for dark text. */
    private static final double STRONG = 0.85;

    private final Evaluation evaluation;
    private final ClassWords words;
    private final ChartTheme theme;
    private final AxisNames names;
    private final ConfusionMatrix matrix;
    private final double mostFrequentError;

    private ConfusionFigure(Evaluation evaluation, ClassWords words, ChartTheme theme) {
        this.evaluation = evaluation;
        this.words = words;
        this.theme = theme;
        this.names = new AxisNames(words, theme);
        this.matrix = evaluation.confusionMatrix();
        this.mostFrequentError = IntStream.range(0, CLASSES * CLASSES)
                .filter(i -> i / CLASSES != i % CLASSES)
                .mapToDouble(i -> share(i / CLASSES, i % CLASSES))
                .max()
                .orElseThrow();
    }

    static Figure of(Evaluation evaluation, ClassWords words, ChartTheme theme) {
        ConfusionFigure figure = new ConfusionFigure(evaluation, words, theme);
        return new Figure(
                evaluation.modelName() + "_confusion.png",
                figure.description(),
                WIDTH + figure.names.extra(),
                HEIGHT + figure.names.extra(),
                figure::paint);
    }

    private String description() {
        int errors = evaluation.size() - evaluation.correct();
        return "Confusion matrix of %s: %s of %s test %s misclassified%s."
                .formatted(
                        evaluation.modelName(),
                        NumberText.count(errors),
                        NumberText.count(evaluation.size()),
                        words.images(),
                        errors == 0 ? "" : ", most often " + mostFrequent());
    }

    private String mostFrequent() {
        int cell = IntStream.range(0, CLASSES * CLASSES)
                .filter(i -> i / CLASSES != i % CLASSES)
                .boxed()
                .max(Comparator.comparingInt(i -> matrix.count(i / CLASSES, i % CLASSES)))
                .orElseThrow();
        int count = matrix.count(cell / CLASSES, cell % CLASSES);
        return "%s as %s, %s"
                .formatted(
                        words.name(cell / CLASSES),
                        words.name(cell % CLASSES),
                        count == 1 ? "once" : NumberText.count(count) + " times");
    }

    private double share(int actual, int predicted) {
        int support = matrix.support(actual);
        return support == 0 ? 0 : (double) matrix.count(actual, predicted) / support;
    }

    private void paint(Graphics2D graphics) {
        HeatMapChart chart = chart();
        chart.paint(graphics, WIDTH + names.extra(), HEIGHT + names.extra() - LEGEND);
        // The ends of the axes are the edges of the first and the last cell.
        double left = chart.getScreenXFromChart(0);
        double top = chart.getScreenYFromChart(CLASSES - 1);
        double width = (chart.getScreenXFromChart(CLASSES - 1) - left) / CLASSES;
        double height = (chart.getScreenYFromChart(0) - top) / CLASSES;
        Rectangle2D cells = new Rectangle2D.Double(left, top, width * CLASSES, height * CLASSES);
        paintGrid(graphics, cells);
        names.paint(graphics, cells);
        for (int row = 0; row < CLASSES; row++) {
            for (int column = 0; column < CLASSES; column++) {
                paintCount(graphics, row, column, left + (column + 0.5) * width, top + (row + 0.5) * height);
            }
        }
        paintLegend(graphics, left);
    }

    private void paintGrid(Graphics2D graphics, Rectangle2D cells) {
        graphics.setColor(theme.grid);
        graphics.setStroke(ChartTheme.line(1));
        for (int i = 0; i <= CLASSES; i++) {
            double x = cells.getX() + i * cells.getWidth() / CLASSES;
            double y = cells.getY() + i * cells.getHeight() / CLASSES;
            graphics.draw(new Line2D.Double(x, cells.getMinY(), x, cells.getMaxY()));
            graphics.draw(new Line2D.Double(cells.getMinX(), y, cells.getMaxX(), y));
        }
    }

    /** Empty cells stay empty: the errors are few. */
    private void paintCount(Graphics2D graphics, int actual, int predicted, double x, double y) {
        int count = matrix.count(actual, predicted);
        if (count == 0) {
            return;
        }
        graphics.setFont(actual == predicted ? ChartTheme.plain(13) : ChartTheme.bold(14));
        graphics.setColor(heat(actual, predicted) > STRONG ? theme.paper : theme.ink);
        ChartTheme.write(graphics, NumberText.count(count), x, y + 5, 0.5);
    }

    private void paintLegend(Graphics2D graphics, double left) {
        graphics.setColor(theme.paper);
        graphics.fill(new Rectangle2D.Double(0, HEIGHT + names.extra() - LEGEND, WIDTH + names.extra(), LEGEND));
        double y = HEIGHT + names.extra() - LEGEND + 6;
        graphics.setFont(ChartTheme.plain(12));
        graphics.setColor(ChartTheme.between(theme.paper, theme.correct, DIAGONAL));
        graphics.fill(new Rectangle2D.Double(left, y, 14, 14));
        graphics.setColor(theme.faintInk);
        ChartTheme.write(graphics, "correct", left + 20, y + 12, 0);
        for (int i = 0; i < 4; i++) {
            graphics.setColor(ChartTheme.between(theme.paper, theme.incorrect, (i + 1) / 4.0));
            graphics.fill(new Rectangle2D.Double(left + 110 + 14 * i, y, 14, 14));
        }
        graphics.setColor(theme.faintInk);
        ChartTheme.write(
                graphics, "misclassified; the stronger, the larger the share of the row", left + 172, y + 12, 0);
    }

    private HeatMapChart chart() {
        HeatMapChart chart = new HeatMapChartBuilder()
                .title("%s: confusion matrix".formatted(evaluation.modelName()))
                .xAxisTitle("Predicted " + words.aClass())
                .yAxisTitle("True " + words.aClass())
                .build();
        HeatMapStyler styler = chart.getStyler();
        theme.apply(styler);
        styler.setLegendVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setRangeColors(new Color[] {theme.correct, theme.paper, theme.incorrect});
        names.reserve(styler);
        List<Integer> columns = IntStream.range(0, CLASSES).boxed().toList();
        List<Integer> rows =
                IntStream.range(0, CLASSES).map(i -> CLASSES - 1 - i).boxed().toList();
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < CLASSES; row++) {
            for (int column = 0; column < CLASSES; column++) {
                cells.add(new Number[] {column, CLASSES - 1 - row, heat(row, column)});
            }
        }
        chart.addSeries("digits", columns, rows, cells);
        chart.getHeatMapSeries().setMin(-1).setMax(1);
        return chart;
    }

    /** From -1, correct, over 0, none, to 1, wrong; its root, so that single errors show beside frequent ones. */
    private double heat(int actual, int predicted) {
        if (actual == predicted) {
            return -DIAGONAL * share(actual, predicted);
        }
        return mostFrequentError == 0 ? 0 : Math.sqrt(share(actual, predicted) / mostFrequentError);
    }
}
