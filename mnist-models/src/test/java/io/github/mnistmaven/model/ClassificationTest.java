package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.model.Classification.Candidate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    private static final List<String> GARMENTS = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    /** A 7 that might be a 1. */
    private static final double[] SEVEN = {0, 0.0125, 0, 0, 0, 0, 0, 0.9825, 0, 0.005};

    @Test
    void givenProbabilities_thenTheMostProbableClassIsThePrediction() {
        // when
        Classification seven = Classification.of(SEVEN);

        // then
        assertThat(seven.digit()).isEqualTo(7);
        assertThat(seven.className()).isEqualTo("7");
        assertThat(seven.probability()).isEqualTo(0.9825);
        assertThat(seven.probability(1)).isEqualTo(0.0125);
        assertThat(seven).hasToString("7 (98.25 %)");
    }

    @Test
    void givenAnotherLocale_whenReadByPeople_thenTheTextIsTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Classification.of(SEVEN)).hasToString("7 (98.25 %)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givenProbabilities_whenTheMostProbableAreTaken_thenTheyComeInOrderAndTheLowerDigitFirstAmongEquals() {
        // when
        Classification seven = Classification.of(SEVEN);

        // then
        assertThat(seven.top(4))
                .containsExactly(
                        new Candidate(7, "7", 0.9825),
                        new Candidate(1, "1", 0.0125),
                        new Candidate(9, "9", 0.005),
                        new Candidate(0, "0", 0));
        assertThat(seven.top(3)).hasToString("[7 (98.25 %), 1 (1.25 %), 9 (0.50 %)]");
        assertThat(seven.top(10)).extracting(Candidate::digit).containsExactly(7, 1, 9, 0, 2, 3, 4, 5, 6, 8);
    }

    @Test
    void givenNames_whenAskedByName_thenTheProbabilityIsThatOfTheClass() {
        // when
        Classification boot = Classification.of(GARMENTS, 0, 0, 0, 0, 0, 0.25, 0, 0, 0, 0.75);

        // then
        assertThat(boot).hasToString("ankle boot (75.00 %)");
        assertThat(boot.classNames()).isEqualTo(GARMENTS);
        assertThat(boot.probability("sandal")).isEqualTo(0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boot.probability("hat"))
                .withMessageStartingWith("name is 'hat'; the classes are T-shirt, trouser");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(List.of("A"), SEVEN))
                .withMessageStartingWith("classNames has 1 name");
    }

    @Test
    void givenItsProbabilities_whenTheyAreChanged_thenTheClassificationDoesNot() {
        // given
        Classification seven = Classification.of(SEVEN);

        // when
        seven.probabilities()[7] = 0;

        // then
        assertThat(seven.probabilities()).containsExactly(SEVEN);
    }

    @Test
    void givenEquallyProbableClasses_thenTheLowestIsPredicted() {
        assertThat(Classification.of(0, 0, 0.5, 0, 0.5, 0, 0, 0, 0, 0).digit()).isEqualTo(2);
    }

    @Test
    void givenLogarithmsAndNames_thenTheirProbabilitiesAndTheNamesAreGiven() {
        // given the second of two
        float[] logProbabilities = new float[20];
        Arrays.fill(logProbabilities, (float) Math.log(0.01));
        logProbabilities[19] = (float) Math.log(0.91);

        // when
        Classification boot = Classification.of(logProbabilities, 10, GARMENTS);

        // then
        assertThat(boot.digit()).isEqualTo(9);
        assertThat(boot.className()).isEqualTo("ankle boot");
        assertThat(boot.probability()).isCloseTo(0.91, within(1e-6));
        assertThat(boot).hasToString("ankle boot (91.00 %)");
        assertThat(boot.top(2).get(1).className()).isEqualTo("T-shirt");
    }

    @Test
    void givenALogarithmThatIsRoundedToMoreThanOne_thenTheProbabilityIsOne() {
        // given
        float[] logProbabilities = new float[10];
        Arrays.fill(logProbabilities, -100);
        logProbabilities[3] = 1e-6f;

        // then
        assertThat(Classification.of(logProbabilities, 0, DigitSet.DIGIT_NAMES).probability())
                .isEqualTo(1);
    }

    @Test
    void givenAnArray_whenItChangesLater_thenTheClassificationDoesNot() {
        // given
        double[] probabilities = SEVEN.clone();
        Classification seven = Classification.of(probabilities);

        // when
        probabilities[7] = 0;

        // then
        assertThat(seven.probability(7)).isEqualTo(0.9825);
    }

    @Test
    void givenTheSameProbabilitiesAndNames_thenClassificationsAreEqualAndOtherwiseNot() {
        // given
        float[] logProbabilities = new float[10];
        Arrays.fill(logProbabilities, (float) Math.log(0.1));

        // then
        assertThat(Classification.of(SEVEN))
                .isEqualTo(Classification.of(SEVEN.clone()))
                .hasSameHashCodeAs(Classification.of(SEVEN.clone()))
                .isNotEqualTo(Classification.of(0, 0.005, 0, 0, 0, 0, 0, 0.9825, 0, 0.0125))
                .isNotEqualTo(null)
                .isNotEqualTo("7 (98.25 %)");
        assertThat(Classification.of(logProbabilities, 0, GARMENTS))
                .isNotEqualTo(Classification.of(logProbabilities, 0, DigitSet.DIGIT_NAMES));
    }

    @Test
    void givenWhatAreNotTenProbabilities_thenTheyAreRejected() {
        assertThatNullPointerException()
                .isThrownBy(() -> Classification.of((double[]) null))
                .withMessage("probabilities is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of())
                .withMessageStartingWith("0 probabilities are given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(0.5, 0.5))
                .withMessage("2 probabilities are given; a classification has 10, one for each class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(0, 1.5, -0.5, 0, 0, 0, 0, 0, 0, 0))
                .withMessage("the probability of class 1 is 1.5; it must be between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(0, 1, -0.5, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("class 2 is -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(1, 0, 0, 0, 0, 0, 0, 0, 0, Double.NaN))
                .withMessageContaining("class 9 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0))
                .withMessage("the probabilities add up to 0.75, not to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("add up to 0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void givenNoSuchDigit_thenTheMessageSaysWhatItMayBe(int digit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(SEVEN).probability(digit))
                .withMessage("digit is %d; it must be 0 to 9", digit);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void givenNoSuchNumberOfClasses_thenTheMessageSaysWhatItMayBe(int k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.of(SEVEN).top(k))
                .withMessage("k is %d; it must be 1 to 10", k);
    }

    @ParameterizedTest
    @CsvSource({"0.95, false, true", "0.95, true, false", "0.71, false, true", "0.69, false, false", "0.69, true, false"
    })
    void givenADigitInAPicture_whenAsked_thenItIsSureIfItIsProbableAndNotTwoThatTouch(
            double probability, boolean joined, boolean sure) {
        // given
        double[] probabilities = new double[DigitSet.CLASSES];
        probabilities[4] = probability;
        probabilities[9] = 1 - probability;
        Classification each = Classification.of(probabilities);

        // when
        Classification mean = Classification.mean(List.of(each, each), joined);

        // then
        assertThat(mean.isSure()).isEqualTo(sure);
        assertThat(mean.isJoined()).isEqualTo(joined);
        assertThat(mean.toString().endsWith("?")).isEqualTo(!sure);
        assertThat(mean).isEqualTo(each.withJoined(joined)).hasSameHashCodeAs(each.withJoined(joined));
        assertThat(mean.digit()).isEqualTo(4);
        assertThat(mean.equals(Classification.mean(List.of(each), !joined))).isFalse();
    }
}
