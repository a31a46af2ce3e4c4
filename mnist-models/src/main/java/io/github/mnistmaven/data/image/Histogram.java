package io.github.mnistmaven.data.image;

import java.util.stream.IntStream;

/** How often each grey level occurs. */
final class Histogram {

    private final long[] counts = new long[GreyImage.WHITE + 1];
    private long total;

    private Histogram() {}

    static Histogram of(IntStream levels) {
        Histogram histogram = new Histogram();
        levels.forEach(level -> {
            histogram.counts[level]++;
            histogram.total++;
        });
        return histogram;
    }

    /**
     * The level that a share of all reaches or stays under.
     *
     * @param share 0 for the lowest, 0.5 for the middle one, 1 for the highest
     */
    int quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        int level = 0;
        long seen = counts[0];
        while (seen < rank) {
            level++;
            seen += counts[level];
        }
        return level;
    }
}
