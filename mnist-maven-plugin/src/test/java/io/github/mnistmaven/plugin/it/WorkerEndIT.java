package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a worker ends, the build says why; however Maven ends, no worker is left. */
class WorkerEndIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    halt  | exit code 7 and without a goodbye: its log may say why
                    kill  | exit code 137 and without a goodbye: it was killed (SIGKILL)
                    throw | the worker failed: java.lang.IllegalStateException: mayhem was asked for
                    """)
    void givenAWorkerThatEndsByItself_whenTraining_thenCauseAndLogAreNamedAndEarlierModelsKept(
            String mayhem, String message) {
        // given
        Scenario scenario = Scenario.named("own-architecture")
                .with("models", "one-layer,mayhem")
                .with("jvmArgs", "-Dmayhem=" + mayhem);

        // when
        Build build = scenario.run("process-classes");

        // then
        build.assertFailed()
                .assertSays(
                        message,
                        scenario.directory()
                                .resolve("app/target/mnist/worker/train.log")
                                .toString());
        assertThat(scenario.directory().resolve("app/target/mnist/models/one-layer/run.json"))
                .exists();
    }

    @Test
    void givenAnArchitectureOfTheUser_whenTrained_thenItWorksAndItsNoiseIsLogged() {
        // given
        Scenario scenario = Scenario.named("own-architecture")
                .with("models", "one-layer,mayhem")
                .with("jvmArgs", "-Dmayhem=noise");

        // when
        Build build = scenario.run("verify");

        // then
        build.assertSucceeded().assertSays("one-layer  epoch 1/1", "mayhem     epoch 1/1");
        assertThat(scenario.directory().resolve("app/target/mnist/worker/train.log"))
                .content()
                .contains("noise without a line feed");
    }

    @Test
    void givenTooLittleHeap_whenTraining_thenTheParameterToRaiseIsNamed() {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").with("trainSamples", 60000).with("jvmArgs", "-Xmx16m");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("it ran out of Java heap", "-Dmnist.jvmArgs=-Xmx2g");
    }

    @Test
    void givenAnOptionThatJavaDoesNotKnow_whenTraining_thenItsComplaintIsShown() {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("jvmArgs", "-XX:+NoSuchOption");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("exit code 1", "Unrecognized VM option 'NoSuchOption'");
    }

    @Test
    void givenATimeout_whenTrainingTakesLonger_thenItIsStopped() {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").with("epochs", 100000).with("timeout", 2);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays(
                        "mnist:train was stopped as it took longer than 2 s (parameter <timeout>, -Dmnist.timeout)");
    }

    @ParameterizedTest(name = "forcibly: {0}")
    @ValueSource(booleans = {true, false})
    void givenATrainingBuild_whenMavenIsKilled_thenTheWorkerEndsToo(boolean forcibly) throws Exception {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("epochs", 100000);
        Process maven = scenario.start("mnist:train");
        try {
            await(() -> logOf(scenario).contains("epoch "));
            ProcessHandle worker = worker(maven).orElseThrow();

            // when
            ProcessHandle parent = worker.parent().orElseThrow();
            if (forcibly) {
                parent.destroyForcibly();
            } else {
                parent.destroy();
            }

            // then
            assertThat(worker.onExit()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
            if (!forcibly) {
                maven.waitFor();
                assertThat(logOf(scenario)).doesNotContain("without a goodbye");
            }
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    @Test
    void givenATrainingBuild_whenAnotherUsesTheSameDirectory_thenItIsTurnedAway() throws Exception {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("epochs", 100000);
        Process maven = scenario.start("mnist:train");
        try {
            await(() -> logOf(scenario).contains("epoch "));
            Scenario other = Scenario.named("train-and-compare").with("outputDirectory", scenario.output());

            // when
            Build build = other.run("mnist:train");

            // then
            build.assertFailed().assertSays(scenario.output() + " is in use by another build");
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    private static Optional<ProcessHandle> worker(Process maven) {
        return maven.descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains("io.github.mnistmaven.plugin.worker.WorkerMain"))
                .findFirst();
    }

    private static String logOf(Scenario scenario) {
        try {
            return Files.exists(scenario.log()) ? Files.readString(scenario.log()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what was waited for came in time").isBefore(end);
            Thread.sleep(50);
        }
    }
}
