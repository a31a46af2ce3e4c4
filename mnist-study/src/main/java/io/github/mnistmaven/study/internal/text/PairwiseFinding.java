package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.study.statistics.McNemar;
import java.util.List;

/**
 * Whether two models differ, in words.
 *
 * @param statement such as {@code cnn is more accurate than lstm}
 * @param first the model named first in the statement
 * @param firstAlone how many test digits only that one classified correctly
 * @param second the model named second
 * @param secondAlone how many test digits only that one classified correctly
 * @param pValue such as {@code p = 0.012}, adjusted where there are several pairs
 */
public record PairwiseFinding(
        String statement, String first, String firstAlone, String second, String secondAlone, String pValue) {

    /**
     * The findings of a comparison.
     *
     * @param comparison of at least one model
     * @return one for each pair of models; none for a single model
     */
    public static List<PairwiseFinding> of(Comparison comparison) {
        return comparison.tests().stream().map(PairwiseFinding::of).toList();
    }

    private static PairwiseFinding of(McNemar test) {
        return test.onlyFirstCorrect() >= test.onlySecondCorrect()
                ? of(test, test.first(), test.onlyFirstCorrect(), test.second(), test.onlySecondCorrect())
                : of(test, test.second(), test.onlySecondCorrect(), test.first(), test.onlyFirstCorrect());
    }

    private static PairwiseFinding of(McNemar test, String better, int betterAlone, String worse, int worseAlone) {
        String statement =
                test.isSignificant() ? "%s is more accurate than %s" : "%s and %s do not differ significantly";
        return new PairwiseFinding(
                statement.formatted(better, worse),
                better,
                NumberText.count(betterAlone),
                worse,
                NumberText.count(worseAlone),
                NumberText.pValue(test.adjustedPValue()));
    }

    /**
     * All of it in one sentence.
     *
     * @return statement, p-value and counts
     */
    public String sentence() {
        return "%s (%s; correct where the other is wrong: %s %s, %s %s)"
                .formatted(statement, pValue, first, firstAlone, second, secondAlone);
    }
}
