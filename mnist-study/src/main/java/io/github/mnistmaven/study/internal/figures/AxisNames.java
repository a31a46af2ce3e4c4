package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.internal.text.ClassWords;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * The names of classes along the axes of a confusion matrix. Digits are left to XChart, which would set longer names so that
 * it is hard to see what they belong to, and would not shorten them.
 */
final class AxisNames {

    /** Letters and the like stand level below the cells, as digits do. */
    private static final int LETTERS = 2;

    /** Between the cells and the title of an axis. */
    private static final int ROOM_FOR_DIGITS = 20;

    private static final int ROOM_FOR_LETTERS = 32;
    private static final int ROOM_FOR_NAMES = 96;

    private static final int LONGEST = 84;
    private static final int GAP = 7;

    /** From the middle of a line to where its letters stand. */
    private static final int DESCENT = 4;

    /** Of the names below the cells, which would run into each other if they were level. */
    private static final double SLANT = Math.toRadians(-45);

    private final ClassWords words;
    private final ChartTheme theme;
    private final boolean letters;

    AxisNames(ClassWords words, ChartTheme theme) {
        this.words = words;
        this.theme = theme;
        this.letters = words.names().stream().allMatch(name -> name.length() <= LETTERS);
    }

    /** By how much a figure is larger than one of digits in either direction, so that its cells are not smaller. */
    int extra() {
        return words.areDigits() ? 0 : room() - ROOM_FOR_DIGITS;
    }

    private int room() {
        return letters ? ROOM_FOR_LETTERS : ROOM_FOR_NAMES;
    }

    /** Has XChart leave the room that {@link #paint} needs. */
    void reserve(AxesChartStyler styler) {
        if (!words.areDigits()) {
            styler.setXAxisTicksVisible(false);
            styler.setYAxisTicksVisible(false);
            styler.setAxisTitlePadding(room());
        }
    }

    void paint(Graphics2D graphics, Rectangle2D cells) {
        if (words.areDigits()) {
            return;
        }
        graphics.setFont(ChartTheme.plain(12));
        graphics.setColor(theme.faintInk);
        for (int i = 0; i < DigitSet.CLASSES; i++) {
            String name = ChartTheme.shortened(graphics, words.name(i), LONGEST);
            double place = (i + 0.5) / DigitSet.CLASSES;
            double y = cells.getY() + place * cells.getHeight();
            ChartTheme.write(graphics, name, cells.getX() - GAP, y + DESCENT, 1);
            paintBelow(graphics, name, cells.getX() + place * cells.getWidth(), cells.getMaxY() + GAP);
        }
    }

    private void paintBelow(Graphics2D graphics, String name, double x, double y) {
        if (letters) {
            ChartTheme.write(graphics, name, x, y + GAP + DESCENT, 0.5);
            return;
        }
        Graphics2D slanted = (Graphics2D) graphics.create();
        slanted.translate(x, y);
        slanted.rotate(SLANT);
        ChartTheme.write(slanted, name, 0, DESCENT, 1);
        slanted.dispose();
    }
}
