package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    /** Sorted by class, as pictures in folders come. */
    private static DigitSet sorted(int size) {
        DigitSet digits = SampleDigits.of(size, 1);
        return digits.select(IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> digits.label(a) - digits.label(b))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    private static List<String> images(DigitSet digits) {
        return IntStream.range(0, digits.size())
                .mapToObj(i -> digits.label(i) + Arrays.toString(digits.image(i)))
                .toList();
    }

    private static long labelled(DigitSet digits, int label) {
        return IntStream.range(0, digits.size())
                .filter(i -> digits.label(i) == label)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.2, 200", "1000, 0.001, 1", "997, 0.5, 499", "2, 0.9, 1", "2, 0.1, 1", "10, 0.99, 9"})
    void givenDigits_whenDivided_thenEachIsOnOneSideAndEachClassHasItsShare(int size, double fraction, int held) {
        // given
        DigitSet all = sorted(size);

        // when
        Digits divided = Digits.split(all, fraction, 1);

        // then
        assertThat(divided.test().size()).isEqualTo(held);
        assertThat(Stream.concat(images(divided.training()).stream(), images(divided.test()).stream()))
                .containsExactlyInAnyOrderElementsOf(images(all));
        for (int label = 0; label < DigitSet.CLASSES; label++) {
            assertThat((double) labelled(divided.test(), label))
                    .isCloseTo((double) labelled(all, label) * held / size, within(1.0));
        }
    }

    @Test
    void givenSortedDigits_whenDivided_thenBothSidesAreInRandomOrderByTheSeed() {
        // given
        DigitSet all = sorted(500).withSource("mine");

        // when
        Digits divided = Digits.split(all, 0.3, 1);

        // then
        for (DigitSet side : List.of(divided.training(), divided.test())) {
            assertThat(IntStream.range(0, 50).map(side::label).distinct().count())
                    .isGreaterThan(6);
            assertThat(side.source()).isEqualTo("mine");
        }
        assertThat(Digits.split(all, 0.3, 1)).isEqualTo(divided);
        assertThat(Digits.split(all, 0.3, 2)).isNotEqualTo(divided);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 2, Double.NaN})
    void givenAFractionThatIsNone_whenDivided_thenItIsRefused(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digits.split(sorted(10), fraction, 1))
                .withMessage("testFraction is %s; it must be above 0 and below 1", fraction);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digits.split(sorted(1), 0.5, 1))
                .withMessageStartingWith("the number of digits to divide is 1");
    }

    @Test
    void givenASourceOfOnesOwn_whenLoaded_thenItsSetsHaveItsNameUnlessTheyHaveAnother() throws IOException {
        // given
        DigitSource source = new DigitSource() {
            @Override
            public String name() {
                return "my scanner";
            }

            @Override
            public DigitSet training() {
                return SampleDigits.of(3, 1);
            }

            @Override
            public DigitSet test() {
                return SampleDigits.of(2, 2).withSource("another scanner");
            }
        };

        // when
        Digits digits = source.load();

        // then
        assertThat(digits.training().source()).isEqualTo("my scanner");
        assertThat(digits.test().source()).isEqualTo("another scanner");
    }
}
