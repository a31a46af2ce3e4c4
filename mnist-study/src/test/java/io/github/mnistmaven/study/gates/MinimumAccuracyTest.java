package io.github.mnistmaven.study.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumAccuracyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.98123            | 0.99  | cnn accuracy is 0.98123, but expected minimum is 0.99 (short by 0.00877)
                    0.9833333333333333 | 0.99  | cnn accuracy is 0.98333, but expected minimum is 0.99 (short by 0.00667)
                    0.9899999999       | 0.99  | cnn accuracy is 0.9899999999, but expected minimum is 0.99 (short by 0.0000000001)
                    0.5                | 1     | cnn accuracy is 0.5, but expected minimum is 1 (short by 0.5)
                    0                  | 0.1   | cnn accuracy is 0.0, but expected minimum is 0.1 (short by 0.1)
                    """)
    void givenAnAccuracyBelowTheMinimum_whenChecked_thenTheMessageSaysByHowMuch(
            double accuracy, BigDecimal minimum, String message) {
        assertThat(new MinimumAccuracy(Map.of("cnn", minimum)).violations(Map.of("cnn", accuracy)))
                .containsExactly(message);
    }

    @Test
    void givenAnAccuracyAtTheMinimum_whenChecked_thenItIsEnough() {
        assertThat(new MinimumAccuracy(Map.of("cnn", new BigDecimal("0.990")))
                        .violations(Map.of("cnn", 0.99, "lstm", 0.1)))
                .isEmpty();
    }

    @Test
    void givenAModelThatWasNotEvaluated_whenChecked_thenItDoesNotPassInSilence() {
        assertThat(new MinimumAccuracy(Map.of("cnn", BigDecimal.ONE)).violations(Map.of()))
                .singleElement()
                .asString()
                .startsWith("cnn was not evaluated");
    }
}
