package io.github.mnistmaven.benchmark.wild;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/** A grey picture while it is being made, in levels from 0 (black) to 255 (white) that may lie between whole ones. */
final class Canvas {

    private final int width;
    private final int height;
    private final float[] levels;

    Canvas(int width, int height, float[] levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    Canvas(int width, int height, double level) {
        this(width, height, new float[width * height]);
        Arrays.fill(levels, (float) level);
    }

    /** A new level for a pixel, from where it is and what is there. */
    interface PixelFunction {

        double apply(int x, int y, double level);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float[] levels() {
        return levels;
    }

    Canvas change(PixelFunction function) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (float) function.apply(x, y, levels[y * width + x]);
            }
        }
        return this;
    }

    Canvas fill(int left, int top, int wide, int tall, double level) {
        for (int y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + wide); x++) {
                levels[y * width + x] = (float) level;
            }
        }
        return this;
    }

    /** Draws with ink of a level; where the stamp is over the edge, it is cut off. */
    Canvas draw(Stamp stamp, int left, int top, double ink) {
        for (int y = Math.max(0, -top); y < Math.min(stamp.height(), height - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(stamp.width(), width - left); x++) {
                float covered = stamp.coverage()[y * stamp.width() + x];
                int at = (top + y) * width + left + x;
                levels[at] = (float) (levels[at] * (1 - covered) + ink * covered);
            }
        }
        return this;
    }

    /** A straight line of a width in pixels. */
    Canvas line(double fromX, double fromY, double toX, double toY, double lineWidth, double ink) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        return change((x, y, level) -> {
            double dx = x - fromX;
            double dy = y - fromY;
            double along = dx * alongX + dy * alongY;
            double across = Math.abs(-dx * alongY + dy * alongX);
            double beyond = Math.max(0, Math.max(-along, along - length));
            double covered = Math.min(1, Math.max(0, lineWidth / 2 + 0.5 - Math.max(across, beyond)));
            return level * (1 - covered) + ink * covered;
        });
    }

    Canvas noise(Random random, double standardDeviation) {
        return change((x, y, level) -> level + standardDeviation * random.nextGaussian());
    }

    Canvas blur(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        if (reach == 0) {
            return this;
        }
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
            sum += kernel[i];
        }
        float[] rows = new float[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int i = -reach; i <= reach; i++) {
                    value += kernel[i + reach] * levels[y * width + Math.min(width - 1, Math.max(0, x + i))];
                }
                rows[y * width + x] = (float) (value / sum);
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int i = -reach; i <= reach; i++) {
                    value += kernel[i + reach] * rows[Math.min(height - 1, Math.max(0, y + i)) * width + x];
                }
                levels[y * width + x] = (float) (value / sum);
            }
        }
        return this;
    }

    /** The level between pixels, 0 outside. */
    double interpolated(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) {
            return 0;
        }
        double along = x - column;
        double down = y - row;
        int at = row * width + column;
        return (1 - down) * ((1 - along) * levels[at] + along * levels[at + 1])
                + down * ((1 - along) * levels[at + width] + along * levels[at + width + 1]);
    }

    /** The picture scaled down, each pixel the mean of those it covers. */
    Canvas reduced(int wide, int tall) {
        Canvas reduced = new Canvas(wide, tall, 0);
        return reduced.change((x, y, level) -> {
            double sum = 0;
            int count = 0;
            for (int row = y * height / tall; row < Math.max(y * height / tall + 1, (y + 1) * height / tall); row++) {
                for (int column = x * width / wide;
                        column < Math.max(x * width / wide + 1, (x + 1) * width / wide);
                        column++) {
                    sum += levels[row * width + column];
                    count++;
                }
            }
            return sum / count;
        });
    }

    private int level(int at) {
        return Math.round(Math.min(255, Math.max(0, levels[at])));
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) level(y * width + x);
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    /** The picture in colours: black becomes one, white the other. */
    BufferedImage image(Color black, Color white) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < levels.length; at++) {
            double light = level(at) / 255.0;
            int rgb = mixed(black.getRed(), white.getRed(), light) << 16
                    | mixed(black.getGreen(), white.getGreen(), light) << 8
                    | mixed(black.getBlue(), white.getBlue(), light);
            image.setRGB(at % width, at / width, rgb);
        }
        return image;
    }

    private static int mixed(int dark, int light, double share) {
        return (int) Math.round(dark + (light - dark) * share);
    }

    /** Ink of one colour, and transparent where the picture is white. */
    BufferedImage onTransparency(Color ink) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int at = 0; at < levels.length; at++) {
            image.setRGB(at % width, at / width, 255 - level(at) << 24 | ink.getRGB() & 0xFFFFFF);
        }
        return image;
    }
}
