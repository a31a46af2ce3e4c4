package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.engine.EngineThreads;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TurnTest {

    @Test
    void givenMoreThreadsThanCanBeRecorded_whenATrainingHasNotChosenAny_thenItUsesAsManyAsCanBe() {
        // when
        int threads = EngineThreads.with(300, () -> Turn.take(OptionalInt.empty(), EngineThreads::current));

        // then
        assertThat(threads).isEqualTo(256);
    }
}
