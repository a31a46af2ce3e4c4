package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.files.DigitText;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Reproducibility.Metrics;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.internal.baseline.FieldChange;
import io.github.mnistmaven.study.internal.baseline.MarginResolution;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.statistics.McNemar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges results by a baseline: gives each model its {@link Verdict}. Equal digests prove that the training is the same;
 * where inputs are equal and digests are not, it is the platform that decides whether equal bits could have been expected.
 * Predictions are compared in any case.
 *
 * <pre>{@code
 * BaselineGate gate = new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT);
 * Results measured = Results.read(Path.of("target/mnist/results.json"));
 * Reproducibility found = gate.judge(new BaselineFile(Path.of("src/mnist/baseline.json")), measured);
 * found.failures().forEach(System.err::println); // a sentence for each model that fails
 * }</pre>
 *
 * @param mode what fails
 * @param tolerance how far models may differ
 */
public record BaselineGate(ReproducibilityMode mode, Tolerance tolerance) {

    /** Against errors of rounding: a difference of just the margin is within it. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checks that both are there.
     *
     * @param mode what fails
     * @param tolerance how far models may differ
     */
    public BaselineGate {
        Bounds.requirePresent("mode", mode);
        Bounds.requirePresent("tolerance", tolerance);
    }

    /**
     * Judges results by the baseline that a file holds.
     *
     * @param file with what a project has committed to
     * @param results of models that are all in the baseline, on the same test digits
     * @return a verdict for each
     * @throws BaselineException if there is no such file, or it cannot be read or trusted
     * @throws IllegalArgumentException if the baseline is about other test digits or lacks a model, or the margin is smaller than the test
     *     digits can resolve
     */
    public Reproducibility judge(BaselineFile file, Results results) throws BaselineException {
        Bounds.requirePresent("file", file);
        Bounds.requirePresent("results", results);
        Baseline baseline = file.read()
                .orElseThrow(() -> new BaselineException(
                        "the baseline %s does not exist: check the path, or write it first".formatted(file.path())));
        return judge(file.path(), baseline, results);
    }

    /**
     * Judges results by earlier results.
     *
     * @param earlier of models with the same names, on the same test digits
     * @param now of the models to judge
     * @return a verdict for each
     * @throws IllegalArgumentException if the earlier results are about other test digits or lack a model, or the margin is smaller than the test
     *     digits can resolve
     */
    public Reproducibility judge(Results earlier, Results now) {
        Bounds.requirePresent("earlier", earlier);
        Bounds.requirePresent("now", now);
        try {
            return judge(Path.of(Results.FILE), Baseline.of(earlier), now);
        } catch (BaselineException e) {
            throw new IllegalStateException("results contradict themselves: " + e.getMessage(), e);
        }
    }

    Reproducibility judge(Path file, Baseline baseline, Results results) throws BaselineException {
        requireSameDigits(file, baseline.testDigits(), Baseline.TestDigits.of(results.testDigits()));
        requireResolvable(results.testDigits().size());
        List<Reproducibility.Model> verdicts = new ArrayList<>();
        Evaluation evaluation = results.evaluations().get(0);
        String labels = DigitText.of(evaluation.size(), evaluation::truth);
        for (ModelResult model : results.models()) {
            Baseline.Model before = requireModel(file, baseline, model.name());
            requirePredictions(file, before, labels);
            verdicts.add(check(before, Baseline.Model.of(model), labels));
        }
        return new Reproducibility(mode, tolerance, verdicts);
    }

    private static void requireSameDigits(Path file, Baseline.TestDigits expected, Baseline.TestDigits found) {
        if (!expected.isSameSetAs(found)) {
            throw new IllegalArgumentException(
                    "the baseline %s was made with %s test digits from '%s' (fingerprint %s), but the models were evaluated on %s from '%s' (fingerprint %s): evaluate them on the same digits, or name another file"
                            .formatted(
                                    file,
                                    expected.count(),
                                    expected.source(),
                                    start(expected.fingerprint()),
                                    found.count(),
                                    found.source(),
                                    start(found.fingerprint())));
        }
    }

    private static String start(String fingerprint) {
        return fingerprint.substring(0, 12) + "...";
    }

    private void requireResolvable(int testDigits) {
        if (mode != ReproducibilityMode.OFF) {
            new MarginResolution(tolerance.accuracyMargin()).require(testDigits);
        }
    }

    private static Baseline.Model requireModel(Path file, Baseline baseline, String model) {
        return baseline.model(model)
                .orElseThrow(() -> new IllegalArgumentException(Baseline.missing(
                        file,
                        model,
                        baseline.models().stream().map(Baseline.Model::model).toList())));
    }

    /** All that a model's accuracy says follows from its predictions: one that was edited by hand does not pass. */
    private static void requirePredictions(Path file, Baseline.Model model, String labels) throws BaselineException {
        String predictions = model.allPredictions();
        if (predictions.length() != labels.length()) {
            throw new BaselineException(
                    "the baseline is damaged: %s has %s of model '%s' for %s; restore it from version control, or write it again"
                            .formatted(
                                    file,
                                    Counted.of(predictions.length(), "prediction"),
                                    model.model(),
                                    Counted.of(labels.length(), "test digit")));
        }
        long correct = IntStream.range(0, labels.length())
                .filter(i -> predictions.charAt(i) == labels.charAt(i))
                .count();
        double accuracy = correct / (double) labels.length();
        if (!(Math.abs(model.accuracy() - accuracy) < ROUNDING)) {
            throw new BaselineException(
                    "the baseline is damaged: %s says %s for the accuracy of model '%s', but %s of its %s predictions are correct, which is %s; restore it from version control, or write it again"
                            .formatted(file, model.accuracy(), model.model(), correct, labels.length(), accuracy));
        }
    }

    private Reproducibility.Model check(Baseline.Model before, Baseline.Model now, String labels) {
        Agreement agreement = Agreement.of(before.allPredictions(), now.allPredictions(), labels);
        boolean differs = agreement.differs(tolerance, labels.length());
        Inputs inputs = now.provenance().inputs();
        Platform platform = now.provenance().platform();
        boolean sameInputs = inputs.isEquivalentTo(before.provenance().inputs());
        boolean samePlatform = platform.isBitCompatibleWith(before.provenance().platform());
        int firstDifferentEpoch = firstDifferent(before.epochs(), now.epochs());
        boolean sameBits = firstDifferentEpoch == 0 && before.bestEpoch() == now.bestEpoch();
        Verdict verdict = verdict(sameInputs, sameBits, samePlatform, differs);
        return new Reproducibility.Model(
                now.model(),
                verdict,
                fails(verdict, differs),
                sameBits,
                firstDifferentEpoch,
                sameInputs
                        ? changedPlatform(before.provenance().platform(), platform)
                        : changedInputs(before.provenance().inputs(), inputs),
                Metrics.of(before),
                Metrics.of(now),
                agreement.onlyBaselineCorrect(),
                agreement.onlyNowCorrect(),
                agreement.pValue());
    }

    private static Verdict verdict(boolean sameInputs, boolean sameBits, boolean samePlatform, boolean differs) {
        if (!sameInputs) {
            return Verdict.CHANGED_INPUTS;
        }
        if (sameBits) {
            // The parameters are proof of the training, not of the predictions made with them.
            return differs ? Verdict.DRIFTED : Verdict.IDENTICAL;
        }
        if (samePlatform) {
            return Verdict.NOT_DETERMINISTIC;
        }
        return differs ? Verdict.DRIFTED : Verdict.EQUIVALENT;
    }

    private boolean fails(Verdict verdict, boolean differs) {
        boolean suspect = verdict == Verdict.DRIFTED || verdict == Verdict.NOT_DETERMINISTIC;
        return switch (mode) {
            case BITWISE -> suspect;
            case STATISTICAL -> suspect && differs;
            case OFF -> false;
        };
    }

    private static int firstDifferent(List<String> before, List<String> now) {
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            if (i >= before.size() || i >= now.size() || !before.get(i).equals(now.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** But for operations of the engine, where an older version has recorded only a digest of some. */
    private static List<Change> changedPlatform(Platform before, Platform now) {
        boolean comparable = !before.arithmetic().isEmpty() && !now.arithmetic().isEmpty();
        return changes(before, now).stream()
                .filter(change -> comparable || !change.field().startsWith("arithmetic"))
                .toList();
    }

    /** But for the names of classes: no result depends on what people call them. */
    private static List<Change> changedInputs(Inputs before, Inputs now) {
        return changes(before, now).stream()
                .filter(change -> !change.field().startsWith("data.classNames["))
                .toList();
    }

    private static List<Change> changes(Object before, Object now) {
        return FieldChange.between(before, now).stream()
                .map(change -> new Change(change.field(), change.before(), change.now()))
                .toList();
    }

    /** How two models agree on the same digits. */
    private record Agreement(int onlyBaselineCorrect, int onlyNowCorrect, double pValue) {

        boolean differs(Tolerance tolerance, int digits) {
            double difference = Math.abs(onlyNowCorrect - onlyBaselineCorrect) / (double) digits;
            return pValue < tolerance.significanceLevel() || difference > tolerance.accuracyMargin() + ROUNDING;
        }

        static Agreement of(String baseline, String now, String labels) {
            int onlyBaselineCorrect = 0;
            int onlyNowCorrect = 0;
            for (int i = 0; i < labels.length(); i++) {
                boolean before = baseline.charAt(i) == labels.charAt(i);
                boolean after = now.charAt(i) == labels.charAt(i);
                onlyBaselineCorrect += before && !after ? 1 : 0;
                onlyNowCorrect += after && !before ? 1 : 0;
            }
            return new Agreement(
                    onlyBaselineCorrect, onlyNowCorrect, McNemar.pValue(onlyBaselineCorrect, onlyNowCorrect));
        }
    }
}
