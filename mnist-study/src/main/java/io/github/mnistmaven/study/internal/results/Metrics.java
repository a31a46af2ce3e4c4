package io.github.mnistmaven.study.internal.results;

import io.github.mnistmaven.evaluation.ClassMetrics;
import io.github.mnistmaven.evaluation.ConfusionMatrix;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Json;
import java.util.List;
import java.util.SortedMap;

/**
 * How good the predictions of a model are.
 *
 * @param accuracy the share of the test digits classified correctly, 0 to 1
 * @param accuracyInterval its 95 % interval by Wilson's method
 * @param loss the mean cross-entropy over the test digits in nats
 * @param correct the number of test digits classified correctly
 * @param confusionMatrix ten rows of ten counts; row: the digit shown, column: the digit predicted
 * @param perClass precision, recall, F1 and support of the digits 0 to 9, 0 where they would be 0 out of 0
 */
public record Metrics(
        double accuracy,
        Interval accuracyInterval,
        double loss,
        int correct,
        List<List<Integer>> confusionMatrix,
        List<ClassMetrics> perClass) {

    private static final double ROUNDING = 1e-9;

    /**
     * Takes copies; checks what the other parts do not check.
     *
     * @param accuracy the share of the test digits classified correctly, 0 to 1
     * @param accuracyInterval its 95 % interval by Wilson's method
     * @param loss the mean cross-entropy over the test digits in nats
     * @param correct the number of test digits classified correctly
     * @param confusionMatrix ten rows of ten counts; row: the digit shown, column: the digit predicted
     * @param perClass precision, recall, F1 and support of the digits 0 to 9, 0 where they would be 0 out of 0
     */
    public Metrics {
        Bounds.requirePresent("accuracyInterval", accuracyInterval);
        Bounds.requirePresent("confusionMatrix", confusionMatrix);
        Bounds.requireShare("accuracy", accuracy);
        Bounds.requireWithin("loss", loss, -1e-3, 1e30);
        confusionMatrix = new ConfusionMatrix(confusionMatrix).counts();
        perClass = Bounds.copyOf("perClass", perClass);
    }

    static Metrics of(Evaluation evaluation) {
        return new Metrics(
                evaluation.accuracy(),
                evaluation.accuracyInterval(),
                evaluation.loss(),
                evaluation.correct(),
                evaluation.confusionMatrix().counts(),
                evaluation.confusionMatrix().perClass());
    }

    /** Whether both say the same, but for the last bits of what was computed. */
    boolean isEquivalentTo(Metrics other) {
        SortedMap<String, String> mine = Json.fields(this);
        SortedMap<String, String> theirs = Json.fields(other);
        return mine.keySet().equals(theirs.keySet())
                && mine.keySet().stream()
                        .allMatch(field ->
                                Math.abs(Double.parseDouble(mine.get(field)) - Double.parseDouble(theirs.get(field)))
                                        <= ROUNDING);
    }
}
