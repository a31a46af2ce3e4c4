package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Comparison;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.model.RunRecord;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that a report tells, in whatever format.
 *
 * @param runs how each model came about, in the order of the comparison
 * @param comparison what the models read in the test digits
 * @param testSource where the test digits come from, in words
 * @param testDigits the digits that the comparison is about
 */
public record Report(List<RunRecord> runs, Comparison comparison, String testSource, DigitSet testDigits) {

    /** Takes a copy; checks that runs, evaluations and test digits belong together. */
    public Report {
        runs = List.copyOf(runs);
        List<String> trained = runs.stream().map(RunRecord::model).toList();
        List<String> evaluated =
                comparison.evaluations().stream().map(Evaluation::model).toList();
        if (!trained.equals(evaluated)) {
            throw new IllegalArgumentException(
                    "the runs are of %s, the evaluations of %s".formatted(trained, evaluated));
        }
        if (!testDigits.fingerprint().equals(comparison.testFingerprint())) {
            throw new IllegalArgumentException(
                    "the models were not evaluated on these test digits: their fingerprint is %s, not %s"
                            .formatted(testDigits.fingerprint(), comparison.testFingerprint()));
        }
    }

    /**
     * One model.
     *
     * @param run how it came about
     * @param evaluation what it read in the test digits
     */
    public record Entry(RunRecord run, Evaluation evaluation) {

        /**
         * The name of the model.
         *
         * @return that of run and evaluation
         */
        public String model() {
            return run.model();
        }
    }

    /**
     * The models one by one.
     *
     * @return in the order of the comparison, at least one
     */
    public List<Entry> entries() {
        return IntStream.range(0, runs.size())
                .mapToObj(i -> new Entry(runs.get(i), comparison.evaluations().get(i)))
                .toList();
    }
}
