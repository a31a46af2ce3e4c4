package io.github.mnistmaven.data.embedded;

import java.util.List;
import java.util.Random;

/** One person writing one digit: chooses a way to write it and varies it as hands do. */
final class Hand {

    private static final double JITTER = 0.06;

    private final Random random;
    private final double slant;
    private final double width;
    private final double cos;
    private final double sin;
    private final double bendX;
    private final double bendY;
    private final double phase;

    Hand(Random random) {
        this.random = random;
        this.slant = 0.2 + 0.27 * random.nextGaussian();
        this.width = 0.92 * StrictMath.exp(0.25 * random.nextGaussian());
        double turn = 0.09 * random.nextGaussian();
        this.cos = StrictMath.cos(turn);
        this.sin = StrictMath.sin(turn);
        this.bendX = 0.06 * random.nextGaussian();
        this.bendY = 0.06 * random.nextGaussian();
        this.phase = 2 * Math.PI * random.nextDouble();
    }

    /** Half the width of the pen's line, in pixels of the finished image. */
    double penRadius() {
        return Math.min(2.6, Math.max(0.65, 1.35 * StrictMath.exp(0.32 * random.nextGaussian())));
    }

    List<Stroke> write(int digit) {
        List<List<Stroke>> ways = Glyphs.of(digit);
        return ways.get(random.nextInt(ways.size())).stream()
                .map(stroke -> stroke.map(this::shake).smooth().map(this::style))
                .toList();
    }

    /** No point comes out quite where it was meant. */
    private Point shake(Point point) {
        return new Point(point.x() + JITTER * random.nextGaussian(), point.y() + JITTER * random.nextGaussian());
    }

    /** What a person does to every digit: a bend, a proportion, a slant and a turn. */
    private Point style(Point point) {
        double x = point.x() - 0.5 + bendX * StrictMath.sin(5 * point.y() + phase);
        double y = point.y() - 0.5 + bendY * StrictMath.sin(5 * point.x() + phase);
        double slanted = width * x - slant * y;
        return new Point(cos * slanted - sin * y, sin * slanted + cos * y);
    }
}
