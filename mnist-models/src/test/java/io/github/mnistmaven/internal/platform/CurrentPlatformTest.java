package io.github.mnistmaven.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentPlatformTest {

    private static final Architecture CNN = Architectures.named("cnn");
    private static final Recipe FAST = CNN.recipe(Preset.FAST);

    @Test
    void givenThisProcess_whenDescribedTwice_thenItsPlatformIsTheSame() {
        // when
        Platform platform = CurrentPlatform.platform(CNN, FAST);

        // then
        assertThat(platform).isEqualTo(CurrentPlatform.platform(CNN, FAST));
        assertThat(platform.arithmetic())
                .containsKeys(
                        "cnn: initial parameters",
                        "cnn: layer 02 (BatchNorm), backward pass",
                        "cnn: whole network, inference");
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
        assertThatIllegalStateException()
                .isThrownBy(() -> CurrentPlatform.platform(Map.of(name, value), CNN, FAST))
                .withMessageStartingWith("environment variable %s is '%s'", name, value)
                .withMessageContaining("known values: " + known)
                .withMessageContaining("Unset it");
    }

    @Test
    void givenMoreThreadsThanCanBeRecorded_thenAsManyAsCanBeAre() {
        // when
        int threads = EngineThreads.with(
                300, () -> CurrentPlatform.platform(CNN, FAST).threads());

        // then
        assertThat(threads).isEqualTo(256);
    }
}
