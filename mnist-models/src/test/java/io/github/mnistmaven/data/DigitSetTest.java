package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigitSetTest {

    @Test
    void givenPixelsAndLabels_whenRead_thenEachImageIsTheOneOfItsLabel() {
        // given
        byte[] pixels = new byte[2 * DigitSet.PIXELS];
        pixels[0] = 1;
        pixels[DigitSet.PIXELS] = (byte) 200;

        // when
        DigitSet digits = DigitSet.of(pixels, new byte[] {3, 9});

        // then
        assertThat(digits.size()).isEqualTo(2);
        assertThat(digits.label(0)).isEqualTo(3);
        assertThat(digits.label(1)).isEqualTo(9);
        assertThat(digits.image(0)).hasSize(784).startsWith(1, 0);
        assertThat(digits.image(1)).hasSize(784).startsWith((byte) 200, (byte) 0);
    }

    @Test
    void givenADigitSet_whenArraysThatWentInOrCameOutChange_thenItDoesNot() {
        // given
        byte[] pixels = new byte[DigitSet.PIXELS];
        byte[] labels = {3};
        DigitSet digits = DigitSet.of(pixels, labels);
        String fingerprint = digits.fingerprint();

        // when
        pixels[0] = 1;
        labels[0] = 4;
        digits.image(0)[1] = 1;

        // then
        assertThat(digits.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void givenPixelsThatDoNotFitTheLabels_whenMade_thenSaysHowManyWould() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.of(new byte[784], new byte[2]))
                .withMessageContainingAll("2 labels", "1568", "784");
    }

    @Test
    void givenALabelOfTen_whenMade_thenNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitSet.of(new byte[2 * 784], new byte[] {0, 10}))
                .withMessage("label 1 is 10; labels are 0 to 9");
    }

    @Test
    void givenNoDigits_whenMadeOrSliced_thenRefuses() {
        DigitSet digits = SampleDigits.of(3, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> DigitSet.of(new byte[0], new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> digits.slice(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> digits.first(-1)).withMessageContaining("limit is -1");
    }

    @Test
    void givenASlice_whenRead_thenItsDigitsAreThoseFromItsStart() {
        // given
        DigitSet digits = SampleDigits.of(10, 1);

        // when
        DigitSet slice = digits.slice(2, 8).slice(1, 3);

        // then
        assertThat(slice.size()).isEqualTo(2);
        assertThat(slice.image(0)).isEqualTo(digits.image(3));
        assertThat(slice.label(1)).isEqualTo(digits.label(4));
    }

    @Test
    void givenASlice_whenReadPastItsEnd_thenItIsRejectedThoughTheSetIsLarger() {
        DigitSet slice = SampleDigits.of(10, 1).slice(2, 4);

        assertThatThrownBy(() -> slice.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.image(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.slice(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void givenALimit_whenTheFirstAreTaken_thenThereAreNoMoreThanThat() {
        DigitSet digits = SampleDigits.of(10, 1);

        assertThat(digits.first(4).size()).isEqualTo(4);
        assertThat(digits.first(40).size()).isEqualTo(10);
    }

    @Test
    void givenTheSameDigits_whenStoredSeparately_thenFingerprintsAreEqualAndOtherwiseNot() {
        // given
        DigitSet digits = SampleDigits.of(5, 1);
        byte[] image = digits.image(2);

        // when
        String slice = digits.slice(2, 3).fingerprint();

        // then
        assertThat(slice)
                .isEqualTo(
                        DigitSet.of(image, new byte[] {(byte) digits.label(2)}).fingerprint());
        assertThat(slice)
                .isNotEqualTo(DigitSet.of(image, new byte[] {(byte) ((digits.label(2) + 1) % 10)})
                        .fingerprint());
    }

    @Test
    void givenADigitSet_whenFingerprinted_thenItIsTheSha256OfCountLabelsAndPixels() throws Exception {
        // given
        byte[] pixels = new byte[784];
        Arrays.fill(pixels, (byte) 7);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {0, 0, 0, 1, 5});
        content.writeBytes(pixels);

        // when
        String fingerprint = DigitSet.of(pixels, new byte[] {5}).fingerprint();

        // then
        assertThat(fingerprint)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.toByteArray())));
    }
}
