package io.github.mnistmaven.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mnistmaven.internal.engine.OtherJvm;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.internal.platform.PortableEngine.Library;
import io.github.mnistmaven.training.TrainingException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableEngineTest {

    @Test
    void givenALibraryThatDoesNotFollowItsSetting_thenItIsNamedWithWhatShowsIt() {
        assertThatThrownBy(() -> PortableEngine.require("portable", List.of(Library.MKL)))
                .isInstanceOf(TrainingException.class)
                .hasMessage(
                        "numerics 'portable' would not be portable here: the matrix product of MKL gives different bits here than on other processors; either MKL does not follow MKL_CBWR=COMPATIBLE, or it computes differently on this processor. Train with numerics 'native', and please report this processor");
        assertThatCode(() -> PortableEngine.require("portable", List.of())).doesNotThrowAnyException();
    }

    @Test
    void givenTheEngineOfThisLibrary_thenItIsTheOneWhoseBitsAreKnown() {
        assertThat(PyTorch.engine().getVersion()).isEqualTo(PortableEngine.RELEASE);
    }

    @ParameterizedTest
    @CsvSource({"none, 0, ''", "MKL_CBWR, 1, MKL", "ONEDNN_MAX_CPU_ISA, 1, oneDNN", "ATEN_CPU_CAPABILITY, 1, PyTorch"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void givenAProcessWithoutOneOfTheVariables_thenTheLibraryThatItIsForIsFound(String left, int number, String library)
            throws Exception {
        // given
        assumeThat(number == 0
                        || left.equals("MKL_CBWR")
                        || Cpu.current().features().contains("avx512f"))
                .as("without AVX-512, the setting makes no difference")
                .isTrue();
        OtherJvm jvm = new OtherJvm(Program.class);
        SortedMap<String, String> variables = Numerics.PORTABLE.environment(Map.of());
        variables.remove(left);
        variables.forEach(jvm::variable);

        // when
        String output = jvm.run();

        // then
        assertThat(output).contains("found %d: ".formatted(number));
        assertThat(output.contains("of %s gives different bits".formatted(library)))
                .isEqualTo(number > 0);
    }

    static final class Program {

        public static void main(String[] arguments) {
            List<Library> ignoringTheirSetting = PortableEngine.ignoringTheirSetting();
            System.out.printf("found %d: %s%n", ignoringTheirSetting.size(), ignoringTheirSetting);
        }
    }
}
