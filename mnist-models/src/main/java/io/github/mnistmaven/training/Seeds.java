package io.github.mnistmaven.training;

/**
 * Seeds derived from a seed, so that each random choice has a generator of its own and depends on nothing that was drawn
 * before it.
 */
final class Seeds {

    private Seeds() {}

    /**
     * A seed for what the numbers name, such as an epoch and an image.
     *
     * @return the seed, mixed by the finalizer of SplitMix64 (Steele, Lea and Flood, 2014)
     */
    static long derive(long seed, long... path) {
        long state = mix(seed);
        for (long part : path) {
            state = mix(state ^ part);
        }
        return state;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
