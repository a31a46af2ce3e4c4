package io.github.mnistmaven.study.results;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.internal.runs.OlderProvenance;
import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.study.statistics.McNemar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that was measured of some models on one test set. {@code results.json} holds it, and every table, figure, page and
 * verdict is a function of it: to read it takes neither the models nor the test digits nor an engine. The same models on
 * the same digits give the same file but for the seconds, so that a diff shows what changed.
 *
 * <p>What follows from the predictions is in the file too, for those who read it with other programs; it is checked when the
 * file is read, so that a file cannot say of itself what its predictions do not show.
 *
 * <p>Make them with {@link #of} or {@link #read} rather than with the constructor, which gets a parameter more with each part of the
 * file.
 *
 * @param testDigits what the models were evaluated on
 * @param models the results of each model, at least one, in the order they are compared
 * @param comparisons whether models differ by more than chance, one for each pair; empty for a single model
 * @param hardestDigits images of the test digits that some model got wrong most confidently, in the order of their indices
 */
public record Results(
        TestDigits testDigits, List<ModelResult> models, List<McNemar> comparisons, List<TestImage> hardestDigits) {

    /** The name of the file. */
    public static final String FILE = "results.json";

    /** How many digits of each model are shown. */
    public static final int HARDEST = 12;

    /** Version 1 had neither format nor labels nor histories, so nothing can be rendered from it; 2.0 had no names of classes, 2.1 no replicas. */
    private static final FileFormat<Results> FORMAT = FileFormat.of("mnist-results", "2.4", Results.class)
            .alsoReading("2.0", Results::fromVersion20)
            .alsoReading("2.1", Results::fromVersion21)
            .alsoReading("2.2", Results::fromVersion22)
            .alsoReading("2.3", Results::fromVersion23);

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
    public Results {
        Bounds.requirePresent("testDigits", testDigits);
        models = Bounds.copyOf("models", models);
        comparisons = Bounds.copyOf("comparisons", comparisons);
        hardestDigits = Bounds.copyOf("hardestDigits", hardestDigits);
        Bounds.requireWithin("the number of models", models.size(), 1, MAX_MODELS);
        requireDistinct(models);
        for (ModelResult model : models) {
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

    private static void requireDistinct(List<ModelResult> models) {
        Set<String> names = new HashSet<>();
        for (ModelResult model : models) {
            if (!names.add(model.model())) {
                throw new IllegalArgumentException("models has '%s' twice".formatted(model.model()));
            }
        }
    }

    private static void requireSame(List<McNemar> given, List<McNemar> computed) {
        boolean same = given.size() == computed.size();
        for (int i = 0; same && i < given.size(); i++) {
            same = given.get(i).isEquivalentTo(computed.get(i), ROUNDING);
        }
        if (!same) {
            throw new IllegalArgumentException("comparisons are not what follows from the predictions");
        }
    }

    /**
     * The results of some models.
     *
     * @param test the test digits
     * @param models each evaluated on them
     * @return all that is known of them
     * @throws IllegalArgumentException if there is none, a model is there twice, or one was evaluated on other digits
     */
    public static Results of(DigitSet test, List<ModelResult> models) {
        Bounds.requirePresent("test", test);
        Bounds.copyOf("models", models);
        TestDigits testDigits = TestDigits.of(test);
        List<Evaluation> evaluations = evaluations(testDigits, models);
        SortedSet<Integer> hardest = new TreeSet<>();
        evaluations.forEach(evaluation -> evaluation.misclassified().stream()
                .limit(HARDEST)
                .map(Misclassification::index)
                .forEach(hardest::add));
        return new Results(
                testDigits,
                models,
                Comparison.of(evaluations).tests(),
                hardest.stream()
                        .map(index -> TestImage.of(index, test.image(index)))
                        .toList());
    }

    private static List<Evaluation> evaluations(TestDigits testDigits, List<ModelResult> models) {
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
     * The models one by one, as tables and figures show them.
     *
     * @return in the order of the comparison, at least one
     */
    public List<EvaluatedModel> evaluatedModels() {
        return models.stream()
                .map(model -> new EvaluatedModel(model.provenance(), model.history(), model.evaluation(testDigits)))
                .toList();
    }

    /**
     * What the models say about each other.
     *
     * @return the comparison of all evaluations
     */
    public Comparison comparison() {
        return Comparison.of(evaluations());
    }

    /**
     * The image of a test digit, for those that are shown.
     *
     * @param index which digit, from 0
     * @return its image, if these results have it
     */
    public Optional<TestImage> image(int index) {
        return hardestDigits.stream().filter(image -> image.index() == index).findFirst();
    }

    /**
     * Reads {@code results.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws ResultsFormatException if it does not hold results, or those of a version that is not read; the message names the field
     * @throws IOException if it cannot be read
     */
    public static Results read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        try {
            return FORMAT.read(file);
        } catch (JsonFormatException e) {
            throw new ResultsFormatException(e.getMessage(), e);
        }
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
