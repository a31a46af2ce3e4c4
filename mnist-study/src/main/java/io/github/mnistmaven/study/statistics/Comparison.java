package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the evaluations of several models on one test set say about each other.
 *
 * <pre>{@code
 * try (TrainedModel cnn = TrainedModel.load(Path.of("models/cnn"));
 *         TrainedModel lstm = TrainedModel.load(Path.of("models/lstm"))) {
 *     Comparison comparison = Comparison.of(cnn.evaluate(test), lstm.evaluate(test));
 *     comparison.best().modelName();
 *     comparison.tests().get(0).isSignificant(); // whether they differ by more than chance
 * }
 * }</pre>
 */
public final class Comparison {

    private final List<Evaluation> evaluations;
    private final List<McNemar> tests;

    private Comparison(List<Evaluation> evaluations, List<McNemar> tests) {
        this.evaluations = evaluations;
        this.tests = tests;
    }

    /**
     * Compares each model with each other.
     *
     * @param evaluations at least one, each of another model, all on the same test set
     * @return the comparison
     * @throws IllegalArgumentException if there is none, a model is there twice, or the test sets differ; the message names the
     *     models
     */
    public static Comparison of(List<Evaluation> evaluations) {
        List<Evaluation> copy = Bounds.copyOf("evaluations", evaluations);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one evaluation");
        }
        requireDistinctModels(copy);
        requireSameDigits(copy);
        return new Comparison(copy, holm(testEachPair(copy)));
    }

    /**
     * Compares each model with each other.
     *
     * @param evaluations at least one, each of another model, all on the same test set
     * @return the comparison
     * @throws IllegalArgumentException if there is none, a model is there twice, or the test sets differ; the message names the
     *     models
     */
    public static Comparison of(Evaluation... evaluations) {
        Bounds.requirePresent("evaluations", evaluations);
        return of(Arrays.asList(evaluations));
    }

    private static void requireDistinctModels(List<Evaluation> evaluations) {
        Set<String> seen = new HashSet<>();
        for (Evaluation evaluation : evaluations) {
            if (!seen.add(evaluation.modelName())) {
                throw new IllegalArgumentException(
                        "model '%s' is compared with itself; name each model once".formatted(evaluation.modelName()));
            }
        }
    }

    private static void requireSameDigits(List<Evaluation> evaluations) {
        Evaluation first = evaluations.get(0);
        for (Evaluation other : evaluations) {
            if (!other.testFingerprint().equals(first.testFingerprint())) {
                throw new IllegalArgumentException(
                        "'%s' was evaluated on %d digits with fingerprint %s, but '%s' on %d digits with fingerprint %s; models are compared on the same test digits"
                                .formatted(
                                        first.modelName(),
                                        first.size(),
                                        first.testFingerprint(),
                                        other.modelName(),
                                        other.size(),
                                        other.testFingerprint()));
            }
        }
    }

    private static List<McNemar> testEachPair(List<Evaluation> evaluations) {
        List<McNemar> tests = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            for (int j = i + 1; j < evaluations.size(); j++) {
                tests.add(McNemar.between(evaluations.get(i), evaluations.get(j)));
            }
        }
        return tests;
    }

    private static List<McNemar> holm(List<McNemar> tests) {
        double[] adjusted =
                Holm.adjusted(tests.stream().mapToDouble(McNemar::pValue).toArray());
        return IntStream.range(0, tests.size())
                .mapToObj(i -> tests.get(i).withAdjustedPValue(adjusted[i]))
                .toList();
    }

    /**
     * What is compared.
     *
     * @return in the order given, at least one
     */
    public List<Evaluation> evaluations() {
        return evaluations;
    }

    /**
     * Whether models differ by more than chance.
     *
     * @return one test for each pair of models: the first with the second, the first with the third, ..., the second with the
     *     third, ...; empty if there is one model. The adjusted p-values are Holm's.
     */
    public List<McNemar> tests() {
        return tests;
    }

    /**
     * The model with the highest accuracy; of equals, the one with the lower loss, then the one given first.
     *
     * @return one of the evaluations
     */
    public Evaluation best() {
        Comparator<Evaluation> byQuality =
                Comparator.comparingInt(Evaluation::correct).reversed().thenComparingDouble(Evaluation::loss);
        return evaluations.stream().min(byQuality).orElseThrow();
    }

    /**
     * The comparison as people read it.
     *
     * @return each evaluation, then what the test of each pair says, such as
     *     {@code cnn: 99.45 % (99.17-99.64) of 4000; lstm: 99.13 % (98.79-99.37) of 4000; cnn and lstm do not differ significantly (p = 0.079; correct where the other is wrong: cnn 30, lstm 17)}
     */
    @Override
    public String toString() {
        return Stream.concat(
                        evaluations.stream().map(Evaluation::toString),
                        tests.stream().map(McNemar::toString))
                .collect(Collectors.joining("; "));
    }

    /**
     * The digits that all models were evaluated on.
     *
     * @return see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     */
    public String testFingerprint() {
        return evaluations.get(0).testFingerprint();
    }
}
