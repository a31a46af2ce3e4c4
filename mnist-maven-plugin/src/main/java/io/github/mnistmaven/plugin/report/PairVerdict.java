package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.evaluation.Comparison;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.McNemar;
import java.util.List;

/**
 * Whether two models differ, in words.
 *
 * @param statement such as {@code cnn reads better than lstm}
 * @param first the model named first in the statement
 * @param firstAlone how many digits only that one reads right
 * @param second the model named second
 * @param secondAlone how many digits only that one reads right
 * @param pValue such as {@code p = 0.012}, adjusted where there are several pairs
 */
record PairVerdict(
        String statement, String first, String firstAlone, String second, String secondAlone, String pValue) {

    /** The result of a comparison in one sentence. */
    static String headline(Comparison comparison) {
        Evaluation best = comparison.best();
        return "%s reads %s of %s test digits right"
                .formatted(best.model(), NumberText.percent(best.accuracy()), NumberText.count(best.size()));
    }

    /** One for each pair of models; none for a single model. */
    static List<PairVerdict> of(Comparison comparison) {
        return comparison.tests().stream().map(PairVerdict::of).toList();
    }

    private static PairVerdict of(McNemar test) {
        return test.onlyFirstRight() >= test.onlySecondRight()
                ? of(test, test.first(), test.onlyFirstRight(), test.second(), test.onlySecondRight())
                : of(test, test.second(), test.onlySecondRight(), test.first(), test.onlyFirstRight());
    }

    private static PairVerdict of(McNemar test, String better, int betterAlone, String worse, int worseAlone) {
        String statement = test.isSignificant() ? "%s reads better than %s" : "%s and %s cannot be told apart";
        return new PairVerdict(
                statement.formatted(better, worse),
                better,
                NumberText.count(betterAlone),
                worse,
                NumberText.count(worseAlone),
                NumberText.pValue(test.adjustedPValue()));
    }

    /** All of it in one sentence. */
    String sentence() {
        return "%s (right where the other is wrong: %s %s, %s %s; %s)"
                .formatted(statement, first, firstAlone, second, secondAlone, pValue);
    }
}
