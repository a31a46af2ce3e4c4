package io.github.mnistmaven.benchmark.wild;

import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.data.image.DigitPicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * How long it takes to find the digit in pictures of several sizes, without classifying it, on one thread. With
 * {@code -Dbenchmark.heap=-Xmx...} it shows how much memory suffices.
 */
public final class LargePictureBenchmark {

    private static final int REPETITIONS = 9;
    private static final int WARM_UP = 500;

    private LargePictureBenchmark() {}

    /**
     * Runs it.
     *
     * @param args none
     * @throws IOException if there is no place for pictures
     */
    public static void main(String[] args) throws IOException {
        Random random = new Random(1);
        BufferedImage photo =
                new Photo(random).photo(new EmbeddedDigits().sizes(1, 1).test().image(0));
        Path directory = Files.createTempDirectory("large");
        Path usual = file(directory, photo, 1);
        for (int i = 0; i < WARM_UP; i++) {
            DigitPicture.read(usual).single();
        }
        System.out.println("| JPEG, pixels | ms: median (min, max) | largest heap of the JVM, MB |");
        System.out.println("|---|---|---|");
        for (double scale : new double[] {1, 10, 20}) {
            measure(file(directory, photo, scale), (int) (scale * Photo.WIDTH), (int) (scale * Photo.HEIGHT));
        }
    }

    private static void measure(Path file, int width, int height) throws IOException {
        double[] milliseconds = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            DigitPicture.read(file).single();
            milliseconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "| %dx%d | %.1f (%.1f, %.1f) | %d |%n",
                width,
                height,
                milliseconds[REPETITIONS / 2],
                milliseconds[0],
                milliseconds[REPETITIONS - 1],
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Path file(Path directory, BufferedImage photo, double scale) throws IOException {
        int width = (int) (scale * photo.getWidth());
        int height = (int) (scale * photo.getHeight());
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(photo, 0, 0, width, height, null);
        graphics.dispose();
        return Files.write(
                directory.resolve(width + ".jpg"), Picture.jpeg(large).content());
    }
}
