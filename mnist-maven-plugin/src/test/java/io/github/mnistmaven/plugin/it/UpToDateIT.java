package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model is trained anew only where something changed, and the log says what. */
class UpToDateIT {

    @Test
    void givenTrainedModels_whenTrainedAgain_thenOnlyWhatChangedIsTrained() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded().assertSaysNot("because");
        Path parameters = scenario.output().resolve("models/lstm/lstm-0000.params");
        byte[] trained = Files.readAllBytes(parameters);
        assertThat(scenario.output().resolve("checkpoints/lstm")).doesNotExist();
        Files.delete(scenario.output().resolve("worker/train.log"));

        // when nothing changed
        Build same = scenario.run("mnist:train");

        // then no worker was started
        same.assertSucceeded().assertSays("lstm: up to date").assertSaysNot("training digits");
        assertThat(scenario.output().resolve("worker/train.log")).doesNotExist();

        // when a learning curve is missing, as a stopped build leaves it
        Files.delete(scenario.output().resolve("figures/lstm_loss.png"));
        scenario.run("mnist:train").assertSucceeded().assertSays("lstm: up to date");

        // then it is drawn from the record of the run
        assertThat(scenario.output().resolve("figures/lstm_loss.png")).isNotEmptyFile();

        // when another model is asked for too, and the heap has another size, on which nothing depends
        Build another =
                scenario.with("models", "lstm,cnn").with("jvmArgs", "-Xmx500m").run("mnist:train");

        // then only that one is trained
        another.assertSucceeded()
                .assertSays("lstm: up to date", "cnn   epoch 1/1")
                .assertSaysNot("lstm  epoch");

        // when a file was damaged
        scenario.with("models", "lstm");
        Files.write(parameters, new byte[] {1, 2, 3});
        Build damaged = scenario.run("mnist:train");

        // then it is mended
        damaged.assertSucceeded()
                .assertSays("lstm: training, because models/lstm/lstm-0000.params is not as it was saved");
        assertThat(parameters).hasBinaryContent(trained);

        // when forced
        Build forced = scenario.with("force", true).run("mnist:train");

        // then
        forced.assertSucceeded().assertSays("lstm: training, because of <force> (-Dmnist.force)", "lstm  epoch 1/1");
        assertThat(parameters).hasBinaryContent(trained);

        // when the seed is another
        Build reseeded = scenario.with("force", false).with("seed", 2).run("mnist:train");

        // then
        reseeded.assertSucceeded().assertSays("lstm: training, because seed changed from 1 to 2", "lstm  epoch 1/1");
        assertThat(parameters)
                .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                .isNotEqualTo(new String(trained, java.nio.charset.StandardCharsets.ISO_8859_1));

        // when it is to be quiet
        Build quiet = scenario.withOption("-q").run("mnist:train");

        // then
        quiet.assertSucceeded().assertSaysNot("[INFO]", "[WARNING]", "lstm", "mnist");
    }

    @Test
    void givenJavaOptionsInTheEnvironment_whenTrained_thenTheWorkerHasNoneAndOthersChangeNothing() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        List<String> variables = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
        variables.forEach(variable -> scenario.withEnvironment(variable, "-Dwidth=1"));

        // when
        Build build = scenario.run("mnist:train");

        // then Maven has them, the worker does not
        build.assertSucceeded();
        variables.forEach(variable -> build.assertSays("Picked up " + variable));
        assertThat(scenario.output().resolve("worker/train.log")).content().doesNotContain("Picked up", "width");

        // when they are others
        variables.forEach(variable -> scenario.withEnvironment(variable, "-Dwidth=2"));
        Build other = scenario.run("mnist:train");

        // then
        other.assertSucceeded().assertSays("lstm: up to date").assertSaysNot("lstm  epoch");
    }

    @Test
    void givenDigitsInADirectory_whenATrainingFileChanges_thenItsNameIsTheReason() throws IOException {
        // given
        Path digits = IdxFiles.write(Path.of("target/it/up-to-date-digits"), 40, 20);
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("trainSamples", 40)
                .with("dataDirectory", digits.toAbsolutePath());
        scenario.run("mnist:train").assertSucceeded();

        // when a test file changes
        IdxFiles.write(digits, 40, 30);

        // then
        scenario.run("mnist:train").assertSucceeded().assertSays("lstm: up to date");

        // when the training files change
        IdxFiles.write(digits, 50, 30);

        // then
        scenario.run("mnist:train")
                .assertSucceeded()
                .assertSays("lstm: training, because train-images-idx3-ubyte changed, train-labels-idx1-ubyte changed");
    }
}
