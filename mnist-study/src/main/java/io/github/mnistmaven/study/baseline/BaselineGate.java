package io.github.mnistmaven.study.baseline;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Json;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Reproducibility.Metrics;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.statistics.McNemar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges results by a baseline: gives each model its {@link Verdict}. Equal digests prove that the training is the same;
 * where inputs are equal and digests are not, it is the platform that decides whether equal bits could have been expected.
 * Predictions are compared in any case.
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
     * @throws BaselineException if there is no such file, if it cannot be read or trusted, if the baseline is about other test digits or
     *     lacks a model, or if the margin is smaller than the test digits can resolve
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
     * Judges results by a baseline that was read before.
     *
     * @param file where the baseline comes from, for messages
     * @param baseline what a project has committed to
     * @param results of models that are all in the baseline, on the same test digits
     * @return a verdict for each
     * @throws BaselineException if the baseline is about other test digits or lacks a model, contradicts itself, or the
     *     margin is smaller than the test digits can resolve
     */
    public Reproducibility judge(Path file, Baseline baseline, Results results) throws BaselineException {
        Bounds.requirePresent("file", file);
        Bounds.requirePresent("baseline", baseline);
        Bounds.requirePresent("results", results);
        requireSameDigits(file, baseline.testDigits(), Baseline.TestDigits.of(results.testDigits()));
        requireResolvable(results.testDigits().count());
        List<Reproducibility.Model> verdicts = new ArrayList<>();
        for (ModelResult model : results.models()) {
            Baseline.Model before = requireModel(file, baseline, model.model());
            requirePredictions(file, before, results.testDigits().labels());
            verdicts.add(
                    check(before, Baseline.Model.of(model), results.testDigits().labels()));
        }
        return new Reproducibility(mode, tolerance, verdicts);
    }

    private static void requireSameDigits(Path file, Baseline.TestDigits expected, Baseline.TestDigits found)
            throws BaselineException {
        if (!expected.isSameSetAs(found)) {
            throw new BaselineException(
                    "the baseline %s is about %s test digits from '%s' (fingerprint %s), but these are %s from '%s' (fingerprint %s): compare on those, or name another file"
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

    /**
     * Requires a margin that the test digits can resolve: accuracies on N digits differ in steps of 1 / N, so that with a
     * smaller margin one digit would decide.
     *
     * @param testDigits how many there are
     * @throws BaselineException if the margin is smaller; the message says the smallest sensible one
     */
    public void requireResolvable(int testDigits) throws BaselineException {
        if (mode != ReproducibilityMode.OFF && tolerance.accuracyMargin() + ROUNDING < 1.0 / testDigits) {
            BigDecimal smallest =
                    BigDecimal.ONE.divide(BigDecimal.valueOf(testDigits), new MathContext(2, RoundingMode.UP));
            throw new BaselineException(
                    "accuracyMargin is %s, but accuracies on %d test digits differ in steps of %s: set it to at least %s, or use more test digits"
                            .formatted(
                                    BigDecimal.valueOf(tolerance.accuracyMargin())
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    testDigits,
                                    smallest.stripTrailingZeros().toPlainString(),
                                    smallest.stripTrailingZeros().toPlainString()));
        }
    }

    /**
     * Requires that a baseline has some models.
     *
     * @param file where it comes from, for the message
     * @param baseline what a project has committed to
     * @param models their names
     * @throws BaselineException if one is missing
     */
    public void requireModels(Path file, Baseline baseline, List<String> models) throws BaselineException {
        Bounds.requirePresent("file", file);
        Bounds.requirePresent("baseline", baseline);
        Bounds.requirePresent("models", models);
        for (String model : models) {
            requireModel(file, baseline, model);
        }
    }

    private static Baseline.Model requireModel(Path file, Baseline baseline, String model) throws BaselineException {
        return baseline.model(model)
                .orElseThrow(() -> new BaselineException(
                        "the baseline %s has no model '%s'; it has %s. Add it, or name another file"
                                .formatted(
                                        file,
                                        model,
                                        baseline.models().stream()
                                                .map(Baseline.Model::model)
                                                .collect(Collectors.joining(", ")))));
    }

    /** All that a model's accuracy says follows from its predictions: one that was edited by hand does not pass. */
    private static void requirePredictions(Path file, Baseline.Model model, String labels) throws BaselineException {
        String predictions = model.allPredictions();
        if (predictions.length() != labels.length()) {
            throw new BaselineException(
                    "the baseline is damaged: %s has %s predictions of model '%s' for %s test digits; restore it from version control, or write it anew"
                            .formatted(file, predictions.length(), model.model(), labels.length()));
        }
        long correct = IntStream.range(0, labels.length())
                .filter(i -> predictions.charAt(i) == labels.charAt(i))
                .count();
        double accuracy = correct / (double) labels.length();
        if (!(Math.abs(model.accuracy() - accuracy) < ROUNDING)) {
            throw new BaselineException(
                    "the baseline is damaged: %s has accuracy %s of model '%s', but %s of its %s predictions are correct, which is %s; restore it from version control, or write it anew"
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

    /**
     * What differs between two records of one type.
     *
     * @param before for the left side
     * @param now for the right side
     * @return the fields that differ, by name
     */
    public static List<Change> changes(Record before, Record now) {
        Bounds.requirePresent("before", before);
        Bounds.requirePresent("now", now);
        SortedMap<String, String> old = Json.fields(before);
        SortedMap<String, String> current = Json.fields(now);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(current.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            String a = old.getOrDefault(field, "");
            String b = current.getOrDefault(field, "");
            if (!a.equals(b)) {
                changes.add(new Change(field, a, b));
            }
        }
        return changes;
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
