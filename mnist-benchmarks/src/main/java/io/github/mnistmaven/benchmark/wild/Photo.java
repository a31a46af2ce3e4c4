package io.github.mnistmaven.benchmark.wild;

import java.awt.image.BufferedImage;
import java.util.Random;

/** The parts that pictures of a digit on a sheet of paper are made of. */
final class Photo {

    static final int WIDTH = 300;
    static final int HEIGHT = 400;
    static final double PAPER = 225;
    static final double INK = 45;
    static final double LEAST_HEIGHT = 100;
    static final double MOST_HEIGHT = 190;

    private final Random random;

    Photo(Random random) {
        this.random = random;
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int digitHeight() {
        return (int) between(LEAST_HEIGHT, MOST_HEIGHT);
    }

    /** Black on white, off centre, as a drawing program saves it. */
    Canvas drawing(byte[] digit) {
        return place(new Canvas(WIDTH, HEIGHT, 255), Stamp.of(digit, digitHeight()), 0);
    }

    /** Dark on paper with even light. */
    Canvas sheet(byte[] digit) {
        return sheet(Stamp.of(digit, digitHeight()));
    }

    Canvas sheet(Stamp stamp) {
        return place(new Canvas(WIDTH, HEIGHT, PAPER + between(-15, 10)), stamp, INK + between(-20, 20));
    }

    /** Anywhere, with at least 20 pixels of paper around it. */
    Canvas place(Canvas paper, Stamp stamp, double ink) {
        int margin = 20;
        int left = between(margin, Math.max(margin, paper.width() - stamp.width() - margin));
        int top = between(margin, Math.max(margin, paper.height() - stamp.height() - margin));
        return paper.draw(stamp, left, top, ink);
    }

    /** Light that falls off evenly in some direction to a share of what it is on the bright side. */
    Canvas gradient(Canvas canvas, double darkest) {
        double angle = between(0, 2 * Math.PI);
        double reach = Math.abs(canvas.width() * Math.cos(angle)) + Math.abs(canvas.height() * Math.sin(angle));
        return canvas.change((x, y, level) -> {
            double along = (x - canvas.width() / 2.0) * Math.cos(angle) + (y - canvas.height() / 2.0) * Math.sin(angle);
            return level * (darkest + (1 - darkest) * (along / reach + 0.5));
        });
    }

    /** A little of all that a camera adds. */
    Canvas camera(Canvas canvas) {
        return gradient(canvas, between(0.75, 0.95)).blur(0.7).noise(random, 3);
    }

    BufferedImage photo(byte[] digit) {
        return camera(sheet(digit)).image();
    }

    /** Half of the picture in shadow, with a slanted edge. */
    Canvas shadow(Canvas canvas, double softness) {
        double shade = between(0.5, 0.65);
        double slope = between(-0.5, 0.5);
        double middle = between(0.35, 0.65);
        boolean across = maybe();
        boolean first = maybe();
        return canvas.change((x, y, level) -> {
            double distance = across
                    ? y - middle * canvas.height() - slope * (x - canvas.width() / 2.0)
                    : x - middle * canvas.width() - slope * (y - canvas.height() / 2.0);
            double lit = Math.min(1, Math.max(0, (first ? distance : -distance) / softness + 0.5));
            return level * (shade + (1 - shade) * lit);
        });
    }

    /** Smooth random bumps of a size in pixels, that darken by up to some levels. */
    Canvas bumps(Canvas canvas, int size, double depth) {
        int wide = canvas.width() / size + 3;
        int tall = canvas.height() / size + 3;
        Canvas grid = new Canvas(wide, tall, 0).change((x, y, level) -> random.nextDouble());
        return canvas.change(
                (x, y, level) -> level - depth * grid.interpolated((double) x / size + 0.5, (double) y / size + 0.5));
    }

    /** Lines over the whole width, a distance apart in pixels, turned by some degrees. */
    Canvas ruled(Canvas canvas, int distance, double lineWidth, double ink, double degrees) {
        double first = between(0, distance);
        double slope = Math.tan(Math.toRadians(degrees));
        return canvas.change((x, y, level) -> {
            double position = (y - slope * x - first) / distance;
            double off = Math.abs(position - Math.rint(position)) * distance;
            double covered = Math.min(1, Math.max(0, lineWidth / 2 + 0.5 - off));
            return level * (1 - covered) + Math.min(level, ink) * covered;
        });
    }
}
