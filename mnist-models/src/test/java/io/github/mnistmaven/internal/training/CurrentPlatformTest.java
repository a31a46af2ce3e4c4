package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.provenance.Platform;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentPlatformTest {

    @Test
    void givenThisProcess_whenDescribedTwice_thenItsPlatformIsTheSame() {
        // when
        Platform platform = CurrentPlatform.platform();

        // then
        assertThat(platform).isEqualTo(CurrentPlatform.platform());
        assertThat(platform.arithmeticSha256()).hasSize(64);
        assertThat(platform.cpu()).isNotBlank();
        assertThat(platform.threads()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MKL_NUM_THREADS, 300, 1 to 256",
        "MKL_CBWR, COMPATIBEL, 'OFF, AUTO, COMPATIBLE, '",
        "OMP_DYNAMIC, maybe, 'TRUE, FALSE, 0, 1'"
    })
    void givenAVariableWithAnUnknownValue_thenTheMessageSaysWhichValuesAreKnownAndWhatToDo(
            String name, String value, String known) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrentPlatform.platform(Map.of(name, value)))
                .withMessageStartingWith("environment variable %s is '%s'", name, value)
                .withMessageContaining("known values: " + known)
                .withMessageContaining("Unset it");
    }

    @Test
    void givenMoreThreadsThanCanBeRecorded_whenATrainingHasNotChosenAny_thenItUsesAsManyAsCanBe() {
        // when
        int threads = EngineThreads.with(300, () -> Turn.take(OptionalInt.empty(), EngineThreads::current));
        int recorded = EngineThreads.with(300, () -> CurrentPlatform.platform().threads());

        // then
        assertThat(threads).isEqualTo(256);
        assertThat(recorded).isEqualTo(256);
    }
}
