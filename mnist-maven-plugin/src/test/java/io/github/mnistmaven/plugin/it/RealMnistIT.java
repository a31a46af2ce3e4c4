package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.plugin.report.Results;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the goals make of the real MNIST, where there is one. */
@EnabledIfSystemProperty(named = "mnist.test.data", matches = ".+", disabledReason = "needs -Dmnist.test.data")
class RealMnistIT {

    @Test
    void givenAllOfMnist_whenTrainedForTwoEpochsAndCompared_thenBothModelsReadWellAndTheMinimumIsKept()
            throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("dataDirectory", System.getProperty("mnist.test.data"))
                .with("trainSamples", 60_000)
                .with("testSamples", 10_000)
                .with("models", "cnn,lstm")
                .with("epochs", 2)
                .with("threads", 2)
                .with("minAccuracy", "cnn:0.985,lstm:0.97");

        // when
        Build build = scenario.run("mnist:train", "mnist:compare");

        // then
        build.assertSucceeded();
        Results results = Json.read(scenario.output().resolve("results.json"), Results.class);
        assertThat(results.models()).hasSize(2);
        assertThat(results.models().get(0).accuracy()).isGreaterThan(0.985);
        assertThat(results.models().get(1).accuracy()).isGreaterThan(0.97);
    }
}
