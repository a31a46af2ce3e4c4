package io.github.mnistmaven.plugin.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** About how long the runs of a study that are still to come take, judged by those that are done. */
final class RemainingTime {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** Below this many minutes, seconds are of interest. */
    private static final int FEW_MINUTES = 2;

    private final int parallel;
    private final Map<String, List<Duration>> done = new LinkedHashMap<>();

    /** For so many runs at a time. */
    RemainingTime(int parallel) {
        this.parallel = parallel;
    }

    void add(String cell, Duration time) {
        done.computeIfAbsent(cell, name -> new ArrayList<>()).add(time);
    }

    /** A cell of which no run is done yet is taken to be like the others. */
    Duration of(List<String> cellsOfOpenRuns) {
        double average = mean(done.values().stream().flatMap(List::stream).toList());
        double seconds = cellsOfOpenRuns.stream()
                .mapToDouble(cell -> done.containsKey(cell) ? mean(done.get(cell)) : average)
                .sum();
        return Duration.ofMillis(Math.round(1000 * seconds / parallel));
    }

    private static double mean(List<Duration> times) {
        return times.stream()
                .mapToDouble(time -> time.toMillis() / 1000.0)
                .average()
                .orElse(0);
    }

    /** As precise as a guess is: {@code 40 s}, {@code 12 min}, {@code 3.5 h}. */
    static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < FEW_MINUTES * MINUTE) {
            return seconds + " s";
        }
        if (seconds < FEW_MINUTES * HOUR) {
            return Math.round(seconds / (double) MINUTE) + " min";
        }
        return String.format(Locale.ROOT, "%.1f h", seconds / (double) HOUR);
    }
}
