package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.McNemar;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The answer of a report in one sentence, without a full stop: what stands at its top. */
public final class Headline {

    /** How many names a sentence bears. */
    private static final int MAX_NAMES = 2;

    private Headline() {}

    /**
     * The answer of a comparison.
     *
     * @param comparison of at least one model
     * @param words what was classified
     * @return such as {@code cnn is more accurate than lstm: 99.63 % against 99.02 % of 4,000 test digits}
     */
    public static String of(Comparison comparison, ClassWords words) {
        Evaluation best = comparison.best();
        List<Evaluation> others = comparison.evaluations().stream()
                .filter(evaluation -> evaluation != best)
                .toList();
        List<String> close = comparison.tests().stream()
                .filter(test -> !test.isSignificant() && isAbout(test, best.modelName()))
                .map(test -> test.first().equals(best.modelName()) ? test.second() : test.first())
                .toList();
        String digits = "%s test %s".formatted(NumberText.count(best.size()), words.images());
        String accuracy = NumberText.percent(best.accuracy());
        if (others.isEmpty()) {
            return "%s classified %s of %s correctly".formatted(best.modelName(), accuracy, digits);
        }
        if (others.size() == 1) {
            Evaluation other = others.get(0);
            String sentence = close.isEmpty()
                    ? "%s is more accurate than %s: %s against %s of %s"
                    : "%s and %s do not differ significantly in accuracy: %s and %s of %s";
            return sentence.formatted(
                    best.modelName(), other.modelName(), accuracy, NumberText.percent(other.accuracy()), digits);
        }
        String sentence = "%s is the most accurate of %s models: %s of %s"
                .formatted(best.modelName(), others.size() + 1, accuracy, digits);
        return close.isEmpty() ? sentence : sentence + "; it does not differ significantly from " + names(close);
    }

    private static boolean isAbout(McNemar test, String model) {
        return test.first().equals(model) || test.second().equals(model);
    }

    /**
     * The answer of a study.
     *
     * @param statistics of at least one cell
     * @param words what was classified
     * @return such as {@code cnn-fast is more accurate than lstm-fast: 99.44 % against 98.93 % of 10,000 test digits, means over 5 seeds}
     */
    public static String of(StudyStatistics statistics, ClassWords words) {
        List<CellSummary> ranked = statistics.cells().stream()
                .sorted(Comparator.comparingDouble(
                                (CellSummary cell) -> cell.accuracy().mean())
                        .reversed())
                .toList();
        CellSummary best = ranked.get(0);
        String digits = "%s test %s".formatted(NumberText.count(best.images()), words.images());
        String accuracy = percent(best);
        if (ranked.size() == 1) {
            return "%s classified %s of %s correctly, %s"
                    .formatted(best.name(), accuracy, digits, seeds(ranked, "mean over"));
        }
        if (ranked.size() == 2) {
            CellComparison pair = statistics.pairs().get(0);
            boolean bestIsNamedFirst = pair.accuracyAsSaid().value() >= 0;
            String both = bestIsNamedFirst
                    ? "%s against %s".formatted(accuracy, percent(ranked.get(1)))
                    : "%s against %s".formatted(percent(ranked.get(1)), accuracy);
            return "%s (%s of %s, %s)"
                    .formatted(capitalized(pair.sentence()), both, digits, seeds(ranked, "means over"));
        }
        List<String> equivalent = others(statistics, best.name(), Decision.PRACTICALLY_EQUIVALENT);
        List<String> undecided = others(statistics, best.name(), Decision.UNDECIDED);
        String sentence = "%s has the highest accuracy of %s cells: %s of %s, %s"
                .formatted(best.name(), ranked.size(), accuracy, digits, seeds(ranked, "mean over"));
        return Stream.of(
                        sentence,
                        equivalent.isEmpty() ? "" : "; practically equivalent to " + names(equivalent),
                        undecided.isEmpty()
                                ? ""
                                : "; the study does not decide between it and %s".formatted(names(undecided)))
                .reduce("", String::concat);
    }

    private static List<String> others(StudyStatistics statistics, String cell, Decision decision) {
        return statistics.pairs().stream()
                .filter(pair -> pair.decision() == decision)
                .filter(pair -> pair.first().equals(cell) || pair.second().equals(cell))
                .map(pair -> pair.first().equals(cell) ? pair.second() : pair.first())
                .toList();
    }

    private static String percent(CellSummary cell) {
        return NumberText.percent(cell.accuracy().mean());
    }

    private static String seeds(List<CellSummary> cells, String several) {
        int seeds = cells.get(0).seeds();
        if (cells.stream().anyMatch(cell -> cell.seeds() != seeds)) {
            return several + " the seeds of each";
        }
        return seeds == 1 ? "with a single seed" : "%s %s seeds".formatted(several, NumberText.count(seeds));
    }

    /** Such as {@code a}, {@code a and b} or {@code a, b and 3 others}. */
    private static String names(List<String> names) {
        int others = names.size() - MAX_NAMES;
        if (others <= 0) {
            return String.join(" and ", names);
        }
        return "%s and %s"
                .formatted(
                        String.join(", ", names.subList(0, MAX_NAMES)), others == 1 ? "1 other" : others + " others");
    }

    /** Names of cells stay as they are. */
    private static String capitalized(String sentence) {
        return sentence.startsWith("undecided") ? "U" + sentence.substring(1) : sentence;
    }
}
