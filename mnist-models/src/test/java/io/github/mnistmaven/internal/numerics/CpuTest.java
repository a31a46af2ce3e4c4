package io.github.mnistmaven.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuTest {

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
}
