package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.recipe.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What one training of a {@link SpeedRun} took and gave.
 *
 * @param engineSeconds to start the engine
 * @param dataSeconds to read the training digits
 * @param trainingSeconds from these to the final weights
 * @param accuracy on the test digits
 * @param peakMemory of the process, in bytes; 0 if unknown
 * @param peak of the machine at that time, multiplying matrices, in operations per second
 */
record SpeedRunResult(
        double engineSeconds,
        double dataSeconds,
        double trainingSeconds,
        double accuracy,
        long peakMemory,
        double peak) {

    static final String HEAD = """
            | model | preset | seeds | training time: median (min, max) | test accuracy: mean (min) | start of the engine | reading the digits | peak memory | sgemm peak |
            |---|---|---|---|---|---|---|---|---|""";

    private static final String MARK = "result ";

    String line() {
        return MARK
                + "%s %s %s %s %s %s"
                        .formatted(engineSeconds, dataSeconds, trainingSeconds, accuracy, peakMemory, peak);
    }

    static SpeedRunResult parse(String output) {
        String[] values = output.lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result in: " + output))
                .substring(MARK.length())
                .split(" ");
        return new SpeedRunResult(
                Double.parseDouble(values[0]),
                Double.parseDouble(values[1]),
                Double.parseDouble(values[2]),
                Double.parseDouble(values[3]),
                Long.parseLong(values[4]),
                Double.parseDouble(values[5]));
    }

    static String row(String model, Preset preset, List<SpeedRunResult> results) {
        double[] seconds = values(results, SpeedRunResult::trainingSeconds);
        double[] accuracies = values(results, SpeedRunResult::accuracy);
        return String.format(
                Locale.ROOT,
                "| `%s` | `%s` | %d | %.2f s (%.2f, %.2f) | %.4f (%.4f) | %.2f s | %.2f s | %.0f MB | %.0f GFLOP/s |",
                model,
                preset.id(),
                results.size(),
                median(seconds),
                Arrays.stream(seconds).min().orElseThrow(),
                Arrays.stream(seconds).max().orElseThrow(),
                Mean.of(accuracies).getAsDouble(),
                Arrays.stream(accuracies).min().orElseThrow(),
                median(values(results, SpeedRunResult::engineSeconds)),
                median(values(results, SpeedRunResult::dataSeconds)),
                Arrays.stream(values(results, SpeedRunResult::peakMemory)).max().orElseThrow() / 1e6,
                median(values(results, SpeedRunResult::peak)) / 1e9);
    }

    private static double[] values(List<SpeedRunResult> results, ToDoubleFunction<SpeedRunResult> value) {
        return results.stream().mapToDouble(value).toArray();
    }

    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%6.2f s, test accuracy %.4f (engine %.2f s, data %.2f s, sgemm peak %.0f GFLOP/s)",
                trainingSeconds,
                accuracy,
                engineSeconds,
                dataSeconds,
                peak / 1e9);
    }
}
