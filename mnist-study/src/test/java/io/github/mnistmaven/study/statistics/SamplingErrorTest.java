package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.study.statistics.SamplingError.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingErrorTest {

    /** By SciPy 1.17: {@code r = A / (A + B); r * scipy.stats.t.ppf(.975, df) + (1 - r) * scipy.stats.norm.ppf(.975)}. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 12.706204736174694",
        "0, 1, 1, 1.959963984540054",
        "1, 1, 1, 7.333084360357374",
        "1, 3, 2, 2.545636170842406",
        "3, 1, 4, 2.572324825033358",
        "1, 1, 9, 2.1110605736691292"
    })
    void givenSeedsAndImages_whenTheCriticalValueIsComputed_thenItIsCochrans(
            double ofSeeds, double ofImages, int freedom, double expected) {
        // given
        SamplingError error = error(ofSeeds, ofImages, freedom);

        // when + then
        assertThat(error.criticalValue(0.975)).isCloseTo(expected, within(1e-9));
        assertThat(error.criticalValue(0.025)).isCloseTo(-expected, within(1e-9));
    }

    @Test
    void givenTwoCells_whenDegreesOfFreedomAreComputed_thenTheyAreWelchs() {
        // given variances 2 of 3 seeds and 1 of 5: (2/3 + 1/5)^2 / ((2/3)^2 / 2 + (1/5)^2 / 4)
        SamplingError error = new SamplingError(List.of(new Seeds(3, 2), new Seeds(5, 1)), 0);

        // when + then
        assertThat(error.degreesOfFreedom()).isCloseTo(3.2344497607655507, within(1e-9));
        assertThat(error.seedVariance()).isCloseTo(2.0 / 3 + 0.2, within(1e-12));
    }

    @Test
    void givenAnyError_whenAQuantileIsLookedUp_thenItsProbabilityComesBack() {
        // given
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 2_000; trial++) {
            double ofSeeds = trial % 7 == 0 ? 0 : Math.exp(random.nextDouble(-150, 5));
            SamplingError error = error(ofSeeds, Math.exp(random.nextDouble(-30, 5)), random.nextInt(1, 100));
            double probability = trial % 2 == 0 ? random.nextDouble(1e-6, 1) : Math.exp(random.nextDouble(-12, -1));

            // when
            double back = error.probability(error.criticalValue(probability));

            // then
            assertThat(back)
                    .as("%s at %s", error, probability)
                    .isCloseTo(probability, within(1e-6 * probability + 1e-9));
        }
    }

    @Test
    void givenErrorsFarOut_whenProbabilitiesAreComputed_thenTheyAreSmallAndOrdered() {
        // given
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 500; trial++) {
            SamplingError error = error(random.nextDouble(), random.nextDouble(), random.nextInt(1, 200));
            double previous = 1;
            for (double distance = 0; distance < 2_000; distance = distance * 1.7 + 0.1) {
                // when
                double below = error.probability(-distance);

                // then
                assertThat(below).as("%s at %s", error, distance).isBetween(0.0, previous);
                previous = below;
            }
        }
    }

    @Test
    void givenMoreSeeds_whenTheyVaryAsBefore_thenOnlyTheSeedsVarianceShrinks() {
        // given
        SamplingError error = new SamplingError(List.of(new Seeds(2, 4)), 3);

        // when
        SamplingError later = error.withMoreSeeds(6);

        // then
        assertThat(later.seedVariance()).isEqualTo(0.5);
        assertThat(later.imageVariance()).isEqualTo(3);
        assertThat(later.degreesOfFreedom()).isEqualTo(7);
    }

    @Test
    void givenASingleSeed_whenTheMethodIsAsked_thenItIsImagesOnly() {
        assertThat(new SamplingError(List.of(new Seeds(1, 0), new Seeds(5, 1)), 1).method())
                .isEqualTo(IntervalMethod.IMAGES_ONLY);
        assertThat(new SamplingError(List.of(new Seeds(2, 0)), 1).method()).isEqualTo(IntervalMethod.SEEDS_AND_IMAGES);
    }

    @Test
    void givenImpossibleValues_whenConstructed_thenTheyAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seeds(0, 1)).withMessageContaining("count is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seeds(2, Double.NaN))
                .withMessageContaining("variance is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingError(List.of(), 1))
                .withMessageContaining("number of cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplingError(List.of(new Seeds(2, 1)), -1))
                .withMessageContaining("imageVariance is -1");
    }

    private static SamplingError error(double ofSeeds, double ofImages, int freedom) {
        return new SamplingError(List.of(new Seeds(freedom + 1, ofSeeds * (freedom + 1))), ofImages);
    }
}
