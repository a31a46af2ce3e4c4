package io.github.mnistmaven.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many calls took. */
final class Latencies {

    private static final double MILLI = 1e6;

    private final long[] sorted;

    /** Takes nanoseconds, in any order. */
    Latencies(long[] nanoseconds) {
        this.sorted = nanoseconds.clone();
        Arrays.sort(sorted);
    }

    /** The time in milliseconds within which a share of the calls, above 0 to 1, was answered. */
    double percentile(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / MILLI;
    }

    /** As a part of a table's row: median, 95th and 99th percentile and the longest, in milliseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.2f | %.1f",
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                percentile(1));
    }
}
