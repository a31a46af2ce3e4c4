package io.github.mnistmaven.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts what happened in many studies; several threads may do so at once. */
final class Tally {

    private final Map<String, Count> counts = new LinkedHashMap<>();

    private static final class Count {
        private double sum;
        private int trials;
    }

    synchronized void add(String what, boolean happened) {
        add(what, happened ? 1.0 : 0.0);
    }

    synchronized void add(String what, double value) {
        Count count = counts.computeIfAbsent(what, key -> new Count());
        count.sum += value;
        count.trials++;
    }

    /** The mean, or the share where it was counted what happened, with three decimals; a dash if there were no trials. */
    synchronized String mean(String what) {
        Count count = counts.get(what);
        return count == null ? "-" : String.format(Locale.ROOT, "%.3f", count.sum / count.trials);
    }
}
