package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.recipe.ValidationSplit;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainValidationSplitTest {

    private static final Recipe STRATIFIED =
            Recipe.DEFAULT.withEpochs(1).withBatchSize(32).withSchedule(Schedule.constant(0.01));
    private static final Recipe LAST = STRATIFIED.withValidationSplit(ValidationSplit.LAST);

    /** All zeros first, then all ones and so on: digit d is there 20 + 7 d times. */
    private static final DigitSet SORTED = sorted();

    private static DigitSet sorted() {
        byte[] labels = new byte[10 * 20 + 7 * 45];
        int from = 0;
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            int to = from + 20 + 7 * digit;
            Arrays.fill(labels, from, to, (byte) digit);
            from = to;
        }
        return blank(labels);
    }

    private static DigitSet blank(byte[] labels) {
        return DigitSet.of(new byte[labels.length * DigitSet.PIXELS], labels);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.123, 0.5, 0.9})
    void givenDigitsSortedByClass_whenSplit_thenEachClassIsWithinOneDigitOfItsProportionalShare(double fraction) {
        // when
        TrainValidationSplit split = TrainValidationSplit.of(SORTED, STRATIFIED.withValidationFraction(fraction), 1);

        // then
        double share = (double) split.validation().length / SORTED.size();
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            assertThat((double) count(split.validation(), digit))
                    .as("held-out digits of class %d", digit)
                    .isCloseTo(share * (20 + 7 * digit), within(1.0));
        }
    }

    private static long count(int[] indices, int digit) {
        return Arrays.stream(indices).filter(i -> SORTED.label(i) == digit).count();
    }

    @ParameterizedTest
    @EnumSource
    void givenEitherSplit_thenTheTwoPartsAreDisjointAscendingAndTogetherAllDigits(ValidationSplit validationSplit) {
        // when
        TrainValidationSplit split =
                TrainValidationSplit.of(SORTED, STRATIFIED.withValidationSplit(validationSplit), 1);

        // then
        assertThat(split.validation())
                .hasSize(TrainValidationSplit.heldOut(STRATIFIED, SORTED.size()))
                .isSorted();
        assertThat(split.training()).isSorted();
        assertThat(IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, SORTED.size()).toArray());
    }

    @Test
    void givenTheSameSeed_whenSplitTwice_thenTheSameDigitsAreHeldOut() {
        assertThat(TrainValidationSplit.of(SORTED, STRATIFIED, 7).validation())
                .isEqualTo(TrainValidationSplit.of(SORTED, STRATIFIED, 7).validation());
    }

    @Test
    void givenAnotherSeed_whenSplit_thenOtherDigitsAreHeldOut() {
        assertThat(TrainValidationSplit.of(SORTED, STRATIFIED, 8).validation())
                .isNotEqualTo(TrainValidationSplit.of(SORTED, STRATIFIED, 7).validation());
    }

    @Test
    void givenTheLastDigitsAreToBeHeldOut_whenSplit_thenTheyAreTheTailWhateverTheSeed() {
        // given
        int size = SORTED.size();
        int[] tail = IntStream.range(size - TrainValidationSplit.heldOut(LAST, size), size)
                .toArray();

        // when, then
        assertThat(TrainValidationSplit.of(SORTED, LAST, 1).validation()).isEqualTo(tail);
        assertThat(TrainValidationSplit.of(SORTED, LAST, 2).validation()).isEqualTo(tail);
    }

    @Test
    void givenASingleClass_whenSplit_thenTheRecipesFractionIsHeldOut() {
        // given
        byte[] labels = new byte[50];
        Arrays.fill(labels, (byte) 3);
        DigitSet threes = blank(labels);

        // when, then
        assertThat(TrainValidationSplit.of(threes, STRATIFIED, 1).validation()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"cnn, STRATIFIED", "lstm, STRATIFIED", "cnn-reference, LAST", "lstm-reference, LAST"})
    void givenAnArchitecture_thenItsRecipeOfEveryPresetHasTheExpectedSplit(String name, ValidationSplit expected) {
        // given
        Architecture architecture = Architectures.named(name);

        // then
        assertThat(architecture.defaultRecipe().validationSplit()).isEqualTo(expected);
        assertThat(Preset.values())
                .extracting(preset -> architecture.recipe(preset).validationSplit())
                .containsOnly(expected);
    }
}
