package io.github.mnistmaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTimeTest {

    @Test
    void givenRunsThatAreDone_whenAskedForTheRest_thenEachIsTakenToLastAsLongAsThoseOfItsCell() {
        // given
        RemainingTime alone = new RemainingTime(1);
        RemainingTime two = new RemainingTime(2);
        for (RemainingTime time : List.of(alone, two)) {
            time.add("fast", Duration.ofSeconds(10));
            time.add("fast", Duration.ofSeconds(14));
            time.add("slow", Duration.ofSeconds(60));
        }

        // when + then
        assertThat(alone.of(List.of("fast", "slow", "slow"))).isEqualTo(Duration.ofSeconds(132));
        assertThat(alone.of(List.of("new"))).isEqualTo(Duration.ofSeconds(28));
        assertThat(two.of(List.of("slow", "slow"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(alone.of(List.of())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "130, 2 min", "1490, 25 min", "7300, 2.0 h", "12600, 3.5 h"})
    void givenSeconds_whenTold_thenAsPreciselyAsAGuessIs(long seconds, String words) {
        assertThat(RemainingTime.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }
}
