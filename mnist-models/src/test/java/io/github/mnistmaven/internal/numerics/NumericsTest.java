package io.github.mnistmaven.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumericsTest {

    @Test
    void givenAnEnvironment_whenPinned_thenPortableOverridesTheUsersVariablesAndNativeLeavesThem() {
        // given
        Map<String, String> user =
                Map.of("ATEN_CPU_CAPABILITY", "default", "DNNL_MAX_CPU_ISA", "SSE41", "HOME", "/home");
        Map<String, String> portable = new HashMap<>(user);
        Map<String, String> untouched = new HashMap<>(user);

        // when
        Numerics.pin(portable, Numerics.PORTABLE.environment(user));
        Numerics.pin(untouched, Numerics.NATIVE.environment(user));

        // then
        assertThat(portable)
                .containsEntry("ATEN_CPU_CAPABILITY", "avx2")
                .containsEntry("MKL_CBWR", "COMPATIBLE")
                .containsEntry("HOME", "/home")
                .doesNotContainKey("DNNL_MAX_CPU_ISA");
        assertThat(Numerics.in(Numerics.relevant(portable))).isEqualTo(Numerics.PORTABLE);
        assertThat(untouched).isEqualTo(user);
        assertThat(Numerics.in(Numerics.relevant(untouched))).isEqualTo(Numerics.NATIVE);
        assertThat(Numerics.relevant(untouched)).containsOnlyKeys("ATEN_CPU_CAPABILITY", "DNNL_MAX_CPU_ISA");
        assertThat(Numerics.of("portable")).contains(Numerics.PORTABLE);
        assertThat(Numerics.of("fast")).isEmpty();
    }

    @Test
    void givenAVariableThatIsSetToNothing_thenItCountsAsNotSet() {
        assertThat(Numerics.relevant(Map.of("MKL_DYNAMIC", "", "OMP_DYNAMIC", "TRUE")))
                .containsOnlyKeys("OMP_DYNAMIC");
    }

    private static Cpu cpu(String... features) {
        return new Cpu("A Processor", Set.of(features));
    }

    @Test
    void givenAProcessorThatCannotComputePortably_thenTheMessageSaysWhatItLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numerics.PORTABLE.requireProcessor(cpu(), "aarch64"))
                .withMessage(
                        "numerics 'portable' needs an x86-64 processor with AVX2 and FMA, but this one has the architecture aarch64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numerics.PORTABLE.requireProcessor(cpu("sse4_2", "avx"), "amd64"))
                .withMessage(
                        "numerics 'portable' needs an x86-64 processor with AVX2 and FMA, but this one (A Processor) lacks AVX2 and FMA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numerics.PORTABLE.requireProcessor(cpu("avx2"), "amd64"))
                .withMessageContaining("lacks FMA");
    }

    @Test
    void givenAProcessorThatComputesPortablyOrWhoseFeaturesAreUnknown_orNativeNumerics_thenItIsAccepted() {
        assertThatCode(() -> {
                    Numerics.PORTABLE.requireProcessor(cpu("avx2", "fma", "avx512f"), "amd64");
                    Numerics.PORTABLE.requireProcessor(cpu(), "x86_64");
                    Numerics.NATIVE.requireProcessor(cpu("sse2"), "aarch64");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void givenAProcessWithoutTheVariables_whenTheyAreRequired_thenTheMessageSaysWhichToSetAndWhichToUnset() {
        // given
        Map<String, String> variables = new HashMap<>(Numerics.PORTABLE.environment(Map.of()));
        assertThatCode(() -> Numerics.PORTABLE.require(variables)).doesNotThrowAnyException();

        // when
        variables.remove("MKL_CBWR");
        variables.put("ONEDNN_MAX_CPU_ISA", "SSE41");
        variables.put("MKL_NUM_THREADS", "1");
        variables.put("HOME", "/home");

        // then
        assertThatIllegalStateException()
                .isThrownBy(() -> Numerics.PORTABLE.require(variables))
                .withMessage(
                        "this process cannot compute with portable numerics, which need these settings of the environment before it is started: MKL_CBWR=COMPATIBLE (unset now), ONEDNN_MAX_CPU_ISA=AVX2 (SSE41 now), MKL_NUM_THREADS unset (1 now)");
    }
}
