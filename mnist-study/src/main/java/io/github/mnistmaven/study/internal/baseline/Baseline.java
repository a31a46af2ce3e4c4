package io.github.mnistmaven.study.internal.baseline;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.runs.OlderProvenance;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The results that a project has committed itself to. Nothing in it depends on when or how fast they were made.
 *
 * @param testDigits what the models were measured on
 * @param models in the order of their names
 */
public record Baseline(TestDigits testDigits, List<Model> models) {

    /** Version 1 had other names for some fields; 2.0 had no names of classes, 2.1 no replicas, 2.2 no list of operations, 2.3 no change of stroke width. */
    public static final FileFormat<Baseline> FORMAT = FileFormat.of("mnist-baseline", "2.4", Baseline.class)
            .alsoReading("1.0", Baseline::fromVersion1)
            .alsoReading("2.0", Baseline::fromVersion20)
            .alsoReading("2.1", Baseline::fromVersion21)
            .alsoReading("2.2", Baseline::fromVersion22)
            .alsoReading("2.3", Baseline::fromVersion23);

    private static final int MAX_MODELS = 1_000;

    /** Predictions a line: short enough for a diff to show where models differ. */
    private static final int LINE = 100;

    /**
     * Takes a copy; checks that each model is there once, which a merge of branches may get wrong.
     *
     * @param testDigits what the models were measured on
     * @param models in the order of their names
     */
    public Baseline {
        Bounds.requirePresent("testDigits", testDigits);
        models = Bounds.copyOf("models", models);
        Bounds.requireWithin("the number of models", models.size(), 0, MAX_MODELS);
        Set<String> names = new HashSet<>();
        for (Model model : models) {
            if (!names.add(model.model())) {
                throw new IllegalArgumentException("models lists '%s' twice".formatted(model.model()));
            }
        }
    }

    private static JsonObject fromVersion23(JsonObject file) {
        for (JsonElement model : file.getAsJsonArray("models")) {
            OlderProvenance.fromVersion23(model.getAsJsonObject().getAsJsonObject("provenance"));
        }
        return file;
    }

    private static JsonObject fromVersion22(JsonObject file) {
        for (JsonElement model : file.getAsJsonArray("models")) {
            OlderProvenance.fromVersion22(model.getAsJsonObject().getAsJsonObject("provenance"));
        }
        return file;
    }

    private static JsonObject fromVersion21(JsonObject file) {
        for (JsonElement model : file.getAsJsonArray("models")) {
            OlderProvenance.fromVersion21(model.getAsJsonObject().getAsJsonObject("provenance"));
        }
        return file;
    }

    private static JsonObject fromVersion20(JsonObject file) {
        for (JsonElement model : file.getAsJsonArray("models")) {
            OlderProvenance.fromVersion20(model.getAsJsonObject().getAsJsonObject("provenance"));
        }
        return file;
    }

    private static JsonObject fromVersion1(JsonObject file) {
        file.remove("format");
        for (JsonElement model : file.getAsJsonArray("models")) {
            JsonObject fields = model.getAsJsonObject();
            fields.add("bestEpoch", fields.remove("keptEpoch"));
            OlderProvenance.fromVersion1(fields.getAsJsonObject("provenance"));
        }
        return file;
    }

    /**
     * What models were evaluated on.
     *
     * @param count the number of digits
     * @param fingerprint see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     * @param source where they come from, in words
     */
    public record TestDigits(int count, String fingerprint, String source) {

        /**
         * Checks each value.
         *
         * @param count the number of digits
         * @param fingerprint see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
         * @param source where they come from, in words
         */
        public TestDigits {
            Bounds.requireWithin("count", count, 1, DigitSet.MAX_SIZE);
            Bounds.requireSha256("fingerprint", fingerprint);
            Bounds.requireText("source", source);
        }

        /**
         * Test digits as a baseline names them.
         *
         * @param test the digits
         * @return all but the names of the classes
         */
        public static TestDigits of(io.github.mnistmaven.study.results.TestDigits test) {
            return new TestDigits(test.size(), test.fingerprint(), test.source());
        }

        /**
         * Whether both are the same digits; the source is a word for people.
         *
         * @param other test digits
         * @return true if number and fingerprint are the same
         */
        public boolean isSameSetAs(TestDigits other) {
            return count == other.count && fingerprint.equals(other.fingerprint);
        }
    }

    /**
     * One model.
     *
     * <p>Make one with {@link #of} rather than with the constructor, which gets a parameter more with each thing that is compared.
     *
     * @param model its name
     * @param provenance what it was trained with, and where
     * @param accuracy on the test digits, 0 to 1
     * @param loss on the test digits, in nats
     * @param bestEpoch the epoch, from 1, whose weights it has
     * @param epochs the SHA-256 of its parameters after each epoch
     * @param predictions the class of each test digit: one character, 0 to 9, per digit
     */
    public record Model(
            String model,
            Provenance provenance,
            double accuracy,
            double loss,
            int bestEpoch,
            List<String> epochs,
            List<String> predictions) {

        /**
         * Takes copies; checks each value.
         *
         * @param model its name
         * @param provenance what it was trained with, and where
         * @param accuracy on the test digits, 0 to 1
         * @param loss on the test digits, in nats
         * @param bestEpoch the epoch, from 1, whose weights it has
         * @param epochs the SHA-256 of its parameters after each epoch
         * @param predictions the class of each test digit: one character, 0 to 9, per digit
         */
        public Model {
            Bounds.requireName("model", model);
            Bounds.requirePresent("provenance", provenance);
            Bounds.requireShare("accuracy", accuracy);
            Bounds.requireWithin("loss", loss, -1e-3, 1e30);
            epochs = Bounds.copyOf("epochs", epochs);
            epochs.forEach(digest -> Bounds.requireSha256("epochs", digest));
            predictions = Bounds.copyOf("predictions", predictions);
            if (bestEpoch < 1 || bestEpoch > epochs.size()) {
                throw new IllegalArgumentException("bestEpoch of model '%s' is %s; it must be between 1 and %s"
                        .formatted(model, bestEpoch, epochs.size()));
            }
            if (!predictions.stream().allMatch(line -> line.matches("[0-9]{1,%d}".formatted(LINE)))) {
                throw new IllegalArgumentException(
                        "the predictions of model '%s' are not lines of digits".formatted(model));
            }
        }

        /**
         * A model as it is now.
         *
         * @param result what was measured of it
         * @return what a baseline holds of it
         */
        public static Model of(ModelResult result) {
            Bounds.requirePresent("result", result);
            return new Model(
                    result.name(),
                    result.provenance(),
                    result.evaluation().accuracy(),
                    result.evaluation().loss(),
                    result.history().bestEpoch(),
                    RecordedEpochs.parameterDigests(result.history()),
                    lines(DigitText.of(result.evaluation().size(), result.evaluation()::prediction)));
        }

        private static List<String> lines(String predictions) {
            List<String> lines = new ArrayList<>();
            for (int from = 0; from < predictions.length(); from += LINE) {
                lines.add(predictions.substring(from, Math.min(predictions.length(), from + LINE)));
            }
            return lines;
        }

        /**
         * All predictions.
         *
         * @return one character a digit
         */
        public String allPredictions() {
            return String.join("", predictions);
        }
    }

    /**
     * A baseline of some results.
     *
     * @param results what to commit to
     * @return their models
     */
    public static Baseline of(Results results) {
        Bounds.requirePresent("results", results);
        return new Baseline(TestDigits.of(results.testDigits()), List.of())
                .with(results.models().stream().map(Model::of).toList());
    }

    /**
     * A model's entry.
     *
     * @param name of the model
     * @return its entry, or nothing
     */
    public Optional<Model> model(String name) {
        Bounds.requirePresent("name", name);
        return models.stream().filter(model -> model.model().equals(name)).findFirst();
    }

    /**
     * What is said where a model is missing.
     *
     * @param file that the baseline is in
     * @param name of the model
     * @param there the names of those that it has
     * @return a sentence that says what to do
     */
    public static String missing(Path file, String name, List<String> there) {
        return "the baseline %s has no model '%s'; it has %s. Add it, or name another file"
                .formatted(file, name, String.join(", ", there));
    }

    /**
     * The same with some models new or in place of what was there.
     *
     * @param others the models
     * @return a changed copy
     */
    public Baseline with(List<Model> others) {
        List<String> names = others.stream().map(Model::model).toList();
        return new Baseline(
                testDigits,
                Stream.concat(models.stream().filter(model -> !names.contains(model.model())), others.stream())
                        .sorted((a, b) -> a.model().compareTo(b.model()))
                        .toList());
    }
}
