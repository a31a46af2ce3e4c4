package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The speed run of {@code docs/speed.md}: each model and preset is trained with several seeds, each in a process of its own that has done
 * nothing before, one after the other. Prints each of them and the medians; none is left out.
 */
public final class SpeedRun {

    private SpeedRun() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if a process cannot be started
     * @throws InterruptedException if this one is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BenchmarkProperties.data();
        int first = BenchmarkProperties.firstSeed();
        List<String> rows = new ArrayList<>();
        for (String model : BenchmarkProperties.models()) {
            for (Preset preset : BenchmarkProperties.presets()) {
                List<SpeedRunResult> results = new ArrayList<>();
                for (int seed : IntStream.range(first, first + BenchmarkProperties.seeds())
                        .toArray()) {
                    SpeedRunResult result = inNewProcess(model, preset, seed, Numerics.NATIVE);
                    results.add(result);
                    System.out.printf(Locale.ROOT, "%-5s %-8s seed %2d: %s%n", model, preset.id(), seed, result);
                }
                rows.add(SpeedRunResult.row(model, preset, results));
            }
        }
        System.out.println();
        System.out.println(SpeedRunResult.HEAD);
        rows.forEach(System.out::println);
    }

    /** Trains in a process that is started for it. */
    static SpeedRunResult inNewProcess(String model, Preset preset, int seed, Numerics numerics)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        // As the plugin starts its worker.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        for (String property : List.of("ai.djl.offline", "ai.djl.pytorch.num_threads", "mnist.test.data")) {
            command.add("-D%s=%s".formatted(property, System.getProperty(property)));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SpeedRunProcess.class.getName()));
        command.addAll(List.of(model, preset.id(), Integer.toString(seed)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Numerics.pin(builder.environment(), numerics.environment(System.getenv()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "%s, seed %d: exit code %d%n%s".formatted(model, seed, process.exitValue(), output));
        }
        return SpeedRunResult.parse(output);
    }
}
