package io.github.mnistmaven.plugin.baseline;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.McNemar;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.plugin.baseline.Reproducibility.Change;
import io.github.mnistmaven.plugin.baseline.Reproducibility.Metrics;
import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.Tolerance;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Gives each model its {@link Verdict}. Equal digests prove that the training is the same; where inputs are equal and
 * digests are not, it is the platform that decides whether equal bits could have been expected. What the models read is
 * looked at in any case.
 */
public final class BaselineCheck {

    private final ReproducibilityMode mode;
    private final Tolerance tolerance;
    private final DigitSet test;

    /**
     * A check.
     *
     * @param mode what fails the build
     * @param tolerance how far models may differ
     * @param test the digits that both sides were measured on
     */
    public BaselineCheck(ReproducibilityMode mode, Tolerance tolerance, DigitSet test) {
        this.mode = mode;
        this.tolerance = tolerance;
        this.test = test;
    }

    /**
     * Compares models with a baseline.
     *
     * @param baseline has each of them
     * @param now the models
     * @return a verdict for each
     */
    public Reproducibility check(Baseline baseline, List<Baseline.Model> now) {
        return new Reproducibility(
                mode,
                tolerance,
                now.stream()
                        .map(model -> check(baseline.model(model.model()).orElseThrow(), model))
                        .toList());
    }

    private Reproducibility.Model check(Baseline.Model before, Baseline.Model now) {
        Agreement agreement = Agreement.of(before.allPredictions(), now.allPredictions(), test);
        boolean differs = agreement.differs(tolerance, test.size());
        Inputs inputs = now.provenance().inputs();
        Platform platform = now.provenance().platform();
        boolean sameInputs = inputs.meanTheSameAs(before.provenance().inputs());
        boolean samePlatform = platform.promisesTheBitsOf(before.provenance().platform());
        int firstDifferentEpoch = firstDifferent(before.epochs(), now.epochs());
        boolean sameBits = firstDifferentEpoch == 0 && before.keptEpoch() == now.keptEpoch();
        Verdict verdict = verdict(sameInputs, sameBits, samePlatform, differs);
        return new Reproducibility.Model(
                now.model(),
                verdict,
                fails(verdict, differs),
                sameBits,
                firstDifferentEpoch,
                sameInputs
                        ? changes(before.provenance().platform(), platform)
                        : changes(before.provenance().inputs(), inputs),
                Metrics.of(before),
                Metrics.of(now),
                agreement.onlyBaselineRight(),
                agreement.onlyNowRight(),
                agreement.pValue());
    }

    private static Verdict verdict(boolean sameInputs, boolean sameBits, boolean samePlatform, boolean differs) {
        if (!sameInputs) {
            return Verdict.CHANGED_INPUTS;
        }
        if (sameBits) {
            // The parameters are proof of the training, not of what reads with them.
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

    /**
     * What differs between two records of one type.
     *
     * @param before for the left side
     * @param now for the right side
     * @return the fields that differ, by name
     */
    public static List<Change> changes(Record before, Record now) {
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
    private record Agreement(int onlyBaselineRight, int onlyNowRight, double pValue) {

        /** Against errors of rounding: a difference of just the margin is within it. */
        private static final double ROUNDING = 1e-9;

        boolean differs(Tolerance tolerance, int digits) {
            double difference = Math.abs(onlyNowRight - onlyBaselineRight) / (double) digits;
            return pValue < tolerance.significanceLevel() || difference > tolerance.accuracyMargin() + ROUNDING;
        }

        static Agreement of(String baseline, String now, DigitSet test) {
            int onlyBaselineRight = 0;
            int onlyNowRight = 0;
            for (int i = 0; i < test.size(); i++) {
                boolean before = baseline.charAt(i) - '0' == test.label(i);
                boolean after = now.charAt(i) - '0' == test.label(i);
                onlyBaselineRight += before && !after ? 1 : 0;
                onlyNowRight += after && !before ? 1 : 0;
            }
            return new Agreement(onlyBaselineRight, onlyNowRight, McNemar.pValue(onlyBaselineRight, onlyNowRight));
        }
    }
}
