package io.github.mnistmaven.portability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.engine.OtherJvm;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.internal.platform.ElementaryFunctionsProgram;
import io.github.mnistmaven.portability.PortableBits.Measurement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same on processors that one does not have, as far as an emulator is like them. Not part of the build, as it takes minutes:
 *
 * <pre>{@code
 * mvn test -pl mnist-models -Dtest=EmulatedPortableBitsTest -Dmnist.emulatedProcessors=EPYC-v1,Haswell
 * }</pre>
 */
@EnabledIfSystemProperty(named = "mnist.emulatedProcessors", matches = ".+")
class EmulatedPortableBitsTest {

    /** Version 7.2 computes an LSTM wrongly. */
    private static final List<String> WITHOUT_LSTM = List.of("cnn", "cnn-reference");

    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:off");

    private static final String EMULATOR = "qemu-x86_64";

    @TempDir
    private Path directory;

    /** What an emulator does not find on an operation that is known to differ says nothing about the others. */
    @ParameterizedTest
    @MethodSource("processors")
    void givenAnEmulatedProcessor_thenTheEnginesSquareRootGivesOtherBits(String processor) throws Exception {
        // when
        String real = squareRoot(List.of());
        String emulated = squareRoot(List.of(EMULATOR, "-cpu", processor));

        // then
        assertThat(emulated).startsWith("function sqrt ").isNotEqualTo(real);
    }

    private static String squareRoot(List<String> starter) throws Exception {
        OtherJvm jvm = new OtherJvm(ElementaryFunctionsProgram.class).startedBy(starter);
        Numerics.PORTABLE.environment(Map.of()).forEach(jvm::variable);
        OPTIONS.forEach(jvm::option);
        return jvm.run()
                .lines()
                .filter(line -> line.startsWith("function sqrt "))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> processors() {
        return Arrays.stream(System.getProperty("mnist.emulatedProcessors").split(","));
    }

    @ParameterizedTest
    @MethodSource("processors")
    void givenAnEmulatedProcessor_whenTrained_thenTheBitsAreThoseOfRealOnes(String processor) throws Exception {
        // when
        Measurement measured = new PortableProcess(directory.resolve("measurement.json"))
                .options(OPTIONS)
                .startedBy(List.of(EMULATOR, "-cpu", processor))
                .train(WITHOUT_LSTM);

        // then
        Measurement now = new Measurement(
                processor,
                EMULATOR,
                measured.date(),
                measured.os(),
                measured.java(),
                measured.djl(),
                measured.pytorch(),
                measured.runs());
        if (System.getProperty(PortableBitsTest.ADD) != null) {
            PortableBits.read().with(now).write();
        }
        PortableBitsTest.requireKnownBits(PortableBits.read(), now);
    }
}
