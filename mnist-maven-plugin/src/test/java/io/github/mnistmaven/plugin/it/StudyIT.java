package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A study of tiny runs: what it says and leaves, whatever happens to it on the way. */
class StudyIT {

    @Test
    void givenAStudyThatIsKilled_whenRunAgain_thenItGoesOnAndEndsWithTheResultsOfAnUndisturbedOne()
            throws IOException, InterruptedException {
        // given
        Scenario undisturbed =
                Scenario.named("study").with("parallel", 2).with("seeds", 1).withOption("-Dmetric=trainingTime");
        Scenario disturbed = Scenario.named("study").with("seeds", 1).withOption("-Dminimum=1");

        // when
        Build whole = undisturbed.run("mnist:study");
        try (RunningBuild build = RunningBuild.start(disturbed, "mnist:study")) {
            build.awaitLog("small-cnn seed 1: accuracy");
            build.mavenItself().destroyForcibly();
            build.end();
        }
        FileTime trained = Files.getLastModifiedTime(model(disturbed));
        Build resumed = disturbed.run("mnist:study");

        // then
        whole.assertSucceeded()
                .assertSays(
                        "2 runs: 2 cells (small-cnn, second) x 1 seed (1); 0 done already",
                        "[WARNING] a rule is about trainingTime, but parallel is 2",
                        "second seed 1: accuracy ",
                        "for the other run",
                        "kept: trainingTime of small-cnn is ",
                        "cell       seeds  mean accuracy (95 % interval)",
                        "study:   " + undisturbed.output().resolve("study/study.json"),
                        "report:  " + undisturbed.output().resolve("study/report.html"))
                .assertSaysNot("\r", "epoch 1/1");
        resumed.assertFailed()
                .assertSays(
                        "1 done already", "the rule is broken (parameter <rules>)", "; required: at least 1 (short by ")
                .assertSaysNot("small-cnn seed 1: accuracy");
        assertThat(Files.getLastModifiedTime(model(disturbed))).isEqualTo(trained);
        assertThat(withoutTimes(disturbed)).isEqualTo(withoutTimes(undisturbed));
        assertThat(disturbed.output().resolve("study/gates.json"))
                .content()
                .contains("\"state\": \"FAILED\"", "\"undecidedFails\": false", "\"kind\": \"MINIMUM\"");
        assertThat(disturbed.output().resolve("study/report.md"))
                .content()
                .startsWith("### \u274c the rule is broken; ")
                .contains("| `small-cnn` | 1 |");
        assertThat(disturbed.output().resolve("study/TEST-mnist-gates.xml"))
                .content()
                .contains("failures=\"1\"");
        assertThat(disturbed.output().resolve("study/report.html")).content().contains("The rule is broken:");
        assertThat(undisturbed.output().resolve("study/report.html")).content().contains("The rule is kept.");
    }

    @Test
    void givenACellThatFails_whenRunAgainWithMoreSeedsOtherDigitsAndThreads_thenOnlyWhatIsMissingIsTrained()
            throws IOException {
        // given
        Scenario scenario = Scenario.named("study").with("seeds", 1).with("parallel", 2);
        Path inTheWay = scenario.output().resolve("study/runs/second/seed-1/notes.txt");
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "not a model");

        // when
        Build failed = scenario.run("mnist:study");
        Files.delete(inTheWay);
        FileTime trained = Files.getLastModifiedTime(model(scenario));
        Build mended = scenario.with("testSamples", 80)
                .with("threads", 2)
                .with("seeds", "1,7")
                .run("mnist:study");

        // then
        failed.assertFailed()
                .assertSays(
                        "small-cnn seed 1: accuracy",
                        "1 of 2 runs of the study failed. Runs that finished are saved",
                        "second seed 1: ",
                        "it holds notes.txt, which is not part of a model");
        mended.assertSucceeded()
                .assertSays(
                        "80 test digits",
                        "1 run was trained by another build or with other settings, but would come out the same to the bit, and is not trained again",
                        "x 2 seeds (1, 7); 0 done already",
                        "small-cnn seed 1: accuracy");
        assertThat(Files.getLastModifiedTime(model(scenario))).isEqualTo(trained);
        assertThat(json(scenario).at("/testDigits/count").asInt()).isEqualTo(80);
        assertThat(json(scenario).at("/cells/0/runs")).hasSize(2);
        assertThat(scenario.output().resolve("study/study.csv")).content().hasLineCount(5);
        assertThat(scenario.output().resolve("study/comparison.csv"))
                .content()
                .hasLineCount(2)
                .contains("small-cnn,second,", ",2,2,SEEDS_AND_IMAGES");
    }

    private static Path model(Scenario scenario) {
        return scenario.output().resolve("study/runs/small-cnn/seed-1/run.json");
    }

    private static JsonNode withoutTimes(Scenario scenario) throws IOException {
        ObjectNode json = (ObjectNode) json(scenario);
        json.remove(List.of("trainingTimes"));
        return json;
    }

    private static JsonNode json(Scenario scenario) throws IOException {
        return new ObjectMapper()
                .readTree(scenario.output().resolve("study/study.json").toFile());
    }
}
