package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.image.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {

    private static final List<String> GARMENTS = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
    private static final Box BOX = new Box(0, 0, 20, 20);

    private static RecognizedDigit digit(int label, double probability, boolean joined, List<String> names) {
        float[] logarithms = new float[DigitSet.CLASSES];
        Arrays.fill(logarithms, (float) Math.log((1 - probability) / 9));
        logarithms[label] = (float) Math.log(probability);
        return new RecognizedDigit(BOX, Classification.of(logarithms, 0, names).withJoined(joined));
    }

    private static Reading reading(String lines, List<String> names) {
        List<List<RecognizedDigit>> digits = new ArrayList<>();
        for (String line : lines.split("/")) {
            digits.add(line.chars()
                    .mapToObj(label -> digit(label - '0', 0.95, false, names))
                    .toList());
        }
        return new Reading(100, 100, digits);
    }

    static Stream<List<List<RecognizedDigit>>> withoutDigits() {
        return Stream.of(
                List.of(), List.of(List.of()), List.of(List.of(digit(1, 0.9, false, DigitSet.DIGIT_NAMES)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "2026, 2026", "20/26, 20|26", "1/2/345, 1|2|345"})
    void givenDigits_whenAskedForTheText_thenEachLineIsWithoutSpaces(String lines, String text) {
        assertThat(reading(lines, DigitSet.DIGIT_NAMES).text()).isEqualTo(text.replace('|', '\n'));
    }

    @Test
    void givenOtherClasses_whenAskedForTheText_thenLongNamesAreApart() {
        assertThat(reading("96/1", GARMENTS).text()).isEqualTo("ankle boot shirt\ntrouser");
        assertThat(reading("210/3", LETTERS).text()).isEqualTo("CBA\nD");
    }

    @Test
    void givenUncertainDigits_whenReadByPeople_thenEachHasAQuestionMark() {
        // given
        RecognizedDigit boot = digit(9, 0.5, false, GARMENTS);
        RecognizedDigit shirt = digit(6, 0.95, false, GARMENTS);

        // when
        Reading reading = new Reading(100, 100, List.of(List.of(boot, shirt), List.of(boot)));

        // then
        assertThat(reading).hasToString("ankle boot? shirt\nankle boot?");
        assertThat(reading.text()).isEqualTo("ankle boot shirt\nankle boot");
    }

    @Test
    void givenNullInAList_whenCreated_thenTheMessageNamesTheList() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Reading(10, 10, Collections.singletonList(null)))
                .withMessage("an element of lines is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new Reading(10, 10, List.of(Collections.singletonList(null))))
                .withMessage("an element of a line of lines is null");
    }

    @ParameterizedTest
    @MethodSource("withoutDigits")
    void givenALineWithoutDigits_whenCreated_thenIsRefused(List<List<RecognizedDigit>> lines) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(10, 10, lines))
                .withMessageContainingAll("lines is", "at least one line");
    }

    @ParameterizedTest
    @CsvSource({"0.95, false, true", "0.95, true, false", "0.6, false, false", "0.6, true, false"})
    void givenADigitThatIsJoinedOrImprobable_whenAsked_thenTheReadingIsNotSure(
            double probability, boolean joined, boolean sure) {
        // given
        RecognizedDigit first = digit(1, 0.95, false, DigitSet.DIGIT_NAMES);
        RecognizedDigit second = digit(8, probability, joined, DigitSet.DIGIT_NAMES);

        // when
        Reading reading = new Reading(100, 100, List.of(List.of(first, second)));

        // then
        assertThat(reading.isSure()).isEqualTo(sure);
        assertThat(second.isJoined()).isEqualTo(joined);
        assertThat(second.toString().endsWith("?")).isEqualTo(!sure);
        assertThat(reading).hasToString(sure ? "18" : "18?");
    }
}
