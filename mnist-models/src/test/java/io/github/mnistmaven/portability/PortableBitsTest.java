package io.github.mnistmaven.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.portability.PortableBits.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Portable numerics keep their promise on this processor, however Java is executed on it. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PortableBitsTest {

    static final String ADD = "mnist.portableBits";
    private static final String COMMAND = "mvn test -pl mnist-models -Dtest=PortableBitsTest -Dmnist.portableBits=add";
    private static final List<String> ONE_PROCESSOR = List.of("taskset", "-c", "0");

    @TempDir
    private Path directory;

    @BeforeAll
    static void assumePortable() {
        Cpu cpu = Cpu.current();
        assumeThat(cpu.features()).as("features of %s", cpu.name()).contains("avx2", "fma");
        Numerics.PORTABLE.requireProcessor(cpu, System.getProperty("os.arch"));
    }

    static List<String> architectures() {
        return Architectures.builtIn().stream().map(Architecture::name).toList();
    }

    static Stream<Arguments> processes() {
        return Stream.of(
                Arguments.of("as usual", 0, architectures(), List.of(), List.of()),
                // Only those that are trained fast: the interpreter takes its time.
                Arguments.of("by the interpreter", 0, List.of("cnn", "lstm"), List.of(), List.of("-Xint")),
                Arguments.of(
                        "by C1, with 4 processors, of which 2 are busy",
                        2,
                        architectures(),
                        List.of(),
                        List.of("-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=4")),
                Arguments.of(
                        "by C2, with 1 processor",
                        0,
                        architectures(),
                        ONE_PROCESSOR,
                        List.of("-XX:-TieredCompilation")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processes")
    void givenPortableNumerics_whenTrained_thenTheBitsAreThoseOfTheOtherProcessors(
            String how, int threads, List<String> architectures, List<String> starter, List<String> options)
            throws Exception {
        // given
        assumeThat(starter)
                .allMatch(program -> !program.equals("taskset") || Files.exists(Path.of("/usr/bin/taskset")));

        // when
        Measurement now = besides(threads, () -> new PortableProcess(directory.resolve("measurement.json"))
                .options(options)
                .startedBy(starter)
                .train(architectures));

        // then
        PortableBits bits = PortableBits.read();
        if (System.getProperty(ADD) != null && options.isEmpty()) {
            bits.with(now).write();
            bits = PortableBits.read();
        }
        requireKnownBits(bits, now);
    }

    /** While others want the processors, too. */
    private static Measurement besides(int threads, Callable<Measurement> work) throws Exception {
        Thread[] others = new Thread[threads];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            others[i].start();
        }
        try {
            return work.call();
        } finally {
            Arrays.stream(others).forEach(Thread::interrupt);
        }
    }

    static void requireKnownBits(PortableBits bits, Measurement now) {
        SoftAssertions all = new SoftAssertions();
        for (PortableRun run : now.runs()) {
            Optional<PortableRun> reference = bits.reference(run);
            all.assertThat(reference)
                    .as(
                            "%s has no row for this training of %s; where its network or recipe was changed, add one: %s",
                            PortableBits.FILE, run.architecture(), COMMAND)
                    .isPresent();
            reference.ifPresent(known -> all.assertThat(run.hasBitsOf(known))
                    .as(
                            "%s on %s has the bits %s, and predictions %s; elsewhere %s, and %s. Operations of the engine that differ: %s. If you changed how training computes, remove the rows and begin anew, else please report this processor: %s",
                            run.architecture(),
                            now.processor(),
                            run.epochs(),
                            run.predictions(),
                            known.epochs(),
                            known.predictions(),
                            run.operationsThatDifferFrom(known),
                            COMMAND)
                    .isTrue());
        }
        all.assertAll();
    }

    private static Measurement measurement(String processor, PortableRun... runs) {
        return new Measurement(processor, "", "2026-01-01", "Linux", "17", "0.36.0", "2.7.1", List.of(runs));
    }

    private static PortableRun run(String inputs, String lastEpoch) {
        return new PortableRun("cnn", inputs, List.of("e1", lastEpoch), "p1", Map.of("cnn: one", lastEpoch));
    }

    @Test
    void givenAProcessorWithOtherBits_thenItDiffersWhateverItsName_andReplacesNoRow() {
        // given
        PortableBits bits = new PortableBits(List.of(measurement("M", run("inputs", "e2"))));
        for (String name : List.of("A", "M", "Z")) {
            Measurement other = measurement(name, run("inputs", "other"));

            // when
            PortableBits with = bits.with(other);

            // then
            assertThat(with.measurements()).hasSize(2);
            assertThatThrownBy(() -> requireKnownBits(with, other))
                    .hasMessageContaining("cnn on " + name)
                    .hasMessageContaining("Operations of the engine that differ: [cnn: one]");
            assertThat(PortableBitsPage.text(with).lines().filter(line -> line.contains("**differs**")))
                    .singleElement()
                    .asString()
                    .startsWith("| %s |".formatted(name));
        }
    }

    @Test
    void givenTheSameProcessorOnceMore_thenItReplacesItsRow_andAnotherTrainingMakesEarlierOnesOld() {
        // given
        PortableBits bits =
                new PortableBits(List.of(measurement("A", run("inputs", "e2")), measurement("Z", run("inputs", "e2"))));

        // when
        PortableBits again = bits.with(measurement("Z", run("inputs", "e2")));
        PortableBits changed = bits.with(measurement("Z", run("changed", "x2")));

        // then
        assertThat(again.measurements()).hasSize(2);
        assertThat(changed.measurements()).hasSize(2);
        assertThatCode(() -> requireKnownBits(changed, measurement("Z", run("changed", "x2"))))
                .doesNotThrowAnyException();
        assertThat(PortableBitsPage.text(changed)).containsOnlyOnce("(an earlier training)");
        assertThatThrownBy(() -> requireKnownBits(bits, measurement("Z", run("changed", "x2"))))
                .hasMessageContaining("has no row for this training of cnn");
    }

    @Test
    void givenTheFile_thenThePageShowsIt() throws Exception {
        assertThat(PortableBits.PAGE).hasContent(PortableBitsPage.text(PortableBits.read()));
    }
}
