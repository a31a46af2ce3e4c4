package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    /**
     * The first is the example of Fagerland, Lydersen and Laake (2013): 1 and 7 of 21 children. The others by statsmodels 0.15
     * and SciPy 1.17: {@code mcnemar([[0, b], [c, 0]], exact=True).pvalue} and
     * {@code 2 * (binom.cdf(min(b, c), b + c, .5) - .5 * binom.pmf(min(b, c), b + c, .5))}; for a tie, half of what is as even
     * as possible: {@code 1 - binom.pmf(5, 10, .5) / 2}.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 7, 0.0703125, 0.0390625",
        "9, 1, 0.021484375, 0.01171875",
        "30, 6, 6.960169412195683e-05, 4.125759005546574e-05",
        "3, 0, 0.25, 0.125",
        "120, 90, 0.045114087864840696, 0.0386433487822089",
        "5, 5, 1, 0.876953125",
        "0, 0, 1, 1"
    })
    void givenDiscordantCounts_whenTested_thenExactAndMidPValuesAreThosePublished(
            int onlyFirst, int onlySecond, double exact, double midP) {
        assertThat(McNemar.pValue(onlyFirst, onlySecond)).isCloseTo(exact, within(1e-12));
        assertThat(McNemar.midPValue(onlyFirst, onlySecond)).isCloseTo(midP, within(1e-12));
        assertThat(McNemar.midPValue(onlySecond, onlyFirst)).isCloseTo(midP, within(1e-12));
    }

    @Test
    void givenAnyDiscordantCounts_whenTested_thenThePValueIsThatOfAllCountsAtLeastAsUneven() {
        for (int discordant = 1; discordant <= 60; discordant++) {
            for (int onlyFirst = 0; onlyFirst <= discordant; onlyFirst++) {
                // given
                double atLeast = 0;
                double more = 0;
                double coefficient = 1;
                for (int count = 0; count <= discordant; count++) {
                    int unevenness = Math.abs(2 * count - discordant) - Math.abs(2 * onlyFirst - discordant);
                    atLeast += unevenness >= 0 ? coefficient : 0;
                    more += unevenness > 0 ? coefficient : 0;
                    coefficient = coefficient * (discordant - count) / (count + 1);
                }
                double outcomes = Math.pow(2, discordant);

                // when
                double exact = McNemar.pValue(onlyFirst, discordant - onlyFirst);
                double midP = McNemar.midPValue(onlyFirst, discordant - onlyFirst);

                // then
                assertThat(exact).as("%d of %d", onlyFirst, discordant).isCloseTo(atLeast / outcomes, within(1e-12));
                assertThat(midP)
                        .as("%d of %d", onlyFirst, discordant)
                        .isCloseTo((atLeast + more) / 2 / outcomes, within(1e-12));
            }
        }
    }
}
