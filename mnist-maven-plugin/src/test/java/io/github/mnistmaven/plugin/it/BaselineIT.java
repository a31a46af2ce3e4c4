package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a build says of its models next to the committed baseline. */
class BaselineIT {

    private static Scenario scenario;
    private static Path baseline;
    private static String committed;

    @BeforeAll
    static void commit() throws IOException {
        scenario = Scenario.named("train-and-compare").with("models", "lstm").with("accuracyMargin", 0.02);
        baseline = scenario.directory().resolve("src/mnist/baseline.json");
        scenario.run("mnist:train", "mnist:compare")
                .assertSucceeded()
                .assertSays("no baseline at " + baseline + "; to commit to these results: mvn mnist:compare -D");
        scenario.with("updateBaseline", true)
                .run("mnist:compare")
                .assertSucceeded()
                .assertSays("baseline: " + baseline, "commit it");
        committed = Files.readString(baseline);
    }

    @BeforeEach
    void checkout() throws IOException {
        Files.writeString(baseline, committed);
        scenario.with("updateBaseline", false)
                .with("reproducibility", "bitwise")
                .with("models", "lstm");
        scenario.with("seed", 1).with("testSamples", 100).with("accuracyMargin", 0.02);
    }

    private static void edit(String regex, String replacement) throws IOException {
        String edited = Files.readString(baseline).replaceFirst(regex, replacement);
        assertThat(edited).isNotEqualTo(Files.readString(baseline));
        Files.writeString(baseline, edited);
    }

    /** As if the baseline came from another processor, whose bits were others. */
    private static void commitFromElsewhere() throws IOException {
        edit("\"cpu\": \"[^\"]*\"", "\"cpu\": \"Elsewhere\"");
        edit("(\"epochs\": \\[\\s*\")[0-9a-f]{4}", "$1ffff");
    }

    /** As if the model of the baseline had classified every digit correctly. */
    private static void commitOtherPredictions() throws IOException {
        DigitSet test = new EmbeddedDigits().sizes(300, 100).test();
        String labels = IntStream.range(0, test.size())
                .mapToObj(i -> "" + test.label(i))
                .collect(Collectors.joining());
        edit("(\"predictions\": \\[\\s*\")[0-9]{100}", "$1" + labels);
        edit("\"accuracy\": [0-9.E-]+", "\"accuracy\": 1.0");
    }

    private static String verdict() throws IOException {
        return Files.readString(scenario.output().resolve("reproducibility.json"));
    }

    @Test
    void givenTheSameModel_whenCompared_thenItIsIdentical_andOthersOfTheBaselineAreNamed() throws IOException {
        // given
        JsonObject more = JsonParser.parseString(committed).getAsJsonObject();
        JsonArray models = more.getAsJsonArray("models");
        JsonObject forgotten = models.get(0).deepCopy().getAsJsonObject();
        forgotten.addProperty("model", "forgotten");
        models.add(forgotten);
        Files.writeString(baseline, more.toString());

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertSucceeded()
                .assertSays(
                        "[WARNING] the baseline also has the model 'forgotten', which is not compared",
                        "reproducibility: lstm identical (baseline: " + baseline + ")");
        assertThat(verdict()).contains("\"verdict\": \"IDENTICAL\"");
        assertThat(scenario.output().resolve("report.html")).content().contains("Do the results match the baseline?");
    }

    @Test
    void givenAnotherSeed_whenTrainedAndCompared_thenTheChangeIsShownAndNothingFails() throws IOException {
        // when
        Build build = scenario.with("seed", 2).run("mnist:train", "mnist:compare");

        // then
        build.assertSucceeded()
                .assertSays(
                        "[WARNING] lstm was trained with different inputs from those of the baseline: seed",
                        "reproducibility: lstm changed inputs",
                        "baseline                      now",
                        "seed  1                             2",
                        "next: if the change is intended, commit the new baseline: mvn mnist:compare -Dmnist.updateBaseline");
        assertThat(verdict()).contains("\"verdict\": \"CHANGED_INPUTS\"");
        scenario.with("seed", 1).run("mnist:train").assertSucceeded();
    }

    @Test
    void givenOtherBitsFromTheSamePlatform_whenCompared_thenTheBuildFailsOnceAllIsWritten() throws IOException {
        // given
        edit("(\"epochs\": \\[\\s*\")[0-9a-f]{4}", "$1ffff");
        Files.delete(scenario.output().resolve("report.html"));

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertFailed()
                .assertSays(
                        "reproducibility: lstm not deterministic",
                        "lstm is not deterministic: on the same platform, the same inputs led to different bits from epoch 1",
                        "next: mvn mnist:verify");
        assertThat(verdict()).contains("\"verdict\": \"NOT_DETERMINISTIC\"", "\"fails\": true");
        assertThat(scenario.output().resolve("report.html")).isNotEmptyFile();

        // when only predictions count
        scenario.with("reproducibility", "statistical").run("mnist:compare").assertSucceeded();
    }

    @Test
    void givenOtherBitsFromAnotherPlatform_whenPredictionsAreConsistent_thenTheyAreEquivalent() throws IOException {
        // given
        commitFromElsewhere();

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertSucceeded()
                .assertSays("reproducibility: lstm equivalent", "predictions are consistent", "cpu  Elsewhere");
        assertThat(verdict()).contains("\"verdict\": \"EQUIVALENT\"");
    }

    @Test
    void givenOtherBitsFromAnotherPlatform_whenPredictionsDiffer_thenTheyHaveDriftedAndTheBuildFails()
            throws IOException {
        // given
        commitFromElsewhere();
        commitOtherPredictions();

        // when
        Build build = scenario.run("mnist:compare");

        // then
        build.assertFailed()
                .assertSays(
                        "reproducibility: lstm drifted",
                        "lstm has drifted: the same inputs led to an accuracy of 0.",
                        " instead of 1.0000");
        assertThat(verdict()).contains("\"verdict\": \"DRIFTED\"");
    }

    @Test
    void givenAMarginThatTheTestDigitsCannotResolve_whenCompared_thenTheSmallestSensibleOneIsNamed()
            throws IOException {
        // when
        Build judged = scenario.with("accuracyMargin", 0.005).run("mnist:compare");
        Build updated = scenario.with("updateBaseline", true).run("mnist:compare");

        // then
        for (Build build : new Build[] {judged, updated}) {
            build.assertFailed()
                    .assertSays(
                            "accuracyMargin is 0.005, but accuracies on 100 test digits differ in steps of 0.01",
                            "at least 0.01",
                            "(parameter <accuracyMargin>, -Dmnist.accuracyMargin)");
        }
        assertThat(baseline).hasContent(committed);
    }

    @Test
    void givenABaselineThatWasNamed_whenItIsMissing_thenTheBuildFails() {
        // given
        scenario.with("baseline", "no/such.json");

        // when
        Build build = scenario.run("mnist:compare");
        scenario.without("baseline");

        // then
        build.assertFailed()
                .assertSays(
                        "the baseline " + scenario.directory().resolve("no/such.json") + " does not exist",
                        "(parameter <baseline>, -Dmnist.baseline)");
    }

    @Test
    void givenABaselineThatIsOfNoUse_whenCompared_thenItIsAnErrorAndNeverAPass() throws IOException {
        // given a damaged one, and verdicts from a better time
        Path verdicts = Files.writeString(scenario.output().resolve("reproducibility.json"), "{}");
        Files.writeString(baseline, committed.substring(0, committed.length() - 300));
        scenario.run("mnist:compare").assertFailed().assertSays("the baseline is damaged: " + baseline);
        assertThat(verdicts).doesNotExist();

        // given one for other digits
        Files.writeString(baseline, committed);
        scenario.with("testSamples", 90)
                .run("mnist:compare")
                .assertFailed()
                .assertSays(
                        "was made with 100 test digits from 'embedded'",
                        "but the models were evaluated on 90 from 'embedded'");

        // when nothing is to fail
        scenario.with("reproducibility", "off")
                .run("mnist:compare")
                .assertSucceeded()
                .assertSays("[WARNING] the baseline");
        assertThat(scenario.output().resolve("reproducibility.json")).doesNotExist();
    }
}
