package io.github.mnistmaven.data.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnistmaven.data.DigitSet;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmbeddedDigitsTest {

    @Test
    void givenASeed_whenDrawnTwice_thenTheDigitsAreTheSameAndAnotherSeedGivesOthers() {
        // given
        EmbeddedDigits digits = new EmbeddedDigits(1, 100, 50);

        // when, then
        assertThat(digits.training().fingerprint())
                .isEqualTo(digits.training().fingerprint())
                .isNotEqualTo(new EmbeddedDigits(2, 100, 50).training().fingerprint());
    }

    @Test
    void givenANumber_whenMoreAreDrawn_thenTheFirstOnesStay() {
        assertThat(new EmbeddedDigits(1, 500, 1).training().first(100).fingerprint())
                .isEqualTo(new EmbeddedDigits(1, 100, 1).training().fingerprint());
    }

    @Test
    void givenDigits_whenCounted_thenEachClassComesEquallyOften() {
        // when
        DigitSet digits = new EmbeddedDigits(1, 1000, 1).training();

        // then
        int[] counts = new int[DigitSet.CLASSES];
        for (int i = 0; i < digits.size(); i++) {
            counts[digits.label(i)]++;
        }
        assertThat(counts).containsOnly(100);
    }

    @Test
    void givenTrainingAndTestDigits_thenNoTwoAreTheSameImage() {
        // given
        EmbeddedDigits source = new EmbeddedDigits(1, 5000, 2000);
        Set<ByteBuffer> images = new HashSet<>();

        // when
        for (DigitSet digits : new DigitSet[] {source.training(), source.test()}) {
            for (int i = 0; i < digits.size(); i++) {
                images.add(ByteBuffer.wrap(digits.image(i)));
            }
        }

        // then
        assertThat(images).hasSize(7000);
    }

    @Test
    void givenADigit_thenItLiesInABoxOf20PixelsWithItsMassInTheMiddle() {
        // given
        DigitSet digits = new EmbeddedDigits(1, 500, 1).training();

        for (int i = 0; i < digits.size(); i++) {
            // when
            byte[] image = digits.image(i);
            double ink = 0;
            double x = 0;
            double y = 0;
            int left = 28;
            int right = 0;
            int top = 28;
            int bottom = 0;
            for (int pixel = 0; pixel < image.length; pixel++) {
                int level = image[pixel] & 0xFF;
                ink += level;
                x += level * (pixel % 28);
                y += level * (pixel / 28);
                if (level >= 128) {
                    left = Math.min(left, pixel % 28);
                    right = Math.max(right, pixel % 28);
                    top = Math.min(top, pixel / 28);
                    bottom = Math.max(bottom, pixel / 28);
                }
            }

            // then
            assertThat(Math.max(right - left, bottom - top) + 1)
                    .as("box of %d", i)
                    .isBetween(18, 21);
            assertThat(x / ink).as("middle of %d", i).isBetween(13.4, 14.6);
            assertThat(y / ink).as("middle of %d", i).isBetween(13.4, 14.6);
        }
    }

    @Test
    void givenNoDigits_thenTheMessageNamesTheParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedDigits(1, 0, 1))
                .withMessage("trainingDigits is 0; it is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmbeddedDigits(1, 1, -1))
                .withMessage("testDigits is -1; it is at least 1");
    }
}
