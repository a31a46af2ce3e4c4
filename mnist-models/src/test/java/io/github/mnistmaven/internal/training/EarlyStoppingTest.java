package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.training.Epoch;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    @Test
    void givenPatience_whenTheLossStaysUpForThatLong_thenItStopsAndTheLowestIsBest() {
        assertThat(epochsUntilStop(2, 0.5, 0.3, 0.4, 0.3, 0.1)).isEqualTo("stops after 4, best 2");
    }

    @Test
    void givenPatience_whenTheLossFallsAtTheLastMoment_thenItContinues() {
        assertThat(epochsUntilStop(2, 0.5, 0.6, 0.4, 0.6, 0.3)).isEqualTo("continues, best 5");
    }

    @Test
    void givenNoPatience_whenTheLossOnlyRises_thenItContinuesAndTheLatestIsBest() {
        assertThat(epochsUntilStop(0, 0.1, 0.2, 0.3, 0.4)).isEqualTo("continues, best 4");
    }

    private static String epochsUntilStop(int patience, double... losses) {
        EarlyStopping stopping = new EarlyStopping(patience);
        for (int i = 0; i < losses.length; i++) {
            stopping.add(Epoch.of(i + 1, 1, 0, losses[i], 0, 1, Sha256.of("")));
            if (stopping.stops()) {
                return "stops after %d, best %d".formatted(i + 1, stopping.best());
            }
        }
        return "continues, best %d".formatted(stopping.best());
    }
}
