package io.github.mnistmaven.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
}
