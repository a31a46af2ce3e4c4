package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.internal.runs.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run depends on its inputs alone. */
class ReproducibilityIT {

    private static Path expected;

    /** 1,000 digits and 2 epochs: long enough for any difference to spread to each parameter. */
    private static Scenario scenario() {
        return Scenario.named("train-and-compare")
                .with("models", "cnn,lstm")
                .with("threads", 2)
                .with("trainSamples", 1000)
                .with("epochs", 2);
    }

    @BeforeAll
    static void train() {
        Scenario scenario = scenario();
        scenario.run("mnist:train").assertSucceeded();
        expected = scenario.output().resolve("models");
    }

    private static void assertSameBits(Path models) throws IOException {
        for (String model : List.of("cnn", "lstm")) {
            String parameters = "%s/%s-0000.params".formatted(model, model);
            assertThat(models.resolve(parameters)).hasSameBinaryContentAs(expected.resolve(parameters));
            assertThat(digests(models.resolve(model))).hasSize(2).isEqualTo(digests(expected.resolve(model)));
        }
    }

    private static List<String> digests(Path model) throws IOException {
        return RecordedEpochs.parameterDigests(RunFile.read(model).history());
    }

    @Test
    void givenAnotherModelBeforeThemAndAnotherOrder_whenTrained_thenTheyAreTheSame() throws IOException {
        // given
        Scenario scenario = scenario().with("models", "lstm-reference,lstm,cnn");

        // when
        scenario.run("mnist:train").assertSucceeded();

        // then
        assertSameBits(scenario.output().resolve("models"));
    }

    @Test
    void givenAnotherUserInAnotherCountry_whenTrainedWithAnotherHeap_thenItIsTheSame() throws IOException {
        // given
        String elsewhere = "-Duser.language=tr,-Duser.country=TR,-Duser.timezone=Asia/Kathmandu,-Duser.name=somebody";
        Scenario scenario = scenario()
                .with("jvmArgs", elsewhere + ",-Xmx300m")
                .withEnvironment("MAVEN_OPTS", elsewhere.replace(',', ' '))
                .withEnvironment("LC_ALL", "tr_TR.UTF-8")
                .withEnvironment("TZ", "Asia/Kathmandu");

        // when
        scenario.run("mnist:train").assertSucceeded();

        // then
        assertSameBits(scenario.output().resolve("models"));
    }

    @Test
    void givenABusyMachineAndAnotherWorkingDirectory_whenTrainedInAParallelBuild_thenItIsTheSame() throws Exception {
        // given
        Scenario scenario = scenario()
                .withOption("-T4")
                .withOption("-f")
                .withOption(scenario().directory().resolve("pom.xml").toString());
        Path output = scenario.directory().resolve("busy");
        scenario.with("outputDirectory", output);
        Thread[] busy = new Thread[2];
        for (int i = 0; i < busy.length; i++) {
            busy[i] = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            busy[i].start();
        }

        // when
        try {
            scenario.run("mnist:train").assertSucceeded();
        } finally {
            for (Thread thread : busy) {
                thread.interrupt();
            }
        }

        // then
        assertSameBits(output.resolve("models"));
    }

    @Test
    void givenModelsOfAnotherRun_whenTrainedWithoutClean_thenItIsTheSame() throws IOException {
        // given
        Scenario scenario = scenario().with("seed", 2);
        scenario.run("mnist:train").assertSucceeded();

        // when
        scenario.with("seed", 1).run("mnist:train").assertSucceeded();

        // then
        assertSameBits(scenario.output().resolve("models"));
    }

    @Test
    void givenABuildKilledAgainAndAgain_whenStartedOnceMore_thenTheModelIsTheOneOfAnUndisturbedBuild()
            throws Exception {
        // given
        Scenario undisturbed = scenario().with("models", "lstm").with("epochs", 5);
        undisturbed.run("mnist:train").assertSucceeded();
        Scenario scenario = scenario().with("models", "lstm").with("epochs", 5);

        // when another build, with an argument that an architecture may read, was killed
        kill(scenario.with("jvmArgs", "-Dwidth=1"), "epoch 2/5", RunningBuild::worker);

        // then nothing is resumed from there
        kill(scenario.with("jvmArgs", "-Xmx500m"), "epoch 1/5", RunningBuild::worker);

        // when this one is resumed, and is killed with Maven
        kill(scenario, "epoch 3/5", RunningBuild::mavenItself);
        Build build = scenario.run("mnist:train");

        // then
        String file = "models/lstm/lstm-0000.params";
        build.assertSucceeded()
                .assertSays("lstm  resuming after epoch ", "where a previous build was stopped")
                .assertSaysNot("epoch 1/5", "epoch 3/5  training");
        assertThat(scenario.output().resolve(file))
                .hasSameBinaryContentAs(undisturbed.output().resolve(file));
        assertThat(scenario.output().resolve("checkpoints/lstm")).doesNotExist();
    }

    private static void kill(Scenario scenario, String after, Function<RunningBuild, ProcessHandle> whom)
            throws Exception {
        try (RunningBuild build = RunningBuild.start(scenario, "mnist:train").awaitLog(after)) {
            ProcessHandle worker = build.worker();
            whom.apply(build).destroyForcibly();
            worker.onExit().get(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            build.end().assertFailed();
        }
    }

    @Test
    void givenPortableNumerics_whenTrainedOnFewerProcessorsAndInAnotherEnvironment_thenItIsTheSame() throws Exception {
        // given
        assumeThat(Path.of("/usr/bin/taskset"))
                .as("the command that hides processors")
                .isExecutable();
        Scenario all = portable().with("jvmArgs", "-XX:ActiveProcessorCount=4");
        Scenario elsewhere = portable()
                .startedBy("taskset", "-c", "0")
                .withEnvironment("ATEN_CPU_CAPABILITY", "default")
                .withEnvironment("DNNL_MAX_CPU_ISA", "SSE41")
                .withEnvironment("MKL_CBWR", "AVX");

        // when
        for (Scenario scenario : List.of(all, elsewhere)) {
            try (RunningBuild build = RunningBuild.start(scenario, "mnist:train")) {
                build.end().assertSucceeded();
            }
        }

        // then
        for (String model : List.of("cnn", "lstm")) {
            String file = "models/%s/%s-0000.params".formatted(model, model);
            assertThat(elsewhere.output().resolve(file))
                    .hasSameBinaryContentAs(all.output().resolve(file));
            Path directory = all.output().resolve("models").resolve(model);
            assertThat(RunFile.read(directory).provenance().platform().numerics())
                    .isEqualTo("portable");
            assertThat(RunFile.read(elsewhere.output().resolve("models").resolve(model))
                            .provenance())
                    .isEqualTo(RunFile.read(directory).provenance());
        }
    }

    private static Scenario portable() {
        // No number of threads in the pom: portable has its own.
        Scenario scenario = scenario().without("threads").with("numerics", "portable");
        Path pom = scenario.directory().resolve("pom.xml");
        try {
            Files.writeString(pom, Files.readString(pom).replace("<mnist.threads>1</mnist.threads>", ""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return scenario;
    }

    @Test
    void givenALowerTierOfInstructions_whenTrainedNatively_thenProvenanceAndLogTellOfIt() throws IOException {
        // given
        Scenario scenario = scenario().with("models", "lstm").with("epochs", 1).with("trainSamples", 200);
        scenario.run("mnist:train").assertSucceeded();

        // when
        Build build = scenario.withEnvironment("ATEN_CPU_CAPABILITY", "default").run("mnist:train");

        // then
        build.assertSucceeded().assertSays("lstm: training, because ATEN_CPU_CAPABILITY is new");
        var platform = RunFile.read(scenario.output().resolve("models/lstm"))
                .provenance()
                .platform();
        assertThat(platform.instructionSet()).isEqualTo("default");
        assertThat(platform.environment()).containsEntry("ATEN_CPU_CAPABILITY", "default");
        assertThat(platform.arithmeticSha256())
                .isNotEqualTo(RunFile.read(expected.resolve("lstm"))
                        .provenance()
                        .platform()
                        .arithmeticSha256());
    }
}
