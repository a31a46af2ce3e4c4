package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.Results;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Test accuracy and test loss of all models side by side, a row a model. Accuracies are points with their intervals on
 * an axis that shows no more than these need: as bars from zero, 99 % and 99.5 % would look the same.
 */
final class ComparisonFigure {

    private static final int WIDTH = 960;
    private static final int ROW = 54;
    private static final int LONGEST_NAME = 220;

    private final List<Evaluation> evaluations;
    private final ChartTheme theme;
    private final int height;

    private ComparisonFigure(List<Evaluation> evaluations, ChartTheme theme) {
        this.evaluations = evaluations;
        this.theme = theme;
        this.height = 110 + ROW * evaluations.size();
    }

    static Figure of(Results results, ChartTheme theme) {
        ComparisonFigure figure = new ComparisonFigure(results.comparison().evaluations(), theme);
        return new Figure("comparison.png", figure.description(), WIDTH, figure.height, figure::paint);
    }

    private String description() {
        return evaluations.stream()
                .map(evaluation -> "%s: accuracy %s (95 %% interval %s), loss %s"
                        .formatted(
                                evaluation.modelName(),
                                NumberText.percent(evaluation.accuracy()),
                                NumberText.percent(evaluation.accuracyInterval()),
                                NumberText.loss(evaluation.loss())))
                .collect(Collectors.joining("; ", "Test accuracy and loss. ", "."));
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(theme.paper);
        graphics.fillRect(0, 0, WIDTH, height);
        graphics.setFont(ChartTheme.bold(13));
        int gutter = 24
                + Math.min(
                        LONGEST_NAME,
                        evaluations.stream()
                                .mapToInt(
                                        evaluation -> graphics.getFontMetrics().stringWidth(evaluation.modelName()))
                                .max()
                                .orElseThrow());
        int panel = (WIDTH - gutter) / 2;
        XYChart accuracy = accuracyPanel();
        XYChart loss = lossPanel();
        paintPanel(graphics, accuracy, gutter, panel, this::paintAccuracy);
        paintPanel(graphics, loss, gutter + panel, panel, this::paintLoss);
        paintNames(graphics, accuracy, gutter);
    }

    private interface RowPainter {
        void paint(Graphics2D graphics, XYChart chart, Evaluation evaluation, double y);
    }

    private void paintPanel(Graphics2D graphics, XYChart chart, int left, int width, RowPainter rows) {
        Graphics2D area = (Graphics2D) graphics.create(left, 0, width, height);
        chart.paint(area, width, height);
        for (int i = 0; i < evaluations.size(); i++) {
            rows.paint(area, chart, evaluations.get(i), chart.getScreenYFromChart(row(i)));
        }
        area.dispose();
    }

    /** The first model on top. */
    private int row(int index) {
        return evaluations.size() - 1 - index;
    }

    private XYChart accuracyPanel() {
        double least = 100 * min(evaluation -> evaluation.accuracyInterval().lower());
        double most = 100 * max(evaluation -> evaluation.accuracyInterval().upper());
        double margin = 0.08 * (most - least);
        return panel(
                "Test accuracy (%), 95 % interval",
                Math.max(0, least - margin),
                Math.min(100 + margin / 4, most + margin),
                evaluation -> 100 * evaluation.accuracy());
    }

    private XYChart lossPanel() {
        double most = max(Evaluation::loss);
        // From just below 0, as XChart leaves out a label at the very end of an axis; to the right, room for a number.
        return panel("Test loss (cross-entropy, nats)", -0.02 * most - 1e-7, 1.22 * most + 1e-6, Evaluation::loss);
    }

    private double min(ToDoubleFunction<Evaluation> of) {
        return evaluations.stream().mapToDouble(of).min().orElseThrow();
    }

    private double max(ToDoubleFunction<Evaluation> of) {
        return evaluations.stream().mapToDouble(of).max().orElseThrow();
    }

    /** The axes; XChart draws whiskers upwards only, so the points are left to {@link RowPainter}. */
    private XYChart panel(String title, double from, double to, ToDoubleFunction<Evaluation> of) {
        XYChart chart = new XYChartBuilder().title(title).build();
        XYStyler styler = chart.getStyler();
        theme.apply(styler);
        styler.setLegendVisible(false);
        styler.setXAxisMin(from).setXAxisMax(to).setXAxisDecimalPattern(ChartTheme.decimals(to - from));
        styler.setXAxisTickMarkSpacingHint(60);
        styler.setYAxisMin(-0.6).setYAxisMax(evaluations.size() - 0.4);
        styler.setYAxisTicksVisible(false);
        styler.setPlotGridHorizontalLinesVisible(false);
        for (int i = 0; i < evaluations.size(); i++) {
            XYSeries series = chart.addSeries(
                    evaluations.get(i).modelName(),
                    new double[] {of.applyAsDouble(evaluations.get(i))},
                    new double[] {row(i)});
            series.setLineStyle(SeriesLines.NONE);
            series.setMarker(SeriesMarkers.NONE);
        }
        return chart;
    }

    private void paintAccuracy(Graphics2D graphics, XYChart chart, Evaluation evaluation, double y) {
        Interval interval = evaluation.accuracyInterval();
        double lower = chart.getScreenXFromChart(100 * interval.lower());
        double upper = chart.getScreenXFromChart(100 * interval.upper());
        graphics.setColor(theme.of(evaluation.modelName()));
        graphics.setStroke(ChartTheme.line(2.4));
        graphics.draw(new Line2D.Double(lower, y, upper, y));
        graphics.draw(new Line2D.Double(lower, y - 6, lower, y + 6));
        graphics.draw(new Line2D.Double(upper, y - 6, upper, y + 6));
        double x = chart.getScreenXFromChart(100 * evaluation.accuracy());
        paintPoint(graphics, evaluation, x, y);
        String label = String.format(Locale.ROOT, "%.2f", 100 * evaluation.accuracy());
        double room =
                graphics.getClipBounds().getMaxX() - graphics.getFontMetrics().stringWidth(label) / 2.0 - 4;
        ChartTheme.write(graphics, label, Math.min(x, room), y - 13, 0.5);
    }

    private void paintLoss(Graphics2D graphics, XYChart chart, Evaluation evaluation, double y) {
        double x = chart.getScreenXFromChart(evaluation.loss());
        graphics.setColor(ChartTheme.between(theme.of(evaluation.modelName()), theme.paper, 0.5));
        graphics.setStroke(ChartTheme.line(2.4));
        graphics.draw(new Line2D.Double(chart.getScreenXFromChart(0), y, x, y));
        paintPoint(graphics, evaluation, x, y);
        ChartTheme.write(graphics, NumberText.loss(evaluation.loss()), x + 12, y + 5, 0);
    }

    private void paintPoint(Graphics2D graphics, Evaluation evaluation, double x, double y) {
        graphics.setColor(theme.paper);
        graphics.fill(new Ellipse2D.Double(x - 6.5, y - 6.5, 13, 13));
        graphics.setColor(theme.of(evaluation.modelName()));
        graphics.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        graphics.setColor(theme.ink);
        graphics.setFont(ChartTheme.bold(13));
    }

    private void paintNames(Graphics2D graphics, XYChart chart, int gutter) {
        graphics.setFont(ChartTheme.bold(13));
        for (int i = 0; i < evaluations.size(); i++) {
            graphics.setColor(theme.ink);
            String name = ChartTheme.shortened(graphics, evaluations.get(i).modelName(), LONGEST_NAME);
            ChartTheme.write(graphics, name, gutter, chart.getScreenYFromChart(row(i)) + 5, 1);
        }
    }
}
