package io.github.mnistmaven.evaluation;

import static io.github.mnistmaven.evaluation.Predictions.digits;
import static io.github.mnistmaven.evaluation.Predictions.evaluation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    /** Three ones, of which one is predicted as a seven; two sevens; one nine that is predicted as a four. */
    private static final ConfusionMatrix MATRIX =
            evaluation("cnn", digits(1, 1, 1, 7, 7, 9), 1, 7, 1, 7, 7, 4).confusionMatrix();

    @Test
    void givenPredictions_whenCounted_thenRowsAreTruthsAndColumnsPredictions() {
        assertThat(MATRIX.count(1, 7)).isEqualTo(1);
        assertThat(MATRIX.count(7, 1)).isZero();
        assertThat(MATRIX.count(1, 1)).isEqualTo(2);
        assertThat(MATRIX.count(9, 4)).isEqualTo(1);
        assertThat(MATRIX.total()).isEqualTo(6);
        assertThat(MATRIX.correct()).isEqualTo(4);
        assertThat(MATRIX.accuracy()).isCloseTo(4.0 / 6, within(1e-12));
    }

    @Test
    void givenCounts_whenADigitIsMeasured_thenPrecisionRecallAndF1AreItsShares() {
        // when
        ClassMetrics one = MATRIX.metrics(1);
        ClassMetrics seven = MATRIX.metrics(7);

        // then
        assertThat(one).isEqualTo(new ClassMetrics(1, 3, 1, 2.0 / 3, 4.0 / 5));
        assertThat(seven).isEqualTo(new ClassMetrics(7, 2, 2.0 / 3, 1, 4.0 / 5));
        assertThat(MATRIX.perClass()).hasSize(10).element(7).isEqualTo(seven);
    }

    @Test
    void givenNothingOutOfNothing_whenMeasured_thenItIsZero() {
        // given a nine that was never predicted, a four that was never shown and a zero that was neither

        // when + then
        assertThat(MATRIX.metrics(9)).isEqualTo(new ClassMetrics(9, 1, 0, 0, 0));
        assertThat(MATRIX.metrics(4)).isEqualTo(new ClassMetrics(4, 0, 0, 0, 0));
        assertThat(MATRIX.metrics(0)).isEqualTo(new ClassMetrics(0, 0, 0, 0, 0));
    }

    @Test
    void givenAMatrix_whenReadByPeople_thenEachDigitShownHasALineOfHowOftenItWasPredictedAsEach() {
        assertThat(MATRIX).hasToString("""
                   0  1  2  3  4  5  6  7  8  9
                0  0  0  0  0  0  0  0  0  0  0
                1  0  2  0  0  0  0  0  1  0  0
                2  0  0  0  0  0  0  0  0  0  0
                3  0  0  0  0  0  0  0  0  0  0
                4  0  0  0  0  0  0  0  0  0  0
                5  0  0  0  0  0  0  0  0  0  0
                6  0  0  0  0  0  0  0  0  0  0
                7  0  0  0  0  0  0  0  2  0  0
                8  0  0  0  0  0  0  0  0  0  0
                9  0  0  0  0  1  0  0  0  0  0""");
    }

    @Test
    void givenNamesOfClasses_whenReadByPeople_thenRowsHaveThem() {
        // given
        List<String> letters = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        List<String> garments = List.of(
                "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

        // when
        List<String> ofLetters =
                new ConfusionMatrix(MATRIX.counts(), letters).toString().lines().toList();
        List<String> ofGarments = new ConfusionMatrix(MATRIX.counts(), garments)
                .toString()
                .lines()
                .toList();

        // then
        assertThat(ofLetters)
                .hasSize(11)
                .startsWith("   A  B  C  D  E  F  G  H  I  J", "A  0  0  0  0  0  0  0  0  0  0")
                .endsWith("J  0  0  0  0  1  0  0  0  0  0");
        assertThat(ofGarments)
                .hasSize(11)
                .startsWith("              0  1  2  3  4  5  6  7  8  9")
                .contains("1 trouser     0  2  0  0  0  0  0  1  0  0")
                .endsWith("9 ankle boot  0  0  0  0  1  0  0  0  0  0");
    }

    @Test
    void givenCounts_whenAveraged_thenEachClassThatOccursCountsTheSame() {
        // given 1 and 7, which are shown, 9, which is never predicted, and 4, which is never shown

        // when + then
        assertThat(MATRIX.macroPrecision()).isCloseTo((1 + 2.0 / 3) / 4, within(1e-12));
        assertThat(MATRIX.macroRecall()).isCloseTo((2.0 / 3 + 1) / 4, within(1e-12));
        assertThat(MATRIX.macroF1()).isCloseTo((4.0 / 5 + 4.0 / 5) / 4, within(1e-12));
    }

    @Test
    void givenAFaultlessModel_whenAveraged_thenClassesThatDoNotOccurChangeNothing() {
        // when
        ConfusionMatrix faultless = evaluation("cnn", digits(1, 7, 7), 1, 7, 7).confusionMatrix();

        // then
        assertThat(faultless.macroPrecision()).isEqualTo(1);
        assertThat(faultless.macroRecall()).isEqualTo(1);
        assertThat(faultless.macroF1()).isEqualTo(1);
    }

    @Test
    void givenNullInARow_whenMade_thenTheMessageSaysWhere() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ConfusionMatrix(Collections.singletonList(null)))
                .withMessage("an element of counts is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new ConfusionMatrix(List.of(Collections.singletonList(null))))
                .withMessage("an element of a row of counts is null");
    }

    @Test
    void givenWhatIsNoMatrixOfCounts_whenMade_thenItIsRejected() {
        List<Integer> zeros = Collections.nCopies(10, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(Collections.nCopies(9, zeros)))
                .withMessage("a confusion matrix has 10 rows of 10 counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(Collections.nCopies(10, Collections.nCopies(10, -1))))
                .withMessageContaining("not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(Collections.nCopies(10, zeros)))
                .withMessageContaining("at least one prediction");
    }
}
