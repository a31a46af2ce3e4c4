package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.evaluation.ClassMetrics;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.evaluation.McNemar;
import io.github.mnistmaven.provenance.Provenance;
import java.util.List;

/**
 * What {@code results.json} holds: written by {@link io.github.mnistmaven.files.Json#write} and read by
 * {@link io.github.mnistmaven.files.Json#read}. The same models on the same digits give the same file but for the
 * seconds, so that a diff shows what changed.
 *
 * @param models the results of each model, in the order they were compared
 * @param tests whether models differ by more than chance, one for each pair; empty for a single model
 * @param testDigits what the models were measured on
 */
public record Results(List<Model> models, List<McNemar> tests, TestDigits testDigits) {

    /** Takes copies; checks that each model predicted each digit. */
    public Results {
        models = List.copyOf(models);
        tests = List.copyOf(tests);
        for (Model model : models) {
            if (model.predictions().length() != testDigits.count()) {
                throw new IllegalArgumentException("model '%s' has %d predictions for %d test digits"
                        .formatted(model.model(), model.predictions().length(), testDigits.count()));
            }
        }
    }

    /**
     * What models were measured on.
     *
     * @param count the number of digits
     * @param fingerprint see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     * @param source where they come from, in words
     */
    public record TestDigits(int count, String fingerprint, String source) {}

    /**
     * The results of one model.
     *
     * @param model its name
     * @param accuracy the share of the test digits read right, 0 to 1
     * @param accuracyInterval its 95 % interval by Wilson's method
     * @param loss the mean cross-entropy over the test digits in nats
     * @param correct the number of test digits read right
     * @param confusionMatrix ten rows of ten counts; row: the digit shown, column: the digit predicted
     * @param perClass precision, recall, F1 and support of the digits 0 to 9, 0 where they would be 0 out of 0
     * @param predictions what was read in each test digit: one character, 0 to 9, a digit
     * @param trainSeconds how long training took, wall clock, all epochs
     * @param epochs how many epochs were trained
     * @param keptEpoch the epoch, from 1, whose weights the model has
     * @param validationAccuracy in that epoch, 0 to 1
     * @param validationLoss in that epoch, in nats
     * @param parametersSha256 of the trained parameters
     * @param provenance what went into the run, and where it ran
     */
    public record Model(
            String model,
            double accuracy,
            Interval accuracyInterval,
            double loss,
            int correct,
            List<List<Integer>> confusionMatrix,
            List<ClassMetrics> perClass,
            String predictions,
            double trainSeconds,
            int epochs,
            int keptEpoch,
            double validationAccuracy,
            double validationLoss,
            String parametersSha256,
            Provenance provenance) {

        /** Takes copies; checks that the predictions are digits. */
        public Model {
            confusionMatrix = confusionMatrix.stream().map(List::copyOf).toList();
            perClass = List.copyOf(perClass);
            if (!predictions.chars().allMatch(character -> character >= '0' && character <= '9')) {
                throw new IllegalArgumentException(
                        "the predictions of model '%s' are not all digits from 0 to 9".formatted(model));
            }
        }

        private static Model of(Report.Entry entry) {
            Evaluation evaluation = entry.evaluation();
            return new Model(
                    entry.model(),
                    evaluation.accuracy(),
                    evaluation.accuracyInterval(),
                    evaluation.loss(),
                    evaluation.correct(),
                    evaluation.confusionMatrix().counts(),
                    evaluation.confusionMatrix().perClass(),
                    predictions(evaluation),
                    entry.run().history().seconds(),
                    entry.run().history().epochs().size(),
                    entry.run().history().keptEpoch(),
                    entry.run().history().kept().validationAccuracy(),
                    entry.run().history().kept().validationLoss(),
                    entry.run().parametersSha256(),
                    entry.run().provenance());
        }

        private static String predictions(Evaluation evaluation) {
            StringBuilder digits = new StringBuilder(evaluation.size());
            for (int i = 0; i < evaluation.size(); i++) {
                digits.append(evaluation.prediction(i));
            }
            return digits.toString();
        }
    }

    /**
     * The results that a report tells.
     *
     * @param report the report
     * @return its content as plain values
     */
    public static Results of(Report report) {
        return new Results(
                report.entries().stream().map(Model::of).toList(),
                report.comparison().tests(),
                new TestDigits(report.testDigits().size(), report.comparison().testFingerprint(), report.testSource()));
    }
}
