package io.github.mnistmaven.evaluation;

import static io.github.mnistmaven.evaluation.Predictions.digits;
import static io.github.mnistmaven.evaluation.Predictions.evaluation;
import static io.github.mnistmaven.evaluation.Predictions.rightAndWrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    @Test
    void givenPredictions_whenEvaluated_thenTheCorrectOnesAreCounted() {
        // given four digits, the last of which is misclassified
        DigitSet test = digits(7, 2, 1, 0);

        // when
        Evaluation evaluation = evaluation("cnn", test, 7, 2, 1, 6);

        // then
        assertThat(evaluation.modelName()).isEqualTo("cnn");
        assertThat(evaluation.size()).isEqualTo(4);
        assertThat(evaluation.correct()).isEqualTo(3);
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        assertThat(evaluation.prediction(3)).isEqualTo(6);
        assertThat(evaluation.truth(3)).isEqualTo(0);
        assertThat(evaluation.isCorrect(3)).isFalse();
        assertThat(evaluation.confidence(3)).isCloseTo(0.91, within(1e-6));
        assertThat(evaluation.testFingerprint()).isEqualTo(test.fingerprint());
    }

    @Test
    void givenProbabilities_whenEvaluated_thenTheLossIsTheMeanOfTheirNegativeLogarithms() {
        // given a probability of 0.91 for the first truth and of 0.01 for the second
        DigitSet test = digits(3, 4);

        // when
        Evaluation evaluation = evaluation("cnn", test, 3, 5);

        // then
        assertThat(evaluation.loss()).isCloseTo((-Math.log(0.91) - Math.log(0.01)) / 2, within(1e-6));
    }

    @Test
    void givenEquallyProbableDigits_whenEvaluated_thenTheLowestIsPredicted() {
        // given
        float[] uniform = new float[10];
        Arrays.fill(uniform, (float) Math.log(0.1));

        // when
        Evaluation evaluation = Evaluation.of("cnn", digits(5), uniform);

        // then
        assertThat(evaluation.prediction(0)).isZero();
        assertThat(evaluation.loss()).isCloseTo(Math.log(10), within(1e-6));
    }

    @Test
    void givenMistakes_whenListed_thenTheMostConfidentComeFirst() {
        // given three digits, two misclassified, the second of these with higher confidence
        float[] logProbabilities = new float[30];
        Arrays.fill(logProbabilities, (float) Math.log(0.05));
        logProbabilities[4] = (float) Math.log(0.55);
        logProbabilities[10 + 9] = (float) Math.log(0.55);
        Arrays.fill(logProbabilities, 20, 30, (float) Math.log(0.01));
        logProbabilities[20 + 9] = (float) Math.log(0.91);

        // when
        Evaluation evaluation = Evaluation.of("cnn", digits(4, 4, 4), logProbabilities);

        // then
        assertThat(evaluation.misclassified())
                .extracting(Misclassification::index)
                .containsExactly(2, 1);
        Misclassification mostConfident = evaluation.misclassified().get(0);
        assertThat(mostConfident.truth()).isEqualTo(4);
        assertThat(mostConfident.predicted()).isEqualTo(9);
        assertThat(mostConfident.confidence()).isCloseTo(0.91, within(1e-6));
    }

    @Test
    void givenNamesOfClasses_whenEvaluated_thenWhatIsPrintedHasThem() {
        // given
        List<String> letters = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        DigitSet test = digits(4, 2).withClassNames(letters);

        // when
        Evaluation evaluation = evaluation("cnn", test, 9, 2);

        // then
        assertThat(evaluation.classNames()).isEqualTo(letters);
        assertThat(evaluation.confusionMatrix().classNames()).isEqualTo(letters);
        assertThat(evaluation.misclassified())
                .singleElement()
                .hasToString("image 0 shows E, predicted was J (91.00 %)")
                .satisfies(wrong -> {
                    assertThat(wrong.truthName()).isEqualTo("E");
                    assertThat(wrong.predictedName()).isEqualTo("J");
                });
        assertThat(evaluation)
                .isNotEqualTo(evaluation("cnn", digits(4, 2), 9, 2))
                .isEqualTo(evaluation("cnn", digits(4, 2), 9, 2).withClassNames(letters));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void givenNoSuchDigit_whenAsked_thenTheMessageNamesTheArgument(int index) {
        // given
        Evaluation evaluation = evaluation("cnn", digits(4, 2), 9, 2);

        // then
        for (ThrowingCallable asking : List.<ThrowingCallable>of(
                () -> evaluation.truth(index),
                () -> evaluation.prediction(index),
                () -> evaluation.confidence(index),
                () -> evaluation.isCorrect(index))) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(asking)
                    .withMessage("index is %d; it must be between 0 and 1", index);
        }
    }

    @Test
    void givenWhatIsNoMisclassification_whenMade_thenTheMessageNamesTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Misclassification(-1, 1, "1", 2, "2", 0.5))
                .withMessageStartingWith("index is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Misclassification(0, 10, "10", 2, "2", 0.5))
                .withMessageStartingWith("truth is 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Misclassification(0, 1, "1", -2, "2", 0.5))
                .withMessageStartingWith("predicted is -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Misclassification(0, 1, "1", 2, "2", Double.NaN))
                .withMessageStartingWith("confidence is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Misclassification(0, 1, "1", 1, "1", 0.5))
                .withMessageContaining("no misclassification");
    }

    @Test
    void givenALengthThatDoesNotFit_whenEvaluated_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of("cnn", digits(1, 2), new float[19]))
                .withMessage("cnn gave 19 numbers for 2 digits; expected 20, one for each digit and class");
    }

    @Test
    void givenWhatIsNoNumber_whenEvaluated_thenItIsRejected() {
        // given
        float[] logProbabilities = new float[20];
        Arrays.fill(logProbabilities, (float) Math.log(0.1));
        logProbabilities[13] = Float.NaN;

        // when + then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of("cnn", digits(1, 2), logProbabilities))
                .withMessage("cnn gave NaN as the log-probability that digit number 1 shows a 3; it has to be a finite"
                        + " number");
        logProbabilities[13] = Float.NEGATIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of("cnn", digits(1, 2), logProbabilities))
                .withMessageContaining("gave -Infinity");
    }

    @Test
    void givenLogits_whenEvaluated_thenTheyAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of("cnn", digits(1), new float[] {3, -1, 0, 0, 0, 0, 0, 0, 0, 12}))
                .withMessageStartingWith("the probabilities that cnn gave for digit number 0 add up to")
                .withMessageEndingWith("were these logits?");
    }

    @Test
    void givenAnEvaluation_whenReadByPeople_thenItSaysAccuracyIntervalAndSize() {
        // given 372 of 400 correct
        String marks = "1".repeat(372) + "0".repeat(28);

        // when
        Evaluation evaluation = rightAndWrong("cnn", digits(new int[400]), marks);

        // then
        assertThat(evaluation).hasToString("cnn: 93.00 % (90.07-95.11) of 400");
        assertThat(evaluation.accuracyInterval()).hasToString("90.07-95.11 %");
        assertThat(new Interval(0.5, 1)).hasToString("50.00-100.00 %");
    }

    @Test
    void givenAnotherLocale_whenReadByPeople_thenTheTextIsTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(evaluation("cnn", digits(1, 2), 1, 3)).hasToString("cnn: 50.00 % (9.45-90.55) of 2");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givenTheSamePredictions_thenEvaluationsAreEqualAndOtherwiseNot() {
        // given
        DigitSet test = digits(1, 2, 3);
        Evaluation evaluation = evaluation("cnn", test, 1, 2, 4);

        // then
        assertThat(evaluation)
                .isEqualTo(evaluation("cnn", test, 1, 2, 4))
                .hasSameHashCodeAs(evaluation("cnn", test, 1, 2, 4))
                .isNotEqualTo(evaluation("lstm", test, 1, 2, 4))
                .isNotEqualTo(evaluation("cnn", test, 1, 2, 5))
                .isNotEqualTo(evaluation("cnn", digits(1, 2, 4), 1, 2, 4))
                .isNotEqualTo(withConfidenceAndLoss(evaluation, 0.8, evaluation.loss()))
                .isNotEqualTo(withConfidenceAndLoss(evaluation, 0.9, 0.5))
                .isNotEqualTo(null)
                .isNotEqualTo("cnn");
        assertThat(withConfidenceAndLoss(evaluation, 0.9, 0.5)).isEqualTo(withConfidenceAndLoss(evaluation, 0.9, 0.5));
    }

    private static Evaluation withConfidenceAndLoss(Evaluation evaluation, double confidence, double loss) {
        return Evaluation.of(
                evaluation.modelName(),
                evaluation.testFingerprint(),
                new byte[] {1, 2, 3},
                new byte[] {1, 2, 4},
                new double[] {confidence, confidence, confidence},
                loss);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1000, 4000, 10000, 60000})
    void givenAllOrNoneRight_whenBounded_thenRoundingDoesNotCarryTheIntervalPastItsEnds(int trials) {
        assertThat(Interval.wilson(trials, trials).upper()).isEqualTo(1, within(1e-12));
        assertThat(Interval.wilson(0, trials).lower()).isEqualTo(0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, trials is 0", "1, -1, trials is -1", "-1, 5, successes is -1", "6, 5, successes is 6"})
    void givenCountsThatCannotBe_whenBounded_thenTheMessageNamesThem(int successes, int trials, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.wilson(successes, trials))
                .withMessageStartingWith(message);
    }

    @Test
    void givenAnAccuracy_whenBounded_thenTheIntervalIsWilsons() {
        // given 9 of 10 correct, for which Wilson's formula, z = 1.959964, gives
        // (0.9 + z^2/20 -+ z sqrt(0.09/10 + z^2/400)) / (1 + z^2/10)
        DigitSet test = digits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        // when
        Interval interval =
                evaluation("cnn", test, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8).accuracyInterval();

        // then
        assertThat(interval.lower()).isCloseTo(0.595850, within(1e-6));
        assertThat(interval.upper()).isCloseTo(0.982124, within(1e-6));
    }

    @Test
    void givenAFaultlessModel_whenItsAccuracyIsBounded_thenItMayStillErr() {
        // given
        DigitSet test = digits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        // when
        Interval interval =
                evaluation("cnn", test, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9).accuracyInterval();

        // then 1 / (1 + z^2/10)
        assertThat(interval.lower()).isCloseTo(0.722467, within(1e-6));
        assertThat(interval.upper()).isEqualTo(1);
    }
}
