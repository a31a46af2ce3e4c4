package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Trains each preset of each model with several seeds, and a few epochs of the study's own networks, and prints a
 * table with a row for each. Training never depends on the test digits.
 */
public final class PresetBenchmark {

    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;
    private static final int WARM_UP_DIGITS = 5000;

    private final DigitSet training;
    private final DigitSet test;
    private final int firstSeed;
    private final int seeds;
    private final Map<Subject, List<Trial>> trials = new LinkedHashMap<>();
    private final List<Double> peaks = new ArrayList<>();

    private PresetBenchmark(DigitDirectory mnist, int firstSeed, int seeds) throws IOException {
        this.training = mnist.training();
        this.test = mnist.test();
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if there is no MNIST where {@code mnist.test.data} says
     */
    public static void main(String[] args) throws IOException {
        List<String> models = BenchmarkProperties.models();
        List<Subject> subjects = new ArrayList<>();
        for (Preset preset : BenchmarkProperties.presets()) {
            models.forEach(model -> subjects.add(Subject.of(model, preset)));
        }
        // Last, as memory that they do not release would count towards the peak of the others.
        if (Boolean.getBoolean("benchmark.references")) {
            models.stream().map(Subject::referenceOf).forEach(subjects::add);
        }
        new PresetBenchmark(
                        new DigitDirectory(BenchmarkProperties.data()),
                        BenchmarkProperties.firstSeed(),
                        BenchmarkProperties.seeds())
                .run(subjects);
    }

    private void run(List<Subject> subjects) {
        warmUp();
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
            for (Subject subject : subjects) {
                // Once is enough to measure the time of the study's own networks.
                if (seed == firstSeed || !subject.isReference()) {
                    train(subject, seed);
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%nsgemm peak %.0f GFLOP/s (median of %d)%n%n", median(peaks) / GIGA, peaks.size());
        System.out.println(
                "| preset | model | seeds | training time, median | speed-up over the study | images/s | share of sgemm peak "
                        + "| peak memory | test accuracy, mean (sd, min) | time to published accuracy |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        subjects.forEach(subject -> System.out.println(row(subject)));
    }

    /** So that the first training does not include the start of the engine. */
    private void warmUp() {
        Trial.of(Subject.of("cnn", Preset.FAST), training.first(WARM_UP_DIGITS), test, 1);
    }

    private void train(Subject subject, int seed) {
        peaks.add(Sgemm.peak());
        Trial trial = Trial.of(subject, training, test, seed);
        trials.computeIfAbsent(subject, first -> new ArrayList<>()).add(trial);
        System.out.printf(
                Locale.ROOT,
                "%-8s %-14s seed %d: %6.1f s, test accuracy %.4f%n",
                subject.label(),
                subject.model(),
                seed,
                trial.seconds(),
                trial.accuracy());
    }

    private String row(Subject subject) {
        List<Trial> of = trials.get(subject);
        double seconds = wholeSeconds(subject);
        double speed = median(values(of, Trial::imagesPerSecond));
        double[] accuracies = values(of, Trial::accuracy).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s%.1f s | %s | %,.0f | %.0f %% | %s | %s%s | %s |",
                subject.label(),
                subject.model(),
                of.size(),
                subject.isReference() ? "about " : "",
                seconds,
                speedUp(subject, seconds),
                speed,
                100 * speed * subject.flops() / median(peaks),
                of.stream()
                        .map(Trial::peakMemory)
                        .filter(peak -> peak.isPresent())
                        .map(peak -> Math.round(peak.getAsLong() / MEGA))
                        .max(Long::compare)
                        .map(most -> most + " MB")
                        .orElse("unknown"),
                subject.isReference() ? "" : mean(accuracies),
                accuracies.length < 2
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (%.4f, %.4f)",
                                StandardDeviation.of(accuracies).getAsDouble(),
                                Arrays.stream(accuracies).min().orElseThrow()),
                subject.isReference() ? "" : reached(subject));
    }

    private static String mean(double[] values) {
        return String.format(Locale.ROOT, "%.4f", Mean.of(values).getAsDouble());
    }

    private String speedUp(Subject subject, double seconds) {
        Optional<List<Trial>> reference = Optional.ofNullable(trials.get(Subject.referenceOf(subject.model())));
        return reference
                .map(of -> String.format(
                        Locale.ROOT, "%.1f", wholeSeconds(Subject.referenceOf(subject.model())) / seconds))
                .orElse("");
    }

    private double wholeSeconds(Subject subject) {
        return subject.wholeSeconds(median(values(trials.get(subject), Trial::seconds)));
    }

    private String reached(Subject subject) {
        OptionalDouble seconds = Trial.secondsToPublishedAccuracy(subject, training, test, 1);
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble()) : "never";
    }

    private static List<Double> values(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return trials.stream().map(value::applyAsDouble).collect(Collectors.toList());
    }

    private static double median(List<Double> values) {
        return Median.withDefaults()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
