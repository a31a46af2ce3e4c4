package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.recipe.Schedule;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void givenOneCycle_thenTheRateRisesToItsPeakAndFallsToAlmostNothing() {
        // given
        Schedule schedule = Schedule.oneCycle(0.01, 0.25);

        // when
        double[] rates = LongStream.range(0, 1001)
                .mapToDouble(step -> LearningRate.at(schedule, step, 1001))
                .toArray();

        // then
        assertThat(rates[0]).isEqualTo(0.0004, within(1e-12));
        assertThat(rates[125]).isEqualTo(0.0052, within(1e-12));
        assertThat(rates[250]).isEqualTo(0.01, within(1e-12));
        assertThat(rates[625]).isEqualTo((0.01 + 0.00001) / 2, within(1e-12));
        assertThat(rates[1000]).isEqualTo(0.00001, within(1e-12));
    }

    @Test
    void givenAConstantSchedule_thenEachStepHasTheSameRate() {
        assertThat(LongStream.range(0, 7).mapToDouble(step -> LearningRate.at(Schedule.constant(0.001), step, 7)))
                .containsOnly(0.001);
    }

    @Test
    void givenARunOfOneStep_thenItHasARate() {
        assertThat(LearningRate.at(Schedule.oneCycle(0.01, 0.25), 0, 1)).isPositive();
    }
}
