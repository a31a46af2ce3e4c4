package io.github.mnistmaven.study.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0x0000",
        "-0.0, 0x8000",
        "1, 0x3c00",
        "-2, 0xc000",
        "0.333333333, 0x3555",
        "65504, 0x7bff",
        "6.103515625e-5, 0x0400", // the least normal number
        "6.097555160522461e-5, 0x03ff", // the largest below it
        "5.960464477539063e-8, 0x0001", // the least number
        "2.9802322387695312e-8, 0x0000", // half of it: to the even one
        "1.00048828125, 0x3c00", // in the middle between two: to the even one
        "1.00146484375, 0x3c02",
        "1.9998, 0x4000" // rounds up to the next exponent
    })
    void givenANumber_whenEncoded_thenItIsTheNearestInHalfPrecision(float value, String bits) {
        assertThat(Short.toUnsignedInt(NumberEncoding.half(value))).isEqualTo(Integer.decode(bits));
    }

    @Test
    void givenEveryFiniteNumberInHalfPrecision_whenEncoded_thenItsBitsComeBack() {
        for (int bits = 0; bits < 0x7C00; bits++) {
            int exponent = bits >> 10;
            double value = exponent == 0
                    ? (bits & 1023) * Math.pow(2, -24)
                    : (1024 + (bits & 1023)) * Math.pow(2, exponent - 25);
            assertThat(Short.toUnsignedInt(NumberEncoding.half((float) value))).isEqualTo(bits);
            assertThat(Short.toUnsignedInt(NumberEncoding.half((float) -value))).isEqualTo(bits | 0x8000);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 65_505, -70_000})
    void givenWhatHalfPrecisionDoesNotHave_whenEncoded_thenItIsRejected(float value) {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberEncoding.halves(new float[] {value}));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberEncoding.singles(new float[] {value}));
    }
}
