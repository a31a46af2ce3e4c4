package io.github.mnistmaven.data.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.RealMnist;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of each digit, embedded ones have the ink, the size and the slant of MNIST's: mean ink within 3 %, its spread within
 * 12 %, the box's width within 0.9 pixels, its spread within 12 %, its height within 0.3 pixels, the slant within 0.12
 * columns a row.
 */
class MnistLikenessTest {

    /** Of MNIST's 60,000 training images, from 0 to 9; the last test makes them anew where the real MNIST is given. */
    private static final List<InkStatistics> MNIST = List.of(
            new InkStatistics(0.1734, 0.0421, 17.2865, 2.6579, 19.2821, 0.2204),
            new InkStatistics(0.076, 0.022, 8.1784, 3.8612, 19.9721, 0.2327),
            new InkStatistics(0.149, 0.0381, 17.5653, 2.6619, 18.959, 0.0944),
            new InkStatistics(0.1415, 0.0378, 15.5108, 3.0029, 19.7774, 0.0555),
            new InkStatistics(0.1214, 0.0319, 15.3869, 3.0461, 19.7518, 0.0576),
            new InkStatistics(0.1287, 0.0373, 17.259, 3.0061, 18.6379, 0.2209),
            new InkStatistics(0.1373, 0.0374, 14.1833, 2.9675, 19.8907, 0.0244),
            new InkStatistics(0.1145, 0.0306, 15.0158, 2.9733, 19.7668, 0.0241),
            new InkStatistics(0.1502, 0.0386, 14.8397, 3.0935, 19.8187, 0.1792),
            new InkStatistics(0.1226, 0.0324, 13.2167, 2.7297, 19.9514, -0.0026));

    private static final DigitSet EMBEDDED =
            new EmbeddedDigits().sizes(20_000, 1).training();

    static IntStream digits() {
        return IntStream.range(0, DigitSet.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("digits")
    void givenADigit_whenEmbeddedOnesAreMeasured_thenTheyAreLikeMnists(int digit) {
        // given
        InkStatistics mnist = MNIST.get(digit);

        // when
        InkStatistics embedded = InkStatistics.of(EMBEDDED, digit);

        // then
        assertThat(embedded.ink()).as("ink").isCloseTo(mnist.ink(), withPercentage(3));
        assertThat(embedded.inkSpread()).as("spread of ink").isCloseTo(mnist.inkSpread(), withPercentage(12));
        assertThat(embedded.width()).as("width").isCloseTo(mnist.width(), within(0.9));
        assertThat(embedded.widthSpread()).as("spread of width").isCloseTo(mnist.widthSpread(), withPercentage(12));
        assertThat(embedded.height()).as("height").isCloseTo(mnist.height(), within(0.3));
        assertThat(embedded.slant()).as("slant").isCloseTo(mnist.slant(), within(0.12));
    }

    @Test
    void givenTheRealMnist_whenMeasured_thenItHasTheFiguresWrittenHere() throws IOException {
        // given
        DigitSet training = new DigitDirectory(RealMnist.directory()).training();

        // when
        List<InkStatistics> measured = digits().mapToObj(
                        digit -> InkStatistics.of(training, digit).rounded())
                .toList();

        // then
        assertThat(measured).isEqualTo(MNIST);
    }
}
