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
        Scenario undisturbed = Scenario.named("study").with("parallel", 2);
        Scenario disturbed = Scenario.named("study");

        // when
        Build whole = undisturbed.run("mnist:study");
        try (RunningBuild build = RunningBuild.start(disturbed, "mnist:study")) {
            build.awaitLog("small-cnn seed 1: accuracy");
            build.mavenItself().destroyForcibly();
            build.end();
        }
        FileTime trained = Files.getLastModifiedTime(model(disturbed));
        Build resumed = disturbed.run("mnist:study");
        JsonNode results = withoutTimes(disturbed);
        Build more = disturbed.with("seeds", "1,2,7").withOption("-Dminimum=1").run("mnist:study");

        // then
        whole.assertSucceeded()
                .assertSays(
                        "4 runs: 2 cells (small-cnn, second) x 2 seeds (1, 2); 0 done already",
                        "second seed 2: accuracy ",
                        "for the other 3 runs",
                        "passed: accuracy of small-cnn is ",
                        "cell       seeds  mean accuracy (95 % interval)",
                        "study:   " + undisturbed.output().resolve("study/study.json"))
                .assertSaysNot("\r", "epoch 1/1");
        resumed.assertSucceeded().assertSays("1 done already").assertSaysNot("small-cnn seed 1: accuracy");
        assertThat(Files.getLastModifiedTime(model(disturbed))).isEqualTo(trained);
        assertThat(results).isEqualTo(withoutTimes(undisturbed));
        more.assertFailed()
                .assertSays(
                        "x 3 seeds (1, 2, 7); 4 done already",
                        "small-cnn seed 7: accuracy",
                        "1 of 1 rules not kept (parameter <rules>)",
                        "; asked was at least 1 (short by ")
                .assertSaysNot("small-cnn seed 1: accuracy");
        assertThat(disturbed.output().resolve("study/gates.json")).content().contains("\"state\": \"FAILED\"");
        assertThat(disturbed.output().resolve("study/TEST-mnist-gates.xml"))
                .content()
                .contains("failures=\"1\"");
        assertThat(json(disturbed).at("/cells/0/runs")).hasSize(3);
        assertThat(undisturbed.output().resolve("study/study.csv")).content().hasLineCount(5);
        assertThat(undisturbed.output().resolve("study/comparison.csv"))
                .content()
                .hasLineCount(2)
                .contains("small-cnn,second,");
    }

    @Test
    void givenACellThatFails_whenRun_thenTheOthersGoOnAndOnceItIsMendedOnlyThatIsTrained() throws IOException {
        // given
        Scenario scenario = Scenario.named("study").with("seeds", 1);

        // when
        Build failed = scenario.withOption("-Dsecond.model=nonsense").run("mnist:study");
        FileTime trained = Files.getLastModifiedTime(model(scenario));
        Build otherDigits = scenario.withOption("-Dsecond.model=lstm")
                .with("testSamples", 80)
                .run("mnist:study");

        // then
        failed.assertFailed()
                .assertSays(
                        "small-cnn seed 1: accuracy",
                        "1 of 2 runs of the study failed. The others are saved",
                        "second seed 1: ",
                        "'nonsense'",
                        "<model> of <cells>");
        otherDigits.assertSucceeded().assertSays("80 test digits", "0 done already", "small-cnn seed 1: accuracy");
        assertThat(Files.getLastModifiedTime(model(scenario))).isEqualTo(trained);
        assertThat(json(scenario).at("/testDigits/count").asInt()).isEqualTo(80);
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
