package io.github.mnistmaven.study.internal.results;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.runs.OlderProvenance;
import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.study.statistics.McNemar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The content of {@code results.json}. What follows from the predictions is in the file too, for those who read it with other programs; it is checked when the file is
 * read, so that a file cannot say of itself what its predictions do not show.
 *
 * @param testDigits what the models were evaluated on
 * @param models the results of each model, at least one, in the order they are compared
 * @param comparisons whether models differ by more than chance, one for each pair; empty for a single model
 * @param hardestDigits images of the test digits that some model got wrong most confidently, in the order of their indices
 */
public record StoredResults(
        StoredDigits testDigits, List<StoredModel> models, List<McNemar> comparisons, List<TestImage> hardestDigits) {

    /** How many digits of each model are shown. */
    public static final int HARDEST = 12;

    /** Version 1 had neither format nor labels nor histories, so nothing can be rendered from it; 2.0 had no names of classes, 2.1 no replicas. */
    private static final FileFormat<StoredResults> FORMAT = FileFormat.of("mnist-results", "2.4", StoredResults.class)
            .alsoReading("2.0", StoredResults::fromVersion20)
            .alsoReading("2.1", StoredResults::fromVersion21)
            .alsoReading("2.2", StoredResults::fromVersion22)
            .alsoReading("2.3", StoredResults::fromVersion23);

    private static final int MAX_MODELS = 100;
    private static final double ROUNDING = 1e-9;

    /**
     * Takes copies; checks that all parts are about the same models and digits, and that nothing contradicts the predictions.
     *
     * @param testDigits what the models were evaluated on
     * @param models the results of each model, at least one, in the order they are compared
     * @param comparisons whether models differ by more than chance, one for each pair; empty for a single model
     * @param hardestDigits images of the test digits that some model got wrong most confidently, in the order of their indices
     */
    public StoredResults {
        Bounds.requirePresent("testDigits", testDigits);
        models = Bounds.copyOf("models", models);
        comparisons = Bounds.copyOf("comparisons", comparisons);
        hardestDigits = Bounds.copyOf("hardestDigits", hardestDigits);
        Bounds.requireWithin("the number of models", models.size(), 1, MAX_MODELS);
        requireDistinct(models);
        for (StoredModel model : models) {
            model.requireAbout(testDigits);
        }
        requireSame(comparisons, Comparison.of(evaluations(testDigits, models)).tests());
        for (TestImage image : hardestDigits) {
            Bounds.requireWithin("index of a digit in hardestDigits", image.index(), 0, testDigits.count() - 1);
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
        JsonArray classNames = new JsonArray();
        DigitSet.DIGIT_NAMES.forEach(classNames::add);
        file.getAsJsonObject("testDigits").add("classNames", classNames);
        for (JsonElement model : file.getAsJsonArray("models")) {
            OlderProvenance.fromVersion20(model.getAsJsonObject().getAsJsonObject("provenance"));
        }
        return file;
    }

    private static void requireDistinct(List<StoredModel> models) {
        Set<String> names = new HashSet<>();
        for (StoredModel model : models) {
            if (!names.add(model.model())) {
                throw new IllegalArgumentException("models lists '%s' twice".formatted(model.model()));
            }
        }
    }

    private static void requireSame(List<McNemar> given, List<McNemar> computed) {
        boolean same = given.size() == computed.size();
        for (int i = 0; same && i < given.size(); i++) {
            same = isSame(given.get(i), computed.get(i));
        }
        if (!same) {
            throw new IllegalArgumentException("comparisons do not match the predictions");
        }
    }

    /** They may be computed in another order. */
    private static boolean isSame(McNemar given, McNemar computed) {
        return given.first().equals(computed.first())
                && given.second().equals(computed.second())
                && given.bothCorrect() == computed.bothCorrect()
                && given.onlyFirstCorrect() == computed.onlyFirstCorrect()
                && given.onlySecondCorrect() == computed.onlySecondCorrect()
                && given.bothWrong() == computed.bothWrong()
                && Math.abs(given.pValue() - computed.pValue()) <= ROUNDING
                && Math.abs(given.adjustedPValue() - computed.adjustedPValue()) <= ROUNDING;
    }

    /**
     * The results of some models.
     *
     * @param test the test digits
     * @param models each evaluated on them
     * @return all that is known of them
     * @throws IllegalArgumentException if there is none, a model is there twice, or one was evaluated on other digits
     */
    public static StoredResults of(DigitSet test, List<StoredModel> models) {
        Bounds.requirePresent("test", test);
        Bounds.copyOf("models", models);
        StoredDigits testDigits = StoredDigits.of(test);
        List<Evaluation> evaluations = evaluations(testDigits, models);
        SortedSet<Integer> hardest = new TreeSet<>();
        evaluations.forEach(evaluation -> evaluation.misclassified().stream()
                .limit(HARDEST)
                .map(Misclassification::index)
                .forEach(hardest::add));
        return new StoredResults(
                testDigits,
                models,
                Comparison.of(evaluations).tests(),
                hardest.stream()
                        .map(index -> TestImage.of(index, test.image(index)))
                        .toList());
    }

    private static List<Evaluation> evaluations(StoredDigits testDigits, List<StoredModel> models) {
        return models.stream().map(model -> model.evaluation(testDigits)).toList();
    }

    /**
     * The predictions of each model and what follows from them.
     *
     * @return in the order of the models
     */
    public List<Evaluation> evaluations() {
        return evaluations(testDigits, models);
    }

    /**
     * Reads {@code results.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws IOException if it does not hold results, or those of a version that is not read, or cannot be read
     */
    public static StoredResults read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        return FORMAT.read(file);
    }

    /**
     * Writes {@code results.json}, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        FORMAT.write(file, this);
    }
}
