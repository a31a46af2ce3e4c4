package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.numerics.ArithmeticDigest;
import io.github.mnistmaven.internal.runs.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A saved model is trained again from what its run.json says, and from nothing else. */
class VerifyIT {

    private static void edit(Path file, String regex, String replacement) throws IOException {
        String text = Files.readString(file);
        String edited = text.replaceFirst(regex, replacement);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(file, edited);
    }

    @Test
    void givenModelsWithSettingsOfTheirOwn_whenVerifiedWithOthers_thenThoseOfTheProvenanceCount() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("preset", "fast")
                .with("seed", 5)
                .with("epochs", 2)
                .with("trainSamples", 200)
                .with("threads", 2)
                .with("numerics", "portable")
                .with("accuracyMargin", 0.02);
        scenario.run("mnist:train").assertSucceeded();
        Path run = scenario.output().resolve("models/lstm/run.json");
        String before = Sha256.of(run);

        // when
        Build verified = scenario.with("preset", "best")
                .with("seed", 6)
                .with("epochs", 1)
                .with("trainSamples", 300)
                .with("threads", 1)
                .with("numerics", "native")
                .run("mnist:verify");

        // then
        verified.assertSucceeded()
                .assertSays(
                        "200 training digits",
                        "lstm  epoch 2/2",
                        "lstm: verified. Trained again from its provenance, it has the same bits after each epoch (2 epochs)");
        assertThat(Sha256.of(run)).isEqualTo(before);

        // when it comes from another processor, to which portable numerics promise the same bits
        edit(run, "\"cpu\": \"", "\"cpu\": \"Not ");
        edit(run, "(\"number\": 1,\\s+\"parametersSha256\": \")[0-9a-f]{4}", "$1ffff");

        // then it has to have them
        scenario.run("mnist:verify")
                .assertFailed()
                .assertSays("lstm is not reproduced", "with portable numerics", "Either training is not deterministic");

        // when the engine computed something else there
        String said = Files.readString(run);
        RunFile file = RunFile.read(run.getParent());
        Map<String, String> arithmetic =
                new TreeMap<>(file.provenance().platform().arithmetic());
        String digest = ArithmeticDigest.of(arithmetic);
        arithmetic.put("lstm: layer 02 (BatchNorm), training", "ffffffff");
        Files.writeString(
                run,
                said.replaceFirst("(\"lstm: layer 02 \\(BatchNorm\\), training\": \")[0-9a-f]{8}", "$1ffffffff")
                        .replace(digest, ArithmeticDigest.of(arithmetic)));

        // then that is named as the reason
        scenario.run("mnist:verify")
                .assertFailed()
                .assertSays(
                        "The engine gives different results on this processor",
                        "than on that of the model (Not ",
                        "in: lstm: layer 02 (BatchNorm), training",
                        "-Dmnist.reproducibility=statistical");

        // when consistent predictions will do
        scenario.with("reproducibility", "statistical")
                .run("mnist:verify")
                .assertSucceeded()
                .assertSays(
                        "reproducibility: lstm not deterministic (baseline: the saved model)",
                        "The engine gives different results now than for the baseline in: lstm: layer 02 (BatchNorm), training",
                        "Not ");

        // when the margin is smaller than the test digits can resolve
        Build unresolved = scenario.with("accuracyMargin", 0.005).run("mnist:verify");

        // then
        unresolved
                .assertFailed()
                .assertSays(
                        "accuracyMargin is 0.005",
                        "at least 0.01",
                        "(parameter <accuracyMargin>, -Dmnist.accuracyMargin)");
    }

    @Test
    void givenAProvenanceThatDoesNotTellTheTruth_whenVerified_thenTheBuildFails() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded();
        Path run = scenario.output().resolve("models/lstm/run.json");

        // when another accuracy is claimed
        String truth = Files.readString(run);
        edit(run, "\"validationAccuracy\": 0.", "\"validationAccuracy\": 0.9");

        // then
        scenario.run("mnist:verify")
                .assertFailed()
                .assertSays("lstm has the parameters that its provenance leads to, but the metrics of epoch 1 in " + run
                        + " are not those that were measured");
        Files.writeString(run, truth);

        // when the seed was another
        edit(run, "\"seed\": 1", "\"seed\": 2");

        // then
        scenario.run("mnist:verify")
                .assertFailed()
                .assertSays(
                        "lstm is not reproduced: trained again from its provenance on the same platform, it has different bits"
                                + " from epoch 1 on");

        // when the library was another
        edit(run, "\"djl\": \"", "\"djl\": \"9.");

        // then
        scenario.run("mnist:verify")
                .assertFailed()
                .assertSays("lstm cannot be trained again from its provenance, as here versions.djl is 0.");

        // when there is no model
        scenario.with("models", "cnn")
                .run("mnist:verify")
                .assertFailed()
                .assertSays("holds no trained model: there is no run.json in it");
    }
}
