package io.github.mnistmaven.plugin.baseline;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.Epoch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The results that a project has committed itself to. Nothing in it depends on when or how fast they were made.
 *
 * @param format of this file, see {@link #FORMAT}
 * @param testDigits what the models were measured on
 * @param models in the order of their names
 */
public record Baseline(int format, TestDigits testDigits, List<Model> models) {

    /** The only format so far. */
    public static final int FORMAT = 1;

    /** Predictions a line: short enough for a diff to show where models differ. */
    private static final int LINE = 100;

    /** Takes a copy; checks the format, and that each model is there once, which a merge of branches may get wrong. */
    public Baseline {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format is %s; there is only %s".formatted(format, FORMAT));
        }
        models = List.copyOf(models);
        Set<String> names = new HashSet<>();
        for (Model model : models) {
            if (!names.add(model.model())) {
                throw new IllegalArgumentException("models has '%s' twice".formatted(model.model()));
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
    public record TestDigits(int count, String fingerprint, String source) {

        /**
         * Test digits as a baseline names them.
         *
         * @param test the digits
         * @param source where they come from, in words
         * @return their number and fingerprint
         */
        public static TestDigits of(DigitSet test, String source) {
            return new TestDigits(test.size(), test.fingerprint(), source);
        }
    }

    /**
     * One model.
     *
     * @param model its name
     * @param provenance what it was trained with, and where
     * @param accuracy on the test digits, 0 to 1
     * @param loss on the test digits, in nats
     * @param keptEpoch the epoch, from 1, whose weights it has
     * @param epochs the SHA-256 of its parameters after each epoch
     * @param predictions what it reads in the test digits: one character, 0 to 9, a digit
     */
    public record Model(
            String model,
            Provenance provenance,
            double accuracy,
            double loss,
            int keptEpoch,
            List<String> epochs,
            List<String> predictions) {

        /** Takes copies; checks the kept epoch and the predictions. */
        public Model {
            epochs = List.copyOf(epochs);
            predictions = List.copyOf(predictions);
            if (keptEpoch < 1 || keptEpoch > epochs.size()) {
                throw new IllegalArgumentException(
                        "keptEpoch of model '%s' is %s of %s epochs".formatted(model, keptEpoch, epochs.size()));
            }
            if (!predictions.stream().allMatch(line -> line.matches("[0-9]{1,%d}".formatted(LINE)))) {
                throw new IllegalArgumentException(
                        "the predictions of model '%s' are not lines of digits".formatted(model));
            }
        }

        /**
         * A model as it is now.
         *
         * @param run how it came about
         * @param evaluation what it reads in the test digits
         * @return what a baseline holds of it
         */
        public static Model of(RunRecord run, Evaluation evaluation) {
            return new Model(
                    run.model(),
                    run.provenance(),
                    evaluation.accuracy(),
                    evaluation.loss(),
                    run.history().keptEpoch(),
                    run.history().epochs().stream().map(Epoch::parametersSha256).toList(),
                    lines(evaluation));
        }

        private static List<String> lines(Evaluation evaluation) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < evaluation.size(); i++) {
                line.append(evaluation.prediction(i));
                if (line.length() == LINE || i == evaluation.size() - 1) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
            return lines;
        }

        /** All predictions, one character a digit. */
        String allPredictions() {
            return String.join("", predictions);
        }
    }

    /**
     * A model's entry.
     *
     * @param name of the model
     * @return its entry, or nothing
     */
    public Optional<Model> model(String name) {
        return models.stream().filter(model -> model.model().equals(name)).findFirst();
    }

    /**
     * The same with some models new or in place of what was there.
     *
     * @param others the models
     * @return the changed baseline
     */
    Baseline with(List<Model> others) {
        List<String> names = others.stream().map(Model::model).toList();
        return new Baseline(
                format,
                testDigits,
                Stream.concat(models.stream().filter(model -> !names.contains(model.model())), others.stream())
                        .sorted((a, b) -> a.model().compareTo(b.model()))
                        .toList());
    }
}
