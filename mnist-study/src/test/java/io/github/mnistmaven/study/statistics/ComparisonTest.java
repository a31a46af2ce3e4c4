package io.github.mnistmaven.study.statistics;

import static io.github.mnistmaven.evaluation.Predictions.digits;
import static io.github.mnistmaven.evaluation.Predictions.rightAndWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final DigitSet TEST = digits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);

    private static final Evaluation GOOD = rightAndWrong("good", TEST, "111111111101");
    private static final Evaluation POOR = rightAndWrong("poor", TEST, "000000001011");
    private static final Evaluation FAIR = rightAndWrong("fair", TEST, "111111000000");

    @Test
    void givenTwoModels_whenCompared_thenTheDigitsThatOnlyOneReadsAreCounted() {
        // when
        McNemar test = Comparison.of(List.of(GOOD, POOR)).tests().get(0);

        // then
        assertThat(test.first()).isEqualTo("good");
        assertThat(test.second()).isEqualTo("poor");
        assertThat(test.bothCorrect()).isEqualTo(2);
        assertThat(test.onlyFirstCorrect()).isEqualTo(9);
        assertThat(test.onlySecondCorrect()).isEqualTo(1);
        assertThat(test.bothWrong()).isZero();
    }

    @Test
    void givenTwoModels_whenCompared_thenThePValueIsThatOfTossesOfAFairCoin() {
        // given 9 heads in 10 tosses: 2 (1 + 10) / 2^10

        // when
        McNemar test = Comparison.of(List.of(GOOD, POOR)).tests().get(0);

        // then
        assertThat(test.pValue()).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(test.adjustedPValue()).isEqualTo(test.pValue());
        assertThat(test.isSignificant()).isTrue();
    }

    @Test
    void givenModelsThatErrOnTheSameDigits_whenCompared_thenTheyDoNotDiffer() {
        // given
        Evaluation twin = rightAndWrong("twin", TEST, "111111111101");

        // when
        McNemar test = Comparison.of(List.of(GOOD, twin)).tests().get(0);

        // then
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.isSignificant()).isFalse();
    }

    @Test
    void givenATie_whenCompared_thenThePValueIsOne() {
        // given one digit that only the one reads and one that only the other reads
        Evaluation left = rightAndWrong("left", TEST, "111111111101");
        Evaluation right = rightAndWrong("right", TEST, "111111111110");

        // when
        McNemar test = Comparison.of(List.of(left, right)).tests().get(0);

        // then
        assertThat(test.pValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void givenThreeModels_whenCompared_thenPValuesAreAdjustedForTheNumberOfPairs() {
        // given good-poor 9:1, p = 22/1024; good-fair 5:0, p = 2/32; poor-fair 3:6, p = 2 (1 + 9 + 36 + 84) / 512

        // when
        List<McNemar> tests = Comparison.of(List.of(GOOD, POOR, FAIR)).tests();

        // then
        assertThat(tests).extracting(McNemar::first).containsExactly("good", "good", "poor");
        assertThat(tests).extracting(McNemar::second).containsExactly("poor", "fair", "fair");
        assertThat(tests.get(0).pValue()).isCloseTo(22.0 / 1024, within(1e-12));
        assertThat(tests.get(1).pValue()).isCloseTo(2.0 / 32, within(1e-12));
        assertThat(tests.get(2).pValue()).isCloseTo(260.0 / 512, within(1e-12));
        assertThat(tests.get(0).adjustedPValue()).isCloseTo(3 * 22.0 / 1024, within(1e-12));
        assertThat(tests.get(1).adjustedPValue()).isCloseTo(2 * 2.0 / 32, within(1e-12));
        assertThat(tests.get(2).adjustedPValue()).isCloseTo(260.0 / 512, within(1e-12));
        assertThat(tests).noneMatch(McNemar::isSignificant);
    }

    @Test
    void givenEqualPValues_whenAdjusted_thenTheyStayEqual() {
        // given all-half 6:0 and half-none 6:0, p = 2/2^6 both, and all-none 12:0, p = 2/2^12
        Evaluation all = rightAndWrong("all", TEST, "111111111111");
        Evaluation half = rightAndWrong("half", TEST, "111111000000");
        Evaluation none = rightAndWrong("none", TEST, "000000000000");

        // when
        List<McNemar> tests = Comparison.of(List.of(all, half, none)).tests();

        // then
        assertThat(tests.get(1).adjustedPValue()).isCloseTo(3 * 2.0 / 4096, within(1e-12));
        assertThat(tests.get(0).adjustedPValue()).isCloseTo(2 * 2.0 / 64, within(1e-12));
        assertThat(tests.get(2).adjustedPValue()).isEqualTo(tests.get(0).adjustedPValue());
    }

    @Test
    void givenModels_whenCompared_thenTheBestIsTheOneThatReadsMost() {
        assertThat(Comparison.of(List.of(POOR, GOOD, FAIR)).best()).isSameAs(GOOD);
        assertThat(Comparison.of(List.of(POOR)).best()).isSameAs(POOR);
        assertThat(Comparison.of(List.of(POOR)).tests()).isEmpty();
    }

    @Test
    void givenEquallyManyRight_whenCompared_thenTheBestHasTheLowerLoss() {
        // given two models with one digit each right, the second much surer of its mistake
        DigitSet two = digits(3, 4);
        float[] unsure = distribution(3, 0.91, 5, 0.55);
        float[] sure = distribution(3, 0.91, 5, 0.991);

        // when
        Evaluation best = Comparison.of(List.of(Evaluation.of("sure", two, sure), Evaluation.of("unsure", two, unsure)))
                .best();

        // then
        assertThat(best.modelName()).isEqualTo("unsure");
    }

    @Test
    void givenTwoModels_whenShown_thenThereIsEachAccuracyAndWhatTheTestSays() {
        // given 9 digits that only the good one classified correctly, and 1 that only the other did: p = 2 (1 + 10) /
        // 2^10
        assertThat(Comparison.of(List.of(GOOD, POOR)))
                .hasToString(
                        "%s; %s; good is more accurate than poor (p = 0.021; correct where the other is wrong: good 9, poor 1)"
                                .formatted(GOOD, POOR));
        assertThat(Comparison.of(List.of(GOOD))).hasToString(GOOD.toString());
    }

    @Test
    void givenModelsOnDifferentDigits_whenCompared_thenTheyAreRejected() {
        // given
        Evaluation elsewhere = rightAndWrong("elsewhere", digits(1, 2), "11");

        // when + then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(GOOD, elsewhere)))
                .withMessageContaining("'good' was evaluated on 12 digits")
                .withMessageContaining("'elsewhere' on 2 digits");
    }

    @Test
    void givenAModelTwice_whenCompared_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(List.of(GOOD, POOR, GOOD)))
                .withMessageContaining("'good'");
    }

    @Test
    void givenNoModel_whenCompared_thenItIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(List.of()));
    }

    private static float[] distribution(int first, double ofFirst, int second, double ofSecond) {
        float[] logProbabilities = new float[20];
        for (int digit = 0; digit < 10; digit++) {
            logProbabilities[digit] = (float) Math.log(digit == first ? ofFirst : (1 - ofFirst) / 9);
            logProbabilities[10 + digit] = (float) Math.log(digit == second ? ofSecond : (1 - ofSecond) / 9);
        }
        return logProbabilities;
    }
}
