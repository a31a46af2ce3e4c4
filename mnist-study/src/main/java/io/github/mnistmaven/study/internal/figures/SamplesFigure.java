package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.DigitSet;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets of digits side by side, a row a class, so that a reader sees at a glance whether they look alike. */
final class SamplesFigure {

    private static final int COLUMNS = 10;

    private static final int MARGIN = 20;
    private static final int TITLE = 30;

    /** A pixel of a digit is a point of the figure; a little room between two digits. */
    private static final int CELL = DigitSet.COLUMNS + 5;

    private static final int PANEL = COLUMNS * CELL;
    private static final int GAP = 36;
    private static final int HEIGHT = MARGIN + TITLE + DigitSet.CLASSES * CELL + MARGIN;

    private final List<Samples> samples;
    private final int width;

    private SamplesFigure(List<Samples> samples) {
        this.samples = samples;
        this.width = 2 * MARGIN + samples.size() * (PANEL + GAP) - GAP;
    }

    static Figure of(List<Samples> samples) {
        SamplesFigure figure = new SamplesFigure(samples);
        String description = samples.stream()
                .map(Samples::title)
                .collect(Collectors.joining("; ", "Ten digits of each class. From left to right: ", "."));
        return new Figure("samples.png", description, figure.width, HEIGHT, figure::paint);
    }

    private void paint(Graphics2D graphics) {
        graphics.setColor(ChartTheme.LIGHT.paper);
        graphics.fillRect(0, 0, width, HEIGHT);
        graphics.setColor(ChartTheme.LIGHT.ink);
        graphics.setFont(ChartTheme.bold(15));
        for (int i = 0; i < samples.size(); i++) {
            int left = MARGIN + i * (PANEL + GAP);
            ChartTheme.write(graphics, samples.get(i).title(), left + PANEL / 2.0, MARGIN + 12, 0.5);
            paintDigits(graphics, samples.get(i).digits(), left);
        }
    }

    private static void paintDigits(Graphics2D graphics, DigitSet digits, int left) {
        for (int row = 0; row < DigitSet.CLASSES; row++) {
            int digit = row;
            int[] shown = IntStream.range(0, digits.size())
                    .filter(i -> digits.label(i) == digit)
                    .limit(COLUMNS)
                    .toArray();
            for (int column = 0; column < shown.length; column++) {
                graphics.drawImage(
                        DigitPicture.image(digits.image(shown[column])),
                        left + column * CELL + (CELL - DigitSet.COLUMNS) / 2,
                        MARGIN + TITLE + row * CELL,
                        null);
            }
        }
    }
}
