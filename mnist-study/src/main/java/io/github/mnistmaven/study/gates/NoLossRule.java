package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A cell may not be less accurate than the cell of the same name in an earlier study by more than a margin: the rule is kept if that is so with a probability of at least the
 * confidence, broken if a larger loss is as probable, and undecided otherwise. One that predicts the same from each seed passes at once.
 *
 * <p>The comparison is paired by image. Where one of the two has at least two seeds and all of them are in the other, it is paired by seed as well: what a seed does to both alike does not count then, so that
 * a model that has changed a little is decided by few seeds. Otherwise their seeds are taken to be independent.
 *
 * @param cell its name, in both studies
 * @param baseline the earlier study, of the same test digits
 * @param source where the earlier study comes from, for people, such as the name of its file
 * @param margin the largest loss in accuracy that does not matter, 0 to 1
 * @param confidence above 0.5 and below 1, such as 0.95
 */
record NoLossRule(String cell, Measurements baseline, String source, BigDecimal margin, double confidence)
        implements Rule.NoLoss {

    private static final int MIN_PAIRS = 2;

    NoLossRule {
        Bounds.requireName("cell", cell);
        Bounds.requirePresent("baseline", baseline);
        Bounds.requirePresent("source", source);
        Bounds.requirePresent("margin", margin);
        Bounds.requireShare("margin", margin.doubleValue());
        DifferenceVerdict.requireConfidence(confidence);
        if (!baseline.has(cell)) {
            throw new IllegalArgumentException("the baseline %s has no cell '%s'; it has %s"
                    .formatted(source, cell, String.join(", ", baseline.names())));
        }
    }

    @Override
    public Rule.NoLoss withMargin(BigDecimal value) {
        return new NoLossRule(cell, baseline, source, value, confidence);
    }

    @Override
    public Rule.NoLoss withConfidence(double value) {
        return new NoLossRule(cell, baseline, source, margin, value);
    }

    @Override
    public Rule.NoLoss withSource(String value) {
        return new NoLossRule(cell, baseline, value, margin, confidence);
    }

    @Override
    public String text() {
        return "%s less accurate than in %s by at most %s, with confidence %s"
                .formatted(cell, source, Shortfall.text(margin), confidence);
    }

    @Override
    public RuleKind kind() {
        return RuleKind.NO_LOSS;
    }

    @Override
    public List<String> cells() {
        return List.of(cell);
    }

    @Override
    public GatedMetric metric() {
        return GatedMetric.ACCURACY;
    }

    private String other(String fingerprint) {
        return "the baseline was evaluated on other test digits, with fingerprint %s instead of %s; make the baseline again"
                .formatted(baseline.testFingerprint(), fingerprint);
    }

    @Override
    public GateResult judge(Measurements measurements) {
        Bounds.requirePresent("measurements", measurements);
        if (!baseline.testFingerprint().equals(measurements.testFingerprint())) {
            return GateResult.of(
                    this,
                    GateState.FAILED,
                    "%s cannot be compared with %s: %s".formatted(cell, source, other(measurements.testFingerprint())),
                    Map.of());
        }
        return judge(measurements.predictions(cell), baseline.predictions(cell));
    }

    private GateResult judge(Cell now, Cell before) {
        Map<Long, RunPredictions> runsBefore = new HashMap<>();
        before.runs().forEach(run -> runsBefore.put(run.seed(), run));
        long pairs = now.runs().stream()
                .filter(run -> runsBefore.containsKey(run.seed()))
                .count();
        if (pairs == now.seeds() && now.runs().stream().allMatch(run -> isSame(run, runsBefore.get(run.seed())))) {
            return GateResult.of(
                    this,
                    GateState.PASSED,
                    "%s predicts the same as in %s, seed by seed".formatted(cell, source),
                    Map.of(
                            "asked",
                            -margin.doubleValue(),
                            "confidence",
                            confidence,
                            "found",
                            0.0,
                            "lower",
                            0.0,
                            "upper",
                            0.0,
                            "missedBy",
                            0.0,
                            "probability",
                            1.0));
        }
        boolean paired = pairs >= MIN_PAIRS && pairs == Math.min(now.seeds(), before.seeds());
        return new DifferenceVerdict(
                        "the accuracy of %s minus that in %s%s"
                                .formatted(cell, source, paired ? ", paired by %d seeds,".formatted(pairs) : ""),
                        margin.negate(),
                        confidence)
                .of(this, paired ? Difference.inAccuracyBySeed(now, before) : Difference.inAccuracy(now, before));
    }

    private static boolean isSame(RunPredictions run, RunPredictions other) {
        return IntStream.range(0, run.size()).allMatch(image -> run.prediction(image) == other.prediction(image));
    }
}
