package io.github.mnistmaven.plugin.baseline;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model of a baseline, made up; each method changes one thing. */
record SampleBaseline(
        String model,
        long seed,
        String source,
        String cpu,
        String numerics,
        double accuracy,
        List<String> epochs,
        String predictions,
        int keptEpoch) {

    /** 1,000 digits 0 to 9 in turn. */
    static final DigitSet TEST = digits(1000);

    static final Baseline.TestDigits TEST_DIGITS = new Baseline.TestDigits(TEST.size(), TEST.fingerprint(), "embedded");

    static DigitSet digits(int size) {
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) (i % 10);
        }
        return DigitSet.of(new byte[size * DigitSet.PIXELS], labels);
    }

    /** Reads 980 digits right. */
    static SampleBaseline cnn() {
        return new SampleBaseline(
                "cnn", 1, "mnist", "AMD EPYC", "native", 0.98, List.of("e1", "e2", "e3"), predictions(20, 0), 3);
    }

    /** Predictions of which these many digits, from this one on, are wrong. */
    static String predictions(int wrong, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TEST.size(); i++) {
            int truth = i % 10;
            text.append(i >= from && i < from + wrong ? (truth + 1) % 10 : truth);
        }
        return text.toString();
    }

    SampleBaseline withModel(String value) {
        return new SampleBaseline(value, seed, source, cpu, numerics, accuracy, epochs, predictions, keptEpoch);
    }

    SampleBaseline withSeed(long value) {
        return new SampleBaseline(model, value, source, cpu, numerics, accuracy, epochs, predictions, keptEpoch);
    }

    SampleBaseline withCpu(String value) {
        return new SampleBaseline(model, seed, source, value, numerics, accuracy, epochs, predictions, keptEpoch);
    }

    SampleBaseline withSource(String value) {
        return new SampleBaseline(model, seed, value, cpu, numerics, accuracy, epochs, predictions, keptEpoch);
    }

    SampleBaseline withNumerics(String value) {
        return new SampleBaseline(model, seed, source, cpu, value, accuracy, epochs, predictions, keptEpoch);
    }

    SampleBaseline withEpochs(String... values) {
        return new SampleBaseline(
                model, seed, source, cpu, numerics, accuracy, List.of(values), predictions, keptEpoch);
    }

    SampleBaseline reading(double newAccuracy, String newPredictions) {
        return new SampleBaseline(model, seed, source, cpu, numerics, newAccuracy, epochs, newPredictions, keptEpoch);
    }

    SampleBaseline keeping(int epoch) {
        return new SampleBaseline(model, seed, source, cpu, numerics, accuracy, epochs, predictions, epoch);
    }

    Baseline.Model build() {
        Recipe recipe = new Recipe(3, 128, Schedule.oneCycle(0.01, 0.25), Augmentation.NONE, 0, 0.1, 0, 1e-8);
        Inputs inputs = new Inputs(
                model,
                "ab".repeat(32),
                29_402,
                recipe,
                seed,
                new Inputs.Data(source, 60_000, "cd".repeat(32)),
                new Versions("0.1.0", "0.35.1", "2.7.1"));
        Platform platform = new Platform(
                "Linux", "amd64", cpu, "avx2", 2, numerics, Map.of("MKL_CBWR", "AVX2"), "ef".repeat(32), "17.0.15+6");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < predictions.length(); i += 100) {
            lines.add(predictions.substring(i, Math.min(predictions.length(), i + 100)));
        }
        return new Baseline.Model(model, new Provenance(inputs, platform), accuracy, 0.05, keptEpoch, epochs, lines);
    }

    static Baseline baseline(SampleBaseline... models) {
        List<Baseline.Model> built = new ArrayList<>();
        for (SampleBaseline sample : models) {
            built.add(sample.build());
        }
        return new Baseline(Baseline.FORMAT, TEST_DIGITS, built);
    }
}
