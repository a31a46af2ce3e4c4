package io.github.mnistmaven.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EpochTest {

    private static final Epoch FIRST = Epoch.of(1, 0.5, 0.875, 0.25, 0.9, 12.34, Sha256.of("a"));
    private static final Epoch SECOND = Epoch.of(2, 0.08241, 0.97512, 0.06119, 0.982, 3.46, Sha256.of("b"));

    @Test
    void givenAnEpoch_whenReadByPeople_thenItIsOneLineOfAllThatWasMeasured() {
        assertThat(SECOND)
                .hasToString("epoch 2: training loss 0.0824, accuracy 97.51 %; validation loss 0.0612,"
                        + " accuracy 98.20 % (3.5 s)");
    }

    @Test
    void givenAnotherLocale_whenReadByPeople_thenTheTextIsTheSame() {
        String text = FIRST.toString();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(FIRST).hasToString(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givenAHistory_whenReadByPeople_thenEachEpochHasALineAndTheBestIsNamed() {
        assertThat(History.of(List.of(FIRST, SECOND), 1)).hasToString("""
                        epoch 1: training loss 0.5000, accuracy 87.50 %; validation loss 0.2500, accuracy 90.00 % (12.3 s)
                        epoch 2: training loss 0.0824, accuracy 97.51 %; validation loss 0.0612, accuracy 98.20 % (3.5 s)
                        best: epoch 1""");
    }

    @Test
    void givenNullAmongTheEpochs_thenTheMessageSaysSo() {
        assertThatNullPointerException()
                .isThrownBy(() -> History.of(Arrays.asList(FIRST, null), 1))
                .withMessage("an element of epochs is null");
    }

    @Test
    void givenEpochsThatDifferInTimeAlone_thenTheyAreEquivalent() {
        // given
        Epoch slower = Epoch.of(1, 0.5, 0.875, 0.25, 0.9, 99, Sha256.of("a"));
        Epoch other = Epoch.of(1, 0.5, 0.875, 0.25, 0.9, 12.34, Sha256.of("b"));

        // then
        assertThat(RecordedEpochs.areEquivalent(FIRST, slower)).isTrue();
        assertThat(RecordedEpochs.areEquivalent(FIRST, other)).isFalse();
        assertThat(RecordedEpochs.parameterDigests(History.of(List.of(FIRST, SECOND), 2)))
                .containsExactly(Sha256.of("a"), Sha256.of("b"));
    }
}
