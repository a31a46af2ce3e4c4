package io.github.mnistmaven.data.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmbeddedDigitsTest {

    @Test
    void givenASeed_whenDrawnTwice_thenTheDigitsAreTheSameAndAnotherSeedGivesOthers() {
        // given
        EmbeddedDigits digits = new EmbeddedDigits().sizes(100, 50);

        // when, then
        assertThat(digits.training().fingerprint())
                .isEqualTo(digits.training().fingerprint())
                .isNotEqualTo(
                        new EmbeddedDigits().seed(2).sizes(100, 50).training().fingerprint());
    }

    @Test
    void givenANumber_whenMoreAreDrawn_thenTheFirstOnesStay() {
        assertThat(new EmbeddedDigits().sizes(500, 1).training().first(100).fingerprint())
                .isEqualTo(new EmbeddedDigits().sizes(100, 1).training().fingerprint());
    }

    @Test
    void givenAllDigitsOfTwoSets_whenCompared_thenClassesAreBalancedAndNoTwoImagesAreEqual() {
        // given
        EmbeddedDigits source = new EmbeddedDigits().sizes(60_000, 10_000);
        Set<ByteBuffer> images = new HashSet<>();

        for (DigitSet digits : List.of(source.training(), source.test())) {
            // when
            int[] counts = new int[DigitSet.CLASSES];
            for (int i = 0; i < digits.size(); i++) {
                counts[digits.label(i)]++;
                images.add(ByteBuffer.wrap(digits.image(i)));
            }

            // then
            assertThat(counts).containsOnly(digits.size() / DigitSet.CLASSES);
        }
        assertThat(images).hasSize(70_000);
    }

    @Test
    void givenSlices_whenDrawnInAnyOrderAndAtTheSameTime_thenTheyAreThoseOfTheWhole() {
        // given
        EmbeddedDigits source = new EmbeddedDigits().sizes(400, 400);
        DigitSet training = source.training();
        DigitSet test = source.test();
        List<Integer> starts = List.of(300, 0, 123, 399, 7, 250);

        // when
        Map<Integer, String> slices = starts.parallelStream()
                .collect(Collectors.toMap(
                        from -> from, from -> source.training(from, 400).fingerprint()));

        // then
        assertThat(slices).hasSize(starts.size()).allSatisfy((from, fingerprint) -> assertThat(fingerprint)
                .isEqualTo(training.slice(from, 400).fingerprint()));
        assertThat(source.test(17, 18).fingerprint())
                .isEqualTo(test.slice(17, 18).fingerprint())
                .isNotEqualTo(training.slice(17, 18).fingerprint());
    }

    @Test
    void givenAnyMachine_whenTheFirstThousandDigitsAreDrawn_thenTheyAreTheSameToTheBit() {
        assertThat(new EmbeddedDigits().sizes(1_000, 1).training().fingerprint())
                .as("a change of the digits changes what networks make of them: measure docs/embedded-digits.md anew")
                .isEqualTo("823ca576e83a7ecca8efd5ee33b212a30936f96464dccac389a09f31824d62b5");
    }

    @Test
    void givenADigit_thenItLiesInABoxOf20PixelsWithItsMassInTheMiddle() {
        // given
        DigitSet digits = new EmbeddedDigits().sizes(500, 1).training();

        for (int i = 0; i < digits.size(); i++) {
            // when
            byte[] image = digits.image(i);
            double ink = 0;
            double x = 0;
            double y = 0;
            for (int pixel = 0; pixel < image.length; pixel++) {
                int level = Byte.toUnsignedInt(image[pixel]);
                ink += level;
                x += level * (pixel % DigitSet.COLUMNS);
                y += level * (pixel / DigitSet.COLUMNS);
            }
            InkBounds bounds = InkBounds.of(image);

            // then
            assertThat(Math.max(bounds.width(), bounds.height()))
                    .as("box of %d", i)
                    .isBetween(18, 20);
            assertThat(x / ink).as("middle of %d", i).isCloseTo(14, within(0.5));
            assertThat(y / ink).as("middle of %d", i).isCloseTo(14, within(0.5));
        }
    }

    @Test
    void givenASliceThatHoldsNothing_whenDrawn_thenTheMessageStatesTheValidRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedDigits().training(5, 5))
                .withMessage("from is 5 and to is 5; from must be at least 0, and to greater than from");
        assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddedDigits().test(-1, 5));
    }

    @Test
    void givenNoDigits_thenTheMessageNamesTheParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedDigits().sizes(0, 1))
                .withMessage("trainingDigits is 0; it must be between 1 and 2739137");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedDigits().sizes(1, -1))
                .withMessage("testDigits is -1; it must be between 1 and 2739137");
    }
}
