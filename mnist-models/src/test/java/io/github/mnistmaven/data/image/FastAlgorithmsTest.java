package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed in a quick way is what the plain way gives, on random images of all sizes. */
class FastAlgorithmsTest {

    @RepeatedTest(60)
    void theGreatestValuesOfSquaresAreThoseOfLookingAtEachPixel(RepetitionInfo repetition) {
        // given
        Random random = new Random(repetition.getCurrentRepetition());
        Plane plane = randomPlane(random);
        int radius = random.nextInt(12);

        // when
        Plane greatest = RunningMaximum.ofSquares(plane, radius);

        // then
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                float most = Float.NEGATIVE_INFINITY;
                for (int row = Math.max(0, y - radius); row <= Math.min(plane.height() - 1, y + radius); row++) {
                    for (int column = Math.max(0, x - radius);
                            column <= Math.min(plane.width() - 1, x + radius);
                            column++) {
                        most = Math.max(most, plane.at(column, row));
                    }
                }
                assertThat(greatest.at(x, y)).as("column %d, row %d", x, y).isEqualTo(most);
            }
        }
    }

    @RepeatedTest(60)
    void theGreatestValuesOfALineAreThoseOfLookingAtEachValue(RepetitionInfo repetition) {
        // given
        Random random = new Random(repetition.getCurrentRepetition());
        float[] values = new float[1 + random.nextInt(50)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int radius = random.nextInt(60);

        // when
        float[] greatest = RunningMaximum.ofLine(values, radius);

        // then
        for (int i = 0; i < values.length; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int near = Math.max(0, i - radius); near <= Math.min(values.length - 1, i + radius); near++) {
                most = Math.max(most, values[near]);
            }
            assertThat(greatest[i]).isEqualTo(most);
        }
    }

    @RepeatedTest(60)
    void anOrderStatisticIsThatOfTheSortedValues(RepetitionInfo repetition) {
        // given values of which many are equal
        Random random = new Random(repetition.getCurrentRepetition());
        float[] values = new float[1 + random.nextInt(200)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1 + repetition.getCurrentRepetition());
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        Samples samples = new Samples(values);

        // then one after the other, as the first changes the order
        for (int i = 0; i < 5; i++) {
            int index = random.nextInt(values.length);
            assertThat(samples.sorted(index)).isEqualTo(sorted[index]);
        }
    }

    @RepeatedTest(60)
    void shapesAreThoseThatAFloodFillFinds(RepetitionInfo repetition) {
        // given
        Random random = new Random(repetition.getCurrentRepetition());
        Plane contrast = randomPlane(random);
        double density = random.nextDouble();
        boolean[] ink = new boolean[contrast.values().length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = random.nextDouble() < density;
        }

        // when
        Shapes shapes = Shapes.of(contrast, ink);

        // then
        int[] labels = new int[ink.length];
        int count = 0;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] && labels[i] == 0) {
                count++;
                assertThat(shapes.labelled(count)).isEqualTo(flooded(i, count, ink, contrast, labels));
            }
        }
        assertThat(shapes.all()).hasSize(count);
        for (int i = 0; i < ink.length; i++) {
            assertThat(shapes.label(i)).isEqualTo(labels[i]);
        }
    }

    private static Shape flooded(int start, int label, boolean[] ink, Plane contrast, int[] labels) {
        int width = contrast.width();
        int height = contrast.height();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        labels[start] = label;
        Box box = new Box(start % width, start / width, 1, 1);
        int area = 0;
        int perimeter = 0;
        double sum = 0;
        while (!open.isEmpty()) {
            int at = open.remove();
            int x = at % width;
            int y = at / width;
            box = box.joined(new Box(x, y, 1, 1));
            area++;
            sum += contrast.values()[at];
            for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                    int near = row * width + column;
                    if (ink[near] && labels[near] == 0) {
                        labels[near] = label;
                        open.add(near);
                    }
                }
            }
            perimeter += (x == 0 || !ink[at - 1] ? 1 : 0)
                    + (x == width - 1 || !ink[at + 1] ? 1 : 0)
                    + (y == 0 || !ink[at - width] ? 1 : 0)
                    + (y == height - 1 || !ink[at + width] ? 1 : 0);
        }
        double darkSum = 0;
        int dark = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label && contrast.values()[i] >= sum / area) {
                darkSum += contrast.values()[i];
                dark++;
            }
        }
        return new Shape(label, box, area, perimeter, darkSum / dark, 1);
    }

    @RepeatedTest(30)
    void distancesAreThoseToTheNearestPixelOfTheOtherKind(RepetitionInfo repetition) {
        // given ink and paper, each at least so near that a pen may reach it
        Random random = new Random(repetition.getCurrentRepetition());
        Plane ink = randomPlane(random);
        double density = random.nextDouble();
        for (int i = 0; i < ink.values().length; i++) {
            ink.values()[i] = random.nextDouble() < density ? 1 : 0;
        }

        // when
        Plane distance = StrokeField.of(ink).distance();

        // then
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                boolean isInk = ink.at(x, y) > 0;
                float nearest = nearest(ink, x, y, isInk);
                assertThat(distance.at(x, y))
                        .as("column %d, row %d", x, y)
                        .isEqualTo(isInk ? nearest - 0.5f : 0.5f - nearest);
            }
        }
    }

    /** Beyond the plane is paper; farther than 9 pixels is 9. */
    private static float nearest(Plane ink, int x, int y, boolean isInk) {
        double nearest = 9;
        for (int row = y - 9; row <= y + 9; row++) {
            for (int column = x - 9; column <= x + 9; column++) {
                boolean inside = row >= 0 && column >= 0 && row < ink.height() && column < ink.width();
                boolean there = inside && ink.at(column, row) > 0;
                if (there != isInk) {
                    nearest = Math.min(nearest, Math.sqrt((row - y) * (row - y) + (column - x) * (column - x)));
                }
            }
        }
        return (float) nearest;
    }

    @ParameterizedTest
    @DisplayName("the colours of a row are those that getRGB gives")
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void theColoursOfARow(int type) {
        // given an image of random colours, and a part of it
        Random random = new Random(type);
        BufferedImage whole = new BufferedImage(23, 17, type);
        Graphics2D graphics = whole.createGraphics();
        for (int i = 0; i < 60; i++) {
            graphics.setColor(new Color(random.nextInt(), true));
            graphics.fillRect(random.nextInt(23), random.nextInt(17), 1 + random.nextInt(6), 1 + random.nextInt(6));
        }
        graphics.dispose();
        for (BufferedImage image : new BufferedImage[] {whole, whole.getSubimage(8, 3, 11, 9)}) {
            ArgbRows rows = ArgbRows.of(image);
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                // when
                rows.read(y, row);

                // then
                assertThat(row).isEqualTo(image.getRGB(0, y, row.length, 1, null, 0, row.length));
            }
        }
    }

    private static Plane randomPlane(Random random) {
        Plane plane = new Plane(1 + random.nextInt(30), 1 + random.nextInt(30));
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = random.nextInt(256) / 4f;
        }
        return plane;
    }
}
