package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.McNemar;
import java.util.List;

/**
 * What a study says of two cells, as a file has it: the figures of {@link CellComparison} and what follows from them.
 *
 * @param first the name of a cell
 * @param second the name of another
 * @param accuracy the difference in accuracy
 * @param logLoss the difference in log loss, in nats
 * @param brierScore the difference in Brier score
 * @param adjustedPValue the p-value of the difference in accuracy, adjusted for all pairs of the study by Holm's method
 * @param probabilityFirstIsBetter the probability that the first cell is more accurate by more than the margin, 0 to 1
 * @param probabilityOfEquivalence the probability that the accuracies differ by no more than the margin, 0 to 1
 * @param probabilitySecondIsBetter the probability that the second cell is more accurate by more than the margin, 0 to 1
 * @param decision what follows
 * @param sentence the same in words
 * @param mcNemar the test of the two runs where both cells have a single one; empty otherwise
 */
public record PairResult(
        String first,
        String second,
        DifferenceResult accuracy,
        DifferenceResult logLoss,
        DifferenceResult brierScore,
        double adjustedPValue,
        double probabilityFirstIsBetter,
        double probabilityOfEquivalence,
        double probabilitySecondIsBetter,
        Decision decision,
        String sentence,
        List<McNemar> mcNemar) {

    /**
     * Takes a copy; checks each value.
     *
     * @param first the name of a cell
     * @param second the name of another
     * @param accuracy the difference in accuracy
     * @param logLoss the difference in log loss, in nats
     * @param brierScore the difference in Brier score
     * @param adjustedPValue the p-value of the difference in accuracy, adjusted for all pairs of the study by Holm's method
     * @param probabilityFirstIsBetter the probability that the first cell is more accurate by more than the margin, 0 to 1
     * @param probabilityOfEquivalence the probability that the accuracies differ by no more than the margin, 0 to 1
     * @param probabilitySecondIsBetter the probability that the second cell is more accurate by more than the margin, 0 to 1
     * @param decision what follows
     * @param sentence the same in words
     * @param mcNemar the test of the two runs where both cells have a single one; empty otherwise
     */
    public PairResult {
        Bounds.requireName("first", first);
        Bounds.requireName("second", second);
        Bounds.requirePresent("accuracy", accuracy);
        Bounds.requirePresent("logLoss", logLoss);
        Bounds.requirePresent("brierScore", brierScore);
        Bounds.requireShare("adjustedPValue", adjustedPValue);
        Bounds.requireShare("probabilityFirstIsBetter", probabilityFirstIsBetter);
        Bounds.requireShare("probabilityOfEquivalence", probabilityOfEquivalence);
        Bounds.requireShare("probabilitySecondIsBetter", probabilitySecondIsBetter);
        Bounds.requirePresent("decision", decision);
        Bounds.requireText("sentence", sentence);
        mcNemar = Bounds.copyOf("mcNemar", mcNemar);
        Bounds.requireWithin("the number of tests in mcNemar", mcNemar.size(), 0, 1);
    }

    static PairResult of(CellComparison pair) {
        return new PairResult(
                pair.first(),
                pair.second(),
                DifferenceResult.of(pair.accuracy()),
                DifferenceResult.of(pair.loss()),
                DifferenceResult.of(pair.brierScore()),
                pair.adjustedPValue(),
                pair.probabilityFirstIsBetter(),
                pair.probabilityOfEquivalence(),
                pair.probabilitySecondIsBetter(),
                pair.decision(),
                pair.sentence(),
                pair.mcNemar().stream().toList());
    }

    /** The inverse of {@link #of}. */
    CellComparison comparison(double margin) {
        return new CellComparison(
                first,
                second,
                margin,
                accuracy.difference(),
                logLoss.difference(),
                brierScore.difference(),
                adjustedPValue,
                mcNemar.stream().findFirst());
    }
}
