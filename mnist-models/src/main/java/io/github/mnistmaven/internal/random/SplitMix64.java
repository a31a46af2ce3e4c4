package io.github.mnistmaven.internal.random;

/**
 * A random number generator that is the same on every platform and for ever: SplitMix64 (Steele, Lea and Flood, "Fast
 * Splittable Pseudorandom Number Generators", 2014, doi:10.1145/2660193.2660195), written out because Java does not
 * promise the algorithms behind its own generators.
 *
 * <p>Every random choice derives a seed of its own by {@link #derive}, from a run's seed and numbers that name the choice,
 * such as an epoch and an image. So no choice depends on how many were made before it.
 */
public final class SplitMix64 {

    /** Normal deviates beyond this many standard deviations are drawn again. */
    private static final double TRUNCATION = 2.6;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private long state;

    private SplitMix64(long state) {
        this.state = state;
    }

    /**
     * A generator for what the numbers name.
     *
     * @param seed of the whole
     * @param path such as a set and an index
     * @return a generator that starts at {@link #derive}
     */
    public static SplitMix64 of(long seed, long... path) {
        return new SplitMix64(derive(seed, path));
    }

    /**
     * A seed for what the numbers name. Neighbouring seeds and numbers give unrelated results.
     *
     * @param seed of the whole
     * @param path such as an epoch and an image
     * @return the seed, mixed by the finalizer of SplitMix64
     */
    public static long derive(long seed, long... path) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long part : path) {
            state = mix((state ^ part) + GOLDEN_GAMMA);
        }
        return state;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * The next 64 random bits.
     *
     * @return any {@code long}
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * A number from a uniform distribution.
     *
     * @return at least 0, below 1
     */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * A number from a uniform distribution.
     *
     * @param from the lower bound
     * @param to the upper bound
     * @return between the bounds
     */
    public double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /**
     * A whole number from a uniform distribution.
     *
     * @param bound at least 1
     * @return 0 to {@code bound - 1}
     */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /**
     * A number from a normal distribution about 0, truncated at {@value #TRUNCATION} standard deviations; by the method of
     * Box and Muller (1958).
     *
     * @param deviation the standard deviation before truncation
     * @return the number
     */
    public double normal(double deviation) {
        double z;
        do {
            double length = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
            z = length * StrictMath.cos(2 * Math.PI * uniform());
        } while (Math.abs(z) > TRUNCATION);
        return deviation * z;
    }

    /**
     * A factor whose logarithm is normal: as likely twice as half.
     *
     * @param deviation the standard deviation of the logarithm
     * @return above 0
     */
    public double logNormal(double deviation) {
        return StrictMath.exp(normal(deviation));
    }

    /**
     * Brings an array into random order (Fisher and Yates' shuffle, in Durstenfeld's form).
     *
     * @param values changed in place
     */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = below(i + 1);
            int swapped = values[i];
            values[i] = values[other];
            values[other] = swapped;
        }
    }
}
