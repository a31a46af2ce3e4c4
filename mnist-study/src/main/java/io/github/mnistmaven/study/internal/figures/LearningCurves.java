package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The learning curves of a model: its training and its validation metric, epoch by epoch. */
final class LearningCurves {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 390;

    /** The radius of the ring around the best epoch. */
    private static final int RING = 7;

    private final String model;
    private final History history;
    private final Measure measure;
    private final ClassWords words;
    private final Recipe recipe;
    private final ChartTheme theme;
    private final double[] training;
    private final double[] validation;

    private LearningCurves(
            String model, History history, Measure measure, ClassWords words, Recipe recipe, ChartTheme theme) {
        this.model = model;
        this.history = history;
        this.measure = measure;
        this.words = words;
        this.recipe = recipe;
        this.theme = theme;
        this.training = values(measure.training);
        this.validation = values(measure.validation);
    }

    /** What the curves are of. */
    private enum Measure {
        ACCURACY("accuracy", "Accuracy (%)", "%.2f %%", 100, Epoch::trainingAccuracy, Epoch::validationAccuracy),
        LOSS("loss", "Loss (cross-entropy, nats)", "%.4f", 1, Epoch::trainingLoss, Epoch::validationLoss);

        private final String name;
        private final String axis;
        private final String format;
        private final double unit;
        private final ToDoubleFunction<Epoch> training;
        private final ToDoubleFunction<Epoch> validation;

        Measure(
                String name,
                String axis,
                String format,
                double unit,
                ToDoubleFunction<Epoch> training,
                ToDoubleFunction<Epoch> validation) {
            this.name = name;
            this.axis = axis;
            this.format = format;
            this.unit = unit;
            this.training = training;
            this.validation = validation;
        }

        private String text(double value) {
            return String.format(Locale.ROOT, format, value);
        }
    }

    /** The figure of the accuracy. */
    static Figure accuracy(String model, History history, ClassWords words, Recipe recipe, ChartTheme theme) {
        return new LearningCurves(model, history, Measure.ACCURACY, words, recipe, theme).figure();
    }

    /** The figure of the loss. */
    static Figure loss(String model, History history, ClassWords words, Recipe recipe, ChartTheme theme) {
        return new LearningCurves(model, history, Measure.LOSS, words, recipe, theme).figure();
    }

    private double[] values(ToDoubleFunction<Epoch> of) {
        return history.epochs().stream()
                .mapToDouble(of)
                .map(value -> value * measure.unit)
                .toArray();
    }

    private Figure figure() {
        String description =
                "Training and validation %s of %s over %s; the best epoch is number %s, with a validation %s of %s. Dashed: %s."
                        .formatted(
                                measure.name,
                                model,
                                epochs(history.epochs().size()),
                                history.bestEpoch(),
                                measure.name,
                                measure.text(validation[history.bestEpoch() - 1]),
                                trainingLabel());
        String fileName = "%s_%s.png".formatted(model, measure.name);
        return new Figure(fileName, description, WIDTH, HEIGHT, this::paint);
    }

    private static String epochs(int count) {
        return count == 1 ? "1 epoch" : count + " epochs";
    }

    private void paint(Graphics2D graphics) {
        Range range = range();
        XYChart chart = chart(range);
        chart.paint(graphics, WIDTH, HEIGHT);
        markBest(graphics, chart, range);
        noteCut(graphics, chart, range);
    }

    /** Says what sets training apart from validation, so that nobody takes the gap between the curves for a fault. */
    private String trainingLabel() {
        boolean smoothed = measure == Measure.LOSS && recipe.labelSmoothing() > 0;
        return "training %s%s, %s"
                .formatted(
                        words.images(),
                        recipe.augmentation().isNone() ? "" : ", augmented",
                        smoothed ? "labels smoothed" : "during training");
    }

    private XYChart chart(Range range) {
        int epochs = training.length;
        XYChart chart = new XYChartBuilder()
                .title("%s: %s by epoch".formatted(model, measure.name))
                .xAxisTitle("Epoch")
                .yAxisTitle(measure.axis)
                .build();
        XYStyler styler = chart.getStyler();
        theme.apply(styler);
        styler.setXAxisMin(0.5).setXAxisMax(epochs + 0.5).setXAxisDecimalPattern("0");
        styler.setXAxisTickMarkSpacingHint(30);
        styler.setYAxisMin(range.lower)
                .setYAxisMax(range.upper)
                .setYAxisDecimalPattern(ChartTheme.decimals(range.upper - range.lower));
        styler.setYAxisTickMarkSpacingHint(40);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        styler.setMarkerSize(epochs > 15 ? 5 : 7);

        Color colour = theme.of(model);
        add(chart, trainingLabel(), training, ChartTheme.between(colour, theme.paper, 0.35), 5);
        add(chart, "validation " + words.images(), validation, colour, 0);
        return chart;
    }

    private static void add(XYChart chart, String name, double[] values, Color colour, int dash) {
        double[] numbers = DoubleStream.iterate(1, number -> number + 1)
                .limit(values.length)
                .toArray();
        XYSeries series = chart.addSeries(name, numbers, values);
        series.setLineColor(colour);
        series.setLineStyle(dash > 0 ? ChartTheme.dashes(1.8, dash) : ChartTheme.line(2.2));
        series.setMarkerColor(colour);
        series.setMarker(dash > 0 ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
    }

    private void markBest(Graphics2D graphics, XYChart chart, Range range) {
        int best = history.bestEpoch();
        double x = chart.getScreenXFromChart(best);
        double y = chart.getScreenYFromChart(validation[best - 1]);
        double top = chart.getScreenYFromChart(range.upper);
        double bottom = chart.getScreenYFromChart(range.lower);
        graphics.setColor(theme.faintInk);
        graphics.setStroke(ChartTheme.dashes(1, 3));
        graphics.draw(new Line2D.Double(x, top, x, y - RING));
        graphics.draw(new Line2D.Double(x, y + RING, x, bottom));
        graphics.setColor(theme.ink);
        graphics.setStroke(ChartTheme.line(1.6));
        graphics.draw(new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING));
        graphics.setFont(ChartTheme.plain(12));
        boolean right = best > (training.length + 1) / 2.0;
        String label = "best epoch %s, validation %s".formatted(best, measure.text(validation[best - 1]));
        // Accuracies rise and losses fall, so the opposite edge is free.
        double baseline = measure == Measure.ACCURACY ? bottom - 10 : top + 16;
        theme.writeOnPaper(graphics, label, right ? x - 8 : x + 8, baseline, right ? 1 : 0);
    }

    /** Says where the first training point is if it lies beyond the axis. */
    private void noteCut(Graphics2D graphics, XYChart chart, Range range) {
        double first = training[0];
        if (first >= range.lower && first <= range.upper) {
            return;
        }
        boolean below = first < range.lower;
        double edge = chart.getScreenYFromChart(below ? range.lower : range.upper);
        graphics.setFont(ChartTheme.plain(12));
        graphics.setColor(theme.faintInk);
        String label = "%s training in epoch 1: %s".formatted(below ? "\u2193" : "\u2191", measure.text(first));
        double end = chart.getScreenXFromChart(training.length + 0.5)
                - graphics.getFontMetrics().stringWidth(label);
        // Beside the curve, which goes off the edge between epochs 1 and 2, and clear of the label of the best epoch.
        theme.writeOnPaper(
                graphics, label, Math.min(end, chart.getScreenXFromChart(2) + 14), below ? edge - 28 : edge + 34, 0);
    }

    /** What the vertical axis shows. */
    private record Range(double lower, double upper) {}

    /**
     * All values; but training starts from nothing, and where its first epoch would squeeze all others into less than
     * half the height it is cut.
     */
    private Range range() {
        Range all = range(0);
        Range later = range(1);
        return training.length > 2 && all.upper - all.lower > 2 * (later.upper - later.lower) ? later : all;
    }

    private Range range(int trainingFrom) {
        double[] shown = DoubleStream.concat(
                        DoubleStream.of(validation), DoubleStream.of(training).skip(trainingFrom))
                .toArray();
        double least = DoubleStream.of(shown).min().orElseThrow();
        double most = DoubleStream.of(shown).max().orElseThrow();
        if (measure == Measure.LOSS) {
            // From just below 0, as XChart leaves out a label at the very end of an axis.
            return new Range(-0.02 * most - 1e-7, 1.12 * most + 1e-6);
        }
        double margin = Math.max(0.1 * (most - least), 0.1);
        return new Range(Math.max(0, least - 1.5 * margin), Math.min(100 + 0.3 * margin, most + margin));
    }
}
