package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.numerics.ArithmeticDigest;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A model of a baseline, made up; each method changes one thing. */
record SampleBaseline(
        String model,
        long seed,
        String source,
        String cpu,
        String numerics,
        List<String> epochs,
        String predictions,
        int bestEpoch,
        String squareRoot) {

    /** 1,000 digits 0 to 9 in turn. */
    static final DigitSet TEST = digits(1000);

    static DigitSet digits(int size) {
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) (i % 10);
        }
        return DigitSet.of(new byte[size * DigitSet.PIXELS], labels).withSource("embedded");
    }

    /** Reads 980 digits right. */
    static SampleBaseline cnn() {
        return new SampleBaseline(
                "cnn", 1, "mnist", "AMD EPYC", "native", digests("e1", "e2", "e3"), predictions(20, 0), 3, "5d1c0a7e");
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
        return new SampleBaseline(value, seed, source, cpu, numerics, epochs, predictions, bestEpoch, squareRoot);
    }

    SampleBaseline withSeed(long value) {
        return new SampleBaseline(model, value, source, cpu, numerics, epochs, predictions, bestEpoch, squareRoot);
    }

    SampleBaseline withCpu(String value) {
        return new SampleBaseline(model, seed, source, value, numerics, epochs, predictions, bestEpoch, squareRoot);
    }

    SampleBaseline withSource(String value) {
        return new SampleBaseline(model, seed, value, cpu, numerics, epochs, predictions, bestEpoch, squareRoot);
    }

    SampleBaseline withNumerics(String value) {
        return new SampleBaseline(model, seed, source, cpu, value, epochs, predictions, bestEpoch, squareRoot);
    }

    SampleBaseline withEpochs(String... values) {
        return new SampleBaseline(
                model, seed, source, cpu, numerics, digests(values), predictions, bestEpoch, squareRoot);
    }

    SampleBaseline predicting(String newPredictions) {
        return new SampleBaseline(model, seed, source, cpu, numerics, epochs, newPredictions, bestEpoch, squareRoot);
    }

    SampleBaseline keeping(int epoch) {
        return new SampleBaseline(model, seed, source, cpu, numerics, epochs, predictions, epoch, squareRoot);
    }

    /** Where the engine's square root gives what has another checksum; of an older version, with a digest alone, if it is empty. */
    SampleBaseline withSquareRoot(String value) {
        return new SampleBaseline(model, seed, source, cpu, numerics, epochs, predictions, bestEpoch, value);
    }

    /** Digests by short names. */
    static List<String> digests(String... names) {
        return Stream.of(names).map(Sha256::of).toList();
    }

    Baseline.Model build() {
        return Baseline.Model.of(result());
    }

    /** What was measured of it. */
    ModelResult result() {
        Recipe recipe = Recipe.DEFAULT.withEpochs(20).withSchedule(Schedule.oneCycle(0.01, 0.25));
        Inputs inputs = Inputs.of(
                model,
                "ab".repeat(32),
                29_402,
                recipe,
                seed,
                Inputs.Data.of(source, 60_000, "cd".repeat(32), DigitSet.DIGIT_NAMES),
                Versions.of("0.1.0", "0.36.0", "2.7.1"));
        Map<String, String> arithmetic =
                squareRoot.isEmpty() ? Map.of() : Map.of("function exp", "01234567", "function sqrt", squareRoot);
        Map<String, String> environment = Numerics.of(numerics).orElseThrow().environment(Map.of("MKL_CBWR", "AVX2"));
        Platform platform = Platform.of(
                "Linux",
                "amd64",
                cpu,
                "avx2",
                2,
                numerics,
                environment,
                ArithmeticDigest.of(arithmetic),
                arithmetic,
                "17.0.15+6");
        List<Epoch> measured = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            measured.add(Epoch.of(i + 1, 0.1, 0.97, 0.1, 0.97, 1, epochs.get(i)));
        }
        byte[] truths = new byte[predictions.length()];
        byte[] predicted = new byte[predictions.length()];
        double[] confidences = new double[predictions.length()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = (byte) (i % 10);
            predicted[i] = (byte) (predictions.charAt(i) - '0');
            confidences[i] = 0.5;
        }
        return SampleResults.result(
                new Provenance(inputs, platform),
                History.of(measured, bestEpoch),
                Evaluation.of(model, TEST.fingerprint(), truths, predicted, confidences, 0.05));
    }

    static Results results(SampleBaseline... models) {
        return Results.of(TEST, Stream.of(models).map(SampleBaseline::result).toList());
    }

    static Baseline baseline(SampleBaseline... models) {
        return Baseline.of(results(models));
    }
}
