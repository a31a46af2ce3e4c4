package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build that goes well leaves, and says. */
class TrainAndCompareIT {

    @Test
    void givenTheGoalsBoundToTheLifecycle_whenVerifying_thenAllThatWasPromisedIsThere() {
        // given
        Scenario scenario = Scenario.named("train-and-compare");

        // when
        Build build = scenario.run("verify");

        // then
        build.assertSucceeded()
                .assertSays(
                        "300 training digits (embedded)",
                        "cnn   epoch 1/1  training loss ",
                        "lstm  epoch 1/1  training loss ",
                        "model  epochs  best epoch  validation accuracy  seconds",
                        "100 test digits (embedded)",
                        "report:  " + scenario.output().resolve("report.html"))
                .assertSaysNot("\r");
        for (String model : List.of("cnn", "lstm")) {
            assertThat(scenario.output().resolve("models").resolve(model))
                    .isDirectoryContaining("glob:**/" + model + "-0000.params")
                    .isDirectoryContaining("glob:**/serving.properties")
                    .isDirectoryContaining("glob:**/synset.txt")
                    .isDirectoryContaining("glob:**/run.json");
        }
        assertThat(List.of(
                        "figures/cnn_accuracy.png",
                        "figures/cnn_loss.png",
                        "figures/lstm_accuracy.png",
                        "figures/lstm_loss.png",
                        "figures/comparison.png",
                        "figures/dark/comparison.png",
                        "results.csv",
                        "results.json",
                        "report.md",
                        "report.html"))
                .allSatisfy(file -> assertThat(scenario.output().resolve(file)).isNotEmptyFile());
        assertThat(scenario.output().resolve("results.csv"))
                .content()
                .startsWith("model,train_time_s,test_loss,test_acc")
                .hasLineCount(3);
        assertThat(scenario.output().resolve("report.html"))
                .content()
                .contains("<section id=\"draw\"", "\"name\":\"cnn\"", "\"name\":\"lstm\"")
                .doesNotContain("is left out");
    }

    @Test
    void givenSeeds_whenTrained_thenTheSameGivesTheSameBytesAndAnotherGivesOthersOfTheSameDigits() throws IOException {
        // given
        Scenario alone = Scenario.named("train-and-compare").with("seed", 42).with("models", "lstm");
        Scenario second = Scenario.named("train-and-compare").with("seed", 42).with("models", "cnn,lstm");
        Scenario other = Scenario.named("train-and-compare").with("seed", 43).with("models", "lstm");

        // when
        alone.run("mnist:train").assertSucceeded();
        second.run("mnist:train").assertSucceeded();
        other.run("mnist:train").assertSucceeded();

        // then
        assertThat(parameters(second)).hasSameBinaryContentAs(parameters(alone));
        assertThat(Files.mismatch(parameters(other), parameters(alone))).isNotNegative();
        assertThat(fingerprint(other)).isEqualTo(fingerprint(alone));
    }

    @Test
    void givenPropertiesOnTheCommandLine_whenTrained_thenTheyWin() {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("trainSamples", 150)
                .with("epochs", 2)
                .with("validationFraction", 0.2)
                .with("batchSize", 16)
                .with("learningRate", 0.002)
                .with("patience", 4)
                .with("outputDirectory", "elsewhere");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertSucceeded().assertSays("150 training digits", "lstm  epoch 2/2");
        assertThat(scenario.directory().resolve("elsewhere/models/lstm/run.json"))
                .content()
                .contains(
                        "\"epochs\": 2",
                        "\"batchSize\": 16",
                        "\"validationFraction\": 0.2",
                        "\"patience\": 4",
                        "\"peak\": 0.002");
    }

    @Test
    void givenAPreset_whenTrained_thenTheRecipeIsItsOwnAndWhatIsGivenWins() {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded();

        // when
        Build build = scenario.with("preset", "best").with("epochs", 2).run("mnist:train", "mnist:compare");

        // then
        build.assertSucceeded()
                .assertSays("lstm: training, because", "preset changed from standard to best", "lstm  epoch 2/2")
                .assertSays("2 (best 2)     258,846");
        assertThat(scenario.output().resolve("models/lstm/run.json"))
                .content()
                .contains("\"elasticDeformation\": 1.5", "\"ensembleSize\": 3", "\"epochs\": 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "compare", "verify", "samples", "report"})
    void givenSkip_whenAGoalIsRun_thenItSaysSoAndWritesNothing(String goal) {
        // given models that there are not, which is an error where they are looked for
        Scenario scenario =
                Scenario.named("train-and-compare").with("skip", true).with("models", "nonsense");

        // when
        Build build = scenario.run("mnist:" + goal);

        // then
        build.assertSucceeded().assertSays("skipped (parameter <skip>, -Dmnist.skip)");
        assertThat(scenario.output()).doesNotExist();
    }

    @Test
    void givenAMinimumThatIsMissed_whenComparing_thenTheBuildFailsOnceTheReportsAreWritten() {
        // given
        Scenario scenario = Scenario.named("minimum-accuracy");

        // when
        Build build = scenario.run("verify");

        // then
        build.assertFailed()
                .assertSays(
                        "[WARNING] broken: accuracy of lstm is 0.",
                        "; required: at least 0.99999 (short by 0.",
                        "kept: modelSize of cnn is 156008; required: at most 1000000",
                        "[WARNING] undecided: the accuracy of cnn minus that of lstm is ",
                        "that takes two seeds of each",
                        "2 of 5 rules broken (parameters <minAccuracy>, -Dmnist.minAccuracy, and <rules>)")
                .assertSaysNot("cnn-fast");
        assertThat(scenario.output().resolve("gates.json"))
                .content()
                .contains("\"state\": \"UNDECIDED\"", "\"metric\": \"modelSize\"", "\"asked\": 0.99999");
        assertThat(scenario.output().resolve("TEST-mnist-gates.xml"))
                .content()
                .contains("tests=\"5\" failures=\"2\" errors=\"0\" skipped=\"1\"");
        assertThat(scenario.output().resolve("report.html")).isNotEmptyFile();
        assertThat(scenario.output().resolve("results.csv")).isNotEmptyFile();

        // when
        Build relaxed = scenario.with("minAccuracy", "lstm:0,cnn:0")
                .withOption("-Dsize=1000000")
                .run("mnist:compare@default");

        // then
        relaxed.assertSucceeded();
    }

    @Test
    void givenTheRealMnist_whenTrainedOnAPartOfIt_thenItIsReadAndReported() {
        // given
        String data = System.getProperty("mnist.test.data", "");
        assumeThat(data).as("mnist.test.data, the directory of MNIST").isNotBlank();
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("dataDirectory", Path.of(data).toAbsolutePath());

        // when
        Build build = scenario.run("verify");

        // then
        build.assertSucceeded().assertSays("300 training digits (" + data, "100 test digits (" + data);
        assertThat(scenario.output().resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void givenTwoModules_whenBuiltInParallel_thenEachHasTheSameModelAndItsNameOnItsLines() {
        // given
        Scenario scenario = Scenario.named("two-modules").withOption("-T2").with("models", "lstm");

        // when
        Build build = scenario.run("process-classes");

        // then
        build.assertSucceeded()
                .assertSays("[one] lstm  epoch 1/1", "[two] lstm  epoch 1/1")
                .assertSaysNot("not marked @threadSafe");
        Path model = Path.of("target/mnist/models/lstm/lstm-0000.params");
        assertThat(scenario.directory().resolve("one").resolve(model))
                .hasSameBinaryContentAs(scenario.directory().resolve("two").resolve(model));
    }

    @Test
    void givenTheHelpGoal_whenAskedForDetails_thenEachParameterIsExplained() {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").withOption("-Ddetail").withOption("-Dgoal=train");

        // when
        Build build = scenario.run("mnist:help");

        // then
        build.assertSucceeded().assertSays("mnist:train", "User property: mnist.trainSamples");
    }

    @Test
    void givenTheHelpGoal_whenAsked_thenAllGoalsAreListed() {
        Scenario.named("train-and-compare")
                .run("mnist:help")
                .assertSucceeded()
                .assertSays("mnist:train", "mnist:compare", "mnist:report", "mnist:samples");
    }

    private static Path parameters(Scenario scenario) {
        return scenario.output().resolve("models/lstm/lstm-0000.params");
    }

    private static String fingerprint(Scenario scenario) throws IOException {
        return Files.readString(scenario.output().resolve("models/lstm/run.json"))
                .lines()
                .filter(line -> line.contains("trainingFingerprint"))
                .findFirst()
                .orElseThrow();
    }
}
