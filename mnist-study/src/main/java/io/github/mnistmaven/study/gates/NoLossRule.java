package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.CellResult;
import io.github.mnistmaven.study.runs.RunResult;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.RunPredictions;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A cell may not be less accurate than the cell of the same name in an earlier study, by more than the margin of the present one: the rule is kept if that is so with a probability of at least the
 * confidence, broken if a larger loss is as probable, and undecided otherwise. The comparison is paired by image, and each study may have several seeds.
 *
 * @param cell its name, in both studies
 * @param baseline the earlier study, of the same test digits
 * @param confidence above 0.5 and below 1, such as 0.95
 */
public record NoLossRule(String cell, StudyResults baseline, double confidence) implements Rule {

    /**
     * Checks each value.
     *
     * @param cell its name, in both studies
     * @param baseline the earlier study, of the same test digits
     * @param confidence above 0.5 and below 1, such as 0.95
     * @throws IllegalArgumentException if the earlier study has no such cell
     */
    public NoLossRule {
        Bounds.requireName("cell", cell);
        Bounds.requirePresent("baseline", baseline);
        DifferenceVerdict.requireConfidence(confidence);
        StudyCells.index(baseline, cell);
    }

    @Override
    public String text() {
        return "%s not less accurate than in the baseline, with confidence %s".formatted(cell, confidence);
    }

    @Override
    public List<String> cells() {
        return List.of(cell);
    }

    @Override
    public GateResult judge(StudyResults results) {
        Bounds.requirePresent("results", results);
        if (!results.testDigits().fingerprint().equals(baseline.testDigits().fingerprint())) {
            throw new IllegalArgumentException(
                    "the rule '%s' compares different test digits: the study has %d with fingerprint %s, the baseline %d with fingerprint %s; make the baseline again"
                            .formatted(
                                    text(),
                                    results.testDigits().count(),
                                    results.testDigits().fingerprint(),
                                    baseline.testDigits().count(),
                                    baseline.testDigits().fingerprint()));
        }
        if (predictionsBySeed(results).equals(predictionsBySeed(baseline))) {
            return new GateResult(
                    text(), GateState.PASSED, "%s predicts the same as in the baseline, seed by seed".formatted(cell));
        }
        Difference difference = StudyStatistics.of(
                        List.of(predictions("now", results), predictions("baseline", baseline)), results.margin())
                .pairs()
                .get(0)
                .accuracy();
        return new DifferenceVerdict(
                        "the accuracy of %s minus that in the baseline".formatted(cell),
                        BigDecimal.valueOf(results.margin()).negate(),
                        confidence)
                .of(text(), difference);
    }

    private Map<Long, String> predictionsBySeed(StudyResults study) {
        return study.cells().get(StudyCells.index(study, cell)).runs().stream()
                .collect(Collectors.toMap(RunResult::seed, RunResult::predictions));
    }

    /** Of the classes alone: nothing else counts for an accuracy. */
    private Cell predictions(String name, StudyResults study) {
        CellResult found = study.cells().get(StudyCells.index(study, cell));
        byte[] labels = classes(study.testDigits().labels());
        return new Cell(
                name,
                found.runs().stream()
                        .map(run -> predictions(run, study.testDigits().fingerprint(), labels))
                        .toList());
    }

    private static RunPredictions predictions(RunResult run, String fingerprint, byte[] labels) {
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        float[] zeros = new float[labels.length];
        return RunPredictions.of(
                run.seed(), Duration.ZERO, fingerprint, labels, classes(run.predictions()), ones, zeros, zeros);
    }

    private static byte[] classes(String text) {
        byte[] classes = new byte[text.length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (text.charAt(i) - '0');
        }
        return classes;
    }
}
