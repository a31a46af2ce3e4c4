package io.github.mnistmaven.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceTest {

    @ParameterizedTest
    @CsvSource({
        "fma avx2, '', avx2",
        "fma avx2 avx512f avx512vl avx512bw avx512dq, '', avx512",
        "fma avx2 avx512f, '', avx2",
        "sse4_2, '', default",
        "'', '', unknown",
        "fma avx2 avx512f avx512vl avx512bw avx512dq, avx2, avx2",
        "fma avx2, the best, avx2",
        "'', avx2, unknown",
    })
    void givenAProcessor_thenItsInstructionSetIsTheOneThatPyTorchChooses(String flags, String forced, String expected) {
        // given
        Cpu cpu = Cpu.ofLinux(
                flags.isEmpty()
                        ? List.of("BogoMIPS: 50")
                        : List.of("processor\t: 0", "model name\t: Some Processor", "flags\t\t: " + flags));

        // then
        assertThat(cpu.instructionSet(forced.isEmpty() ? Map.of() : Map.of("ATEN_CPU_CAPABILITY", forced)))
                .isEqualTo(expected);
    }

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
}
