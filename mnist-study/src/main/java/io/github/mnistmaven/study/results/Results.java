package io.github.mnistmaven.study.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.files.Bounds;
import io.github.mnistmaven.files.FileFormat;
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

    /** Version 1 had neither format nor labels nor histories, so nothing can be rendered from it. */
    private static final FileFormat<Results> FORMAT = FileFormat.of("mnist-results", "2.0", Results.class);

    private static final int MAX_MODELS = 100;
    private static final double ROUNDING = 1e-9;

    /** Takes copies; checks that all parts are about the same models and digits, and that nothing contradicts the predictions. */
    public Results {
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
        hardestDigits = List.copyOf(hardestDigits);
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
     * @param source where the test digits come from, in words, such as {@code mnist}
     * @param test the test digits
     * @param models each evaluated on them
     * @return all that is known of them
     * @throws IllegalArgumentException if there is none, a model is there twice, or one was evaluated on other digits
     */
    public static Results of(String source, DigitSet test, List<ModelResult> models) {
        TestDigits testDigits = TestDigits.of(source, test);
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
                .map(model -> new EvaluatedModel(model.run(), model.evaluation(testDigits)))
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
     * @throws io.github.mnistmaven.files.FormatVersionException if it is of another format or of a version that is not read
     * @throws io.github.mnistmaven.files.JsonFormatException if it does not hold results; the message names the field
     * @throws IOException if it cannot be read
     */
    public static Results read(Path file) throws IOException {
        return FORMAT.read(file);
    }

    /**
     * Writes {@code results.json}, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        FORMAT.write(file, this);
    }
}
