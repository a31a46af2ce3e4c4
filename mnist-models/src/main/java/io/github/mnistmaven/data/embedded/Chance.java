package io.github.mnistmaven.data.embedded;

/**
 * Random numbers that are the same for ever: SplitMix64 (Steele, Lea and Flood, 2014), written out because the platform
 * does not promise the algorithms behind its own generators.
 */
final class Chance {

    /** Normal deviates beyond this are drawn again: a hand varies, but within what a hand can do. */
    private static final double REACH = 2.6;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** A source of its own for what the numbers name, such as a set and an index. */
    static Chance of(long seed, long... path) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long part : path) {
            state = mix((state ^ part) + GOLDEN_GAMMA);
        }
        return new Chance(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * UNIT;
    }

    /** Uniform between the bounds. */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** One of the first {@code bound} integers from 0. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Normal about 0, cut off at {@value #REACH} standard deviations; by Box and Muller's method. */
    double normal(double deviation) {
        double z;
        do {
            double length = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
            z = length * StrictMath.cos(2 * Math.PI * uniform());
        } while (Math.abs(z) > REACH);
        return deviation * z;
    }

    /** A factor about 1 whose logarithm is normal: as likely twice as half. */
    double factor(double deviation) {
        return StrictMath.exp(normal(deviation));
    }
}
