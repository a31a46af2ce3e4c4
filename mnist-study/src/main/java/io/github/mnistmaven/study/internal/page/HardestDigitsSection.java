package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.internal.page.Picture.Line;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The test digits that most models get wrong, what each says, and how sure it is. */
final class HardestDigitsSection {

    private static final int SHOWN = 24;

    /** More models than these are not named one by one. */
    private static final int MAX_NAMED = 4;

    private final Results results;
    private final List<Evaluation> evaluations;
    private final ClassWords words;

    private HardestDigitsSection(Results results, ClassWords words) {
        this.results = results;
        this.evaluations = results.evaluations();
        this.words = words;
    }

    /** Nothing where no model errs. */
    static Optional<Section> of(Results results, ClassWords words) {
        return new HardestDigitsSection(results, words).section();
    }

    private Optional<Section> section() {
        List<Integer> hardest = IntStream.range(0, results.testDigits().size())
                .filter(digit -> errors(digit) > 0)
                .boxed()
                .sorted(Comparator.comparingLong(this::errors)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(this::surest).reversed()))
                .toList();
        if (hardest.isEmpty()) {
            return Optional.empty();
        }
        // Results have the images of those that each model was surest of; those from elsewhere may have none.
        List<Integer> pictured = hardest.stream()
                .filter(digit -> results.image(digit).isPresent())
                .toList();
        List<Integer> shown =
                (pictured.isEmpty() ? hardest : pictured).stream().limit(SHOWN).toList();
        return Optional.of(new Section(
                "hardest",
                "Hardest " + words.images(),
                "Hardest " + words.images(),
                List.of(
                        Block.text(
                                "%s by at least one model%s. A wrong prediction with a high confidence may also be a wrong label."
                                        .formatted(
                                                hardest.size() == 1
                                                        ? "1 test %s was misclassified".formatted(words.image())
                                                        : "%s test %s were misclassified"
                                                                .formatted(
                                                                        NumberText.count(hardest.size()),
                                                                        words.images()),
                                                hardest.size() > shown.size()
                                                        ? "; here are %s: first those that most models got wrong, then those on which a model was most confident"
                                                                .formatted(shown.size())
                                                        : "")),
                        Block.gallery(shown.stream().map(this::picture).toList()))));
    }

    private long errors(int digit) {
        return evaluations.stream()
                .filter(evaluation -> !evaluation.isCorrect(digit))
                .count();
    }

    private double surest(int digit) {
        return evaluations.stream()
                .filter(evaluation -> !evaluation.isCorrect(digit))
                .mapToDouble(evaluation -> evaluation.confidence(digit))
                .max()
                .orElse(0);
    }

    private Picture picture(int digit) {
        String shown = words.name(evaluations.get(0).truth(digit));
        return Picture.of(
                results.image(digit),
                "Test %s number %s, labelled %s".formatted(words.image(), digit, shown),
                "Labelled " + shown,
                evaluations.size() <= MAX_NAMED ? byModel(digit) : byPrediction(digit));
    }

    private List<Line> byModel(int digit) {
        return IntStream.range(0, evaluations.size())
                .mapToObj(i -> {
                    Evaluation evaluation = evaluations.get(i);
                    return Line.of(
                            new Colour(i),
                            "%s: %s %s %s"
                                    .formatted(
                                            evaluation.modelName(),
                                            words.name(evaluation.prediction(digit)),
                                            evaluation.isCorrect(digit) ? "\u2714" : "\u2718",
                                            NumberText.percent(evaluation.confidence(digit))));
                })
                .toList();
    }

    private List<Line> byPrediction(int digit) {
        Map<Integer, List<Evaluation>> byPrediction = new TreeMap<>();
        evaluations.forEach(evaluation -> byPrediction
                .computeIfAbsent(evaluation.prediction(digit), prediction -> new ArrayList<>())
                .add(evaluation));
        return byPrediction.entrySet().stream()
                .map(entry -> Line.of("%s %s: %s of %s models, confidence at most %s"
                        .formatted(
                                words.name(entry.getKey()),
                                entry.getValue().get(0).isCorrect(digit) ? "\u2714" : "\u2718",
                                entry.getValue().size(),
                                evaluations.size(),
                                NumberText.percent(mostConfident(entry.getValue().stream(), digit)))))
                .toList();
    }

    private static double mostConfident(Stream<Evaluation> of, int digit) {
        return of.mapToDouble(evaluation -> evaluation.confidence(digit)).max().orElse(0);
    }
}
