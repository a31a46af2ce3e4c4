package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import java.util.stream.IntStream;

/**
 * How the images of one digit look on the average.
 *
 * @param ink the mean share of full ink in an image
 * @param inkSpread the standard deviation of that share over the images
 * @param width of the box around all pixels of at least half ink, in pixels
 * @param widthSpread the standard deviation of that width
 * @param height of that box
 * @param slant columns to the right that the ink shifts with each row up: its covariance by its variance downwards
 */
record InkStatistics(double ink, double inkSpread, double width, double widthSpread, double height, double slant) {

    static InkStatistics of(DigitSet digits, int digit) {
        double[][] images = IntStream.range(0, digits.size())
                .filter(i -> digits.label(i) == digit)
                .mapToObj(i -> ofImage(digits.image(i)))
                .toArray(double[][]::new);
        return new InkStatistics(
                mean(images, 0),
                spread(images, 0),
                mean(images, 1),
                spread(images, 1),
                mean(images, 2),
                mean(images, 3));
    }

    /** To four decimals. */
    InkStatistics rounded() {
        return new InkStatistics(
                rounded(ink),
                rounded(inkSpread),
                rounded(width),
                rounded(widthSpread),
                rounded(height),
                rounded(slant));
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    /** Ink, width, height and slant. */
    private static double[] ofImage(byte[] image) {
        double ink = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < image.length; i++) {
            int level = Byte.toUnsignedInt(image[i]);
            ink += level;
            across += level * (i % DigitSet.COLUMNS);
            down += level * (i / DigitSet.COLUMNS);
        }
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < image.length; i++) {
            double y = i / DigitSet.COLUMNS - down / ink;
            variance += Byte.toUnsignedInt(image[i]) * y * y;
            covariance += Byte.toUnsignedInt(image[i]) * y * (i % DigitSet.COLUMNS - across / ink);
        }
        InkBounds bounds = InkBounds.of(image);
        return new double[] {ink / (255 * DigitSet.PIXELS), bounds.width(), bounds.height(), -covariance / variance};
    }

    private static double mean(double[][] images, int column) {
        return IntStream.range(0, images.length)
                .mapToDouble(i -> images[i][column])
                .average()
                .orElseThrow();
    }

    private static double spread(double[][] images, int column) {
        double mean = mean(images, column);
        return Math.sqrt(IntStream.range(0, images.length)
                .mapToDouble(i -> (images[i][column] - mean) * (images[i][column] - mean))
                .average()
                .orElseThrow());
    }
}
