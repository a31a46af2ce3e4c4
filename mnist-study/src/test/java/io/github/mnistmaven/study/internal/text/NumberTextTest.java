package io.github.mnistmaven.study.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.9952, 0.9952",
        "0.0302139738, 0.030214",
        "141.4537219, 141.454",
        "1234567.89, 1234570",
        "0.00000012345678, 0.000000123457",
        "0, 0",
        "1, 1",
    })
    void givenANumber_whenWrittenForPrograms_thenItHasSixSignificantDigitsAndNoExponent(double value, String text) {
        assertThat(NumberText.significant(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0123, p = 0.012", "0.5078125, p = 0.51", "0.0001, p = 0.0001", "0.0000999, p < 0.0001", "1, p = 1"})
    void givenAPValue_whenWritten_thenItHasTwoSignificantDigitsDownToALimit(double value, String text) {
        assertThat(NumberText.pValue(value)).isEqualTo(text);
    }

    @Test
    void givenAnotherLocale_whenNumbersAreWritten_thenTheyLookTheSame() {
        // given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            // when + then
            assertThat(NumberText.percent(0.9952)).isEqualTo("99.52 %");
            assertThat(NumberText.loss(0.0302)).isEqualTo("0.0302");
            assertThat(NumberText.seconds(1212.55)).isEqualTo("1,212.6 s");
            assertThat(NumberText.count(1_200_778)).isEqualTo("1,200,778");
            assertThat(NumberText.significant(0.9952)).isEqualTo("0.9952");
        } finally {
            Locale.setDefault(before);
        }
    }
}
