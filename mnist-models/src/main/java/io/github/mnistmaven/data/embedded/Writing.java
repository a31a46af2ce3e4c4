package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.internal.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Lets a hand write a form, once: the same hand never writes it the same again. */
final class Writing {

    /** How far apart the points of a line are; half a pixel of the finished image. */
    private static final double STEP = 2.5;

    private final Hand hand;
    private final SplitMix64 random;
    private final double size;
    private final Wave[] bends;

    Writing(Hand hand, double size, SplitMix64 random) {
        this.hand = hand;
        this.random = random;
        this.size = size;
        this.bends = new Wave[] {bend(), bend(), bend(), bend()};
    }

    List<Trace> write(Form form) {
        List<Trace> traces = new ArrayList<>();
        for (Form.Knots knots : form.mixed(shares(form.examples().size()))) {
            List<Point> line = Curve.rounded(Curve.through(loosened(knots), STEP), hand.rounding());
            traces.add(new Trace(bent(shaken(line)), radii(line.size())));
        }
        return traces;
    }

    /** Mostly near one example, sometimes between several, at times beyond. */
    private double[] shares(int examples) {
        double[] shares = new double[examples];
        double sum = 0;
        for (int i = 0; i < examples; i++) {
            double u = random.uniform();
            shares[i] = u * u * u * u;
            sum += shares[i];
        }
        double beyond = 1.15;
        for (int i = 0; i < examples; i++) {
            shares[i] = beyond * shares[i] / sum + (1 - beyond) / examples;
        }
        return shares;
    }

    /** Neighbouring points go astray together, or a curve would get dents that no arm makes. */
    private Form.Knots loosened(Form.Knots knots) {
        double dx = random.normal(hand.looseness());
        double dy = random.normal(hand.looseness());
        List<Point> points = new ArrayList<>();
        for (Point point : knots.points()) {
            points.add(point.plus(dx, dy));
            dx = 0.6 * dx + random.normal(0.8 * hand.looseness());
            dy = 0.6 * dy + random.normal(0.8 * hand.looseness());
        }
        int last = points.size() - 1;
        Point first = lengthened(points.get(1), points.get(0));
        points.set(last, lengthened(points.get(last - 1), points.get(last)));
        points.set(0, first);
        return new Form.Knots(points, knots.corners());
    }

    private Point lengthened(Point from, Point to) {
        double length = Math.max(STEP, from.distance(to));
        return from.towards(to, 1 + Math.max(-0.5, random.normal(hand.reach()) / length));
    }

    private List<Point> shaken(List<Point> line) {
        Wave across = new Wave(0, random.uniform(0.5, 1.1), random.uniform(0, 2 * Math.PI), hand.tremor());
        Wave along = new Wave(0, random.uniform(0.5, 1.1), random.uniform(0, 2 * Math.PI), hand.tremor());
        List<Point> shaken = new ArrayList<>(line.size());
        for (int i = 0; i < line.size(); i++) {
            shaken.add(line.get(i).plus(across.at(0, i), along.at(0, i)));
        }
        return shaken;
    }

    private List<Point> bent(List<Point> line) {
        List<Point> bent = new ArrayList<>(line.size());
        double cos = StrictMath.cos(hand.turn());
        double sin = StrictMath.sin(hand.turn());
        for (Point point : line) {
            double dx = bends[0].at(point.x(), point.y()) + bends[1].at(point.x(), point.y());
            double dy = bends[2].at(point.x(), point.y()) + bends[3].at(point.x(), point.y());
            double height = (point.y() + dy) / 50 - 1;
            double y = 50 * (height + hand.waist() * (1 - height * height));
            double x = (point.x() + dx - 30) * hand.width() * (1 - hand.taper() * height) - hand.slant() * y;
            bent.add(new Point(cos * x - sin * y, sin * x + cos * y));
        }
        return bent;
    }

    private double[] radii(int points) {
        Wave slow = new Wave(0, random.uniform(0.03, 0.12), random.uniform(0, 2 * Math.PI), hand.pressure());
        Wave quick = new Wave(0, random.uniform(0.3, 0.9), random.uniform(0, 2 * Math.PI), hand.pressure() / 3);
        double[] radii = new double[points];
        for (int i = 0; i < points; i++) {
            double fromEnd = Math.min(1, Math.min(i, points - 1 - i) / 6.0);
            double end = hand.ends() + (1 - hand.ends()) * fromEnd;
            radii[i] = hand.pen() / (2 * size) * end * (1 + slow.at(0, i) + quick.at(0, i));
        }
        return radii;
    }

    private Wave bend() {
        double angle = random.uniform(0, 2 * Math.PI);
        double frequency = random.uniform(0.03, 0.1);
        return new Wave(
                frequency * StrictMath.cos(angle),
                frequency * StrictMath.sin(angle),
                random.uniform(0, 2 * Math.PI),
                hand.bend());
    }

    /** A sine over the paper, in radians a unit of length. */
    private record Wave(double kx, double ky, double phase, double size) {

        double at(double x, double y) {
            return size * StrictMath.sin(kx * x + ky * y + phase);
        }
    }
}
