package io.github.mnistmaven.study.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.study.internal.results.StoredDigits;
import io.github.mnistmaven.study.internal.results.StoredModel;
import io.github.mnistmaven.study.internal.results.StoredResults;
import io.github.mnistmaven.study.internal.results.TestImage;
import io.github.mnistmaven.study.statistics.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that was measured of some models on one test set. {@code results.json} holds it, and every table, figure, page and verdict is a function of it: to read it takes neither the models nor
 * the test digits nor an engine. The same models on the same digits give the same file but for the seconds, so that a diff shows what changed.
 *
 * <pre>{@code
 * Results results = Results.read(Path.of("target/mnist/results.json"));
 * results.comparison().best().modelName();                       // the most accurate
 * results.models().get(0).evaluation().confusionMatrix().count(4, 9); // how often a 4 was taken for a 9
 * System.out.println(results);                                   // each accuracy, and the p-value of each pair
 * }</pre>
 */
public final class Results {

    /** The name of the file. */
    public static final String FILE = "results.json";

    private final StoredResults stored;
    private final List<ModelResult> models;

    Results(StoredResults stored) {
        this.stored = stored;
        this.models = stored.models().stream()
                .map(model ->
                        ModelResult.of(model.provenance(), model.history(), model.evaluation(stored.testDigits())))
                .toList();
    }

    /**
     * The results of some models.
     *
     * @param test the test digits
     * @param models at least one, each of another name and evaluated on these digits
     * @return all that is known of them; confidences are rounded to six decimals, as in the file
     * @throws IllegalArgumentException if there is none, a name is there twice, or one was evaluated on other digits
     */
    public static Results of(DigitSet test, List<ModelResult> models) {
        Bounds.requirePresent("test", test);
        List<ModelResult> checked = Bounds.copyOf("models", models);
        checked.forEach(model -> requireSameDigits(test, model));
        return new Results(StoredResults.of(
                test,
                checked.stream()
                        .map(model -> StoredModel.of(model.provenance(), model.history(), model.evaluation()))
                        .toList()));
    }

    /**
     * The results of some models.
     *
     * @param test the test digits
     * @param models at least one, each of another name and evaluated on these digits
     * @return all that is known of them; confidences are rounded to six decimals, as in the file
     * @throws IllegalArgumentException if there is none, a name is there twice, or one was evaluated on other digits
     */
    public static Results of(DigitSet test, ModelResult... models) {
        Bounds.requirePresent("models", models);
        return of(test, Arrays.asList(models));
    }

    private static void requireSameDigits(DigitSet test, ModelResult model) {
        String found = model.evaluation().testFingerprint();
        if (!found.equals(test.fingerprint())) {
            throw new IllegalArgumentException(
                    "'%s' was evaluated on other digits (fingerprint %s) than these (fingerprint %s); evaluate all models on the same test digits"
                            .formatted(model.name(), found, test.fingerprint()));
        }
    }

    /**
     * What the models were evaluated on.
     *
     * @return source, size and fingerprint of the test digits
     */
    public TestDigits testDigits() {
        StoredDigits digits = stored.testDigits();
        return new TestDigits(digits.source(), digits.count(), digits.fingerprint(), digits.classNames());
    }

    /**
     * The models one by one.
     *
     * @return in the order of the comparison, at least one
     */
    public List<ModelResult> models() {
        return models;
    }

    /**
     * A model by its name.
     *
     * @param name such as {@code cnn}
     * @return nothing if there is none of that name
     */
    public Optional<ModelResult> model(String name) {
        Bounds.requirePresent("name", name);
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * The predictions of each model and what follows from them.
     *
     * @return in the order of the models
     */
    public List<Evaluation> evaluations() {
        return models.stream().map(ModelResult::evaluation).toList();
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
     * The image of a test digit, for those that some model got wrong most confidently.
     *
     * @param index which digit, from 0
     * @return 784 bytes, row by row from the top left, 0 the background and 255 full ink; nothing if these results do not have it
     */
    public Optional<byte[]> image(int index) {
        return stored.hardestDigits().stream()
                .filter(image -> image.index() == index)
                .findFirst()
                .map(TestImage::bytes);
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
            return new Results(StoredResults.read(file));
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
        stored.write(file);
    }

    /**
     * Whether both say the same.
     *
     * @param other anything
     * @return true for results that are written as the same file
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Results results && stored.equals(results.stored);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    /**
     * The results as people read them.
     *
     * @return the accuracy of each model, then the p-value of each pair, see {@link Comparison#toString()}
     */
    @Override
    public String toString() {
        return comparison().toString();
    }
}
