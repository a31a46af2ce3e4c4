package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the goals make of the real MNIST, where there is one. */
@EnabledIfSystemProperty(named = "mnist.test.data", matches = ".+", disabledReason = "needs -Dmnist.test.data")
class RealMnistIT {

    @Test
    void givenASixthOfMnist_whenTrainedFastAndCompared_thenBothModelsReadWellAndTheMinimumIsKept() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("dataDirectory", System.getProperty("mnist.test.data"))
                .with("trainSamples", 10_000)
                .with("testSamples", 5_000)
                .with("models", "cnn,lstm")
                .with("preset", "fast")
                .with("epochs", 2)
                .with("threads", 2)
                .with("minAccuracy", "cnn:0.96,lstm:0.93");

        // when
        Build build = scenario.run("mnist:train", "mnist:compare");

        // then
        build.assertSucceeded();
        Results results = Results.read(scenario.output().resolve("results.json"));
        assertThat(results.models()).hasSize(2);
        assertThat(results.models().get(0).evaluation().accuracy()).isGreaterThan(0.96);
        assertThat(results.models().get(1).evaluation().accuracy()).isGreaterThan(0.93);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "portable"})
    void givenMnist_whenATrainingIsKilledAndResumed_thenItEndsInTheSameBits(String numerics) throws Exception {
        // given
        Scenario undisturbed = training(numerics);
        Scenario killed = training(numerics);
        if (numerics.equals("portable") && Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            // In one case four processors, as far as the JVM can see, in the other a single one.
            undisturbed.with("jvmArgs", "-XX:ActiveProcessorCount=4");
            killed.startedBy("taskset", "-c", "0");
        }
        undisturbed.run("mnist:train").assertSucceeded();

        // when
        for (String point : List.of("cnn   epoch 1/2", "lstm  epoch 1/2")) {
            try (RunningBuild build = RunningBuild.start(killed, "mnist:train").awaitLog(point)) {
                build.worker().destroyForcibly();
                build.end().assertFailed();
            }
        }
        try (RunningBuild build = RunningBuild.start(killed, "mnist:train")) {
            build.end().assertSucceeded().assertSays("cnn: up to date", "lstm  resuming after epoch 1/2");
        }

        // then
        for (String model : List.of("cnn", "lstm")) {
            String file = "models/%s/%s-0000.params".formatted(model, model);
            assertThat(killed.output().resolve(file))
                    .hasSameBinaryContentAs(undisturbed.output().resolve(file));
        }
    }

    private static Scenario training(String numerics) {
        return Scenario.named("train-and-compare")
                .with("dataDirectory", System.getProperty("mnist.test.data"))
                .with("trainSamples", 4_000)
                .with("models", "cnn,lstm")
                .with("epochs", 2)
                .with("threads", 2)
                .with("numerics", numerics);
    }
}
