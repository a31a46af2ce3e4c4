package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a worker ends, the build says why; however Maven ends, no worker is left. */
class WorkerEndIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    halt  | the worker exited with code 7 without reporting a result: see its log
                    exit  | the worker failed: com.example.Mayhem.newBlock(Mayhem.java:17) called System.exit
                    kill  | the worker exited with code 137 without reporting a result: it was killed (SIGKILL)
                    crash | the worker exited with code 134 without reporting a result: it crashed in native code, see
                    throw | architecture 'mayhem' (com.example.Mayhem): newBlock() throws java.lang.IllegalStateException: mayhem was asked for, at com.example.Mayhem.newBlock(Mayhem.java:21)
                    error | architecture 'mayhem' (com.example.Mayhem): newBlock() throws java.lang.AssertionError: mayhem was asked for, at com.example.Mayhem.endWithAThreadLeft(Mayhem.java:
                    """)
    void givenAWorkerThatEndsByItself_whenTraining_thenCauseAndLogAreNamedAndEarlierModelsKept(
            String mayhem, String message) {
        // given
        Scenario scenario =
                Scenario.named("mayhem").with("models", "one-layer,mayhem").with("jvmArgs", "-Dmayhem=" + mayhem);

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
    void givenAnArchitectureOfTheUserAndAToolchain_whenTrained_thenItWorksByThatJdkAndItsNoiseIsLogged()
            throws IOException {
        // given
        Scenario scenario = Scenario.named("mayhem")
                .with("models", "one-layer,mayhem")
                .with("jvmArgs", "-Dmayhem=noise")
                .withOption("-X");
        Path jdk =
                Files.createSymbolicLink(scenario.directory().resolve("jdk"), Path.of(System.getProperty("java.home")));
        scenario.withToolchain(jdk);

        // when
        Build build = scenario.run("process-classes");

        // then
        build.assertSucceeded()
                .assertSays(
                        "one-layer  epoch 1/1",
                        "mayhem     epoch 1/1",
                        "[DEBUG] worker: " + jdk.resolve("bin").resolve("java"),
                        "-Dmayhem=noise",
                        "[DEBUG] worker's environment: ",
                        "OMP_WAIT_POLICY=passive",
                        "[DEBUG] not in the worker's environment: ",
                        "[DEBUG] worker's log: " + scenario.directory().resolve("app/target/mnist/worker/train.log"));
        assertThat(scenario.directory().resolve("app/target/mnist/worker/train.log"))
                .content()
                .contains("noise without a line feed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-Xmx16m, it ran out of Java heap, -Dmnist.jvmArgs=-Xmx2g",
        "-XX:MaxDirectMemorySize=1k, it ran out of memory outside of the Java heap, -Dmnist.jvmArgs=-XX:MaxDirectMemorySize=1g"
    })
    void givenTooLittleMemory_whenTraining_thenTheParameterToRaiseIsNamed(
            String argument, String message, String advice) {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").with("trainSamples", 60000).with("jvmArgs", argument);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(message, advice).assertSaysNot("exited with code 0");
    }

    @Test
    void givenAnOptionThatJavaDoesNotKnow_whenTraining_thenItsComplaintIsShown() {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("jvmArgs", "-XX:+NoSuchOption");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays("exited with code 1 without reporting a result", "Unrecognized VM option 'NoSuchOption'");
    }

    @Test
    void givenATimeout_whenTrainingTakesLonger_thenItIsStopped() {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").with("epochs", 10_000).with("timeout", 2);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays(
                        "mnist:train was stopped, as it took longer than 2 s (parameter <timeout>, -Dmnist.timeout)");
    }

    @ParameterizedTest(name = "forcibly: {0}")
    @ValueSource(booleans = {true, false})
    void givenATrainingBuild_whenMavenIsKilled_thenTheWorkerEndsToo(boolean forcibly) throws Exception {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("epochs", 10_000);
        try (RunningBuild build = RunningBuild.start(scenario, "mnist:train").awaitLog("epoch ")) {
            ProcessHandle worker = build.worker();

            // when
            ProcessHandle parent = worker.parent().orElseThrow();
            if (forcibly) {
                parent.destroyForcibly();
            } else {
                parent.destroy();
            }

            // then
            assertThat(worker.onExit()
                            .get(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .isAlive())
                    .isFalse();
            if (!forcibly) {
                build.end().assertSaysNot("without reporting a result");
            }
        }
    }

    @Test
    void givenATrainingBuild_whenAnotherUsesTheSameDirectory_thenItIsTurnedAway() throws Exception {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("epochs", 10_000);
        try (RunningBuild running = RunningBuild.start(scenario, "mnist:train").awaitLog("epoch ")) {
            Scenario other = Scenario.named("train-and-compare").with("outputDirectory", scenario.output());

            // when
            Build build = other.run("mnist:train");

            // then
            build.assertFailed().assertSays(scenario.output() + " is in use by another build");
            assertThat(running.worker().isAlive()).isTrue();
        }
    }
}
