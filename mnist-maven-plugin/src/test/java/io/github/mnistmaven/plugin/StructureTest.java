package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.HouseRule;
import io.github.mnistmaven.HouseRulesTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dependencies between the packages are acyclic, and the two ends of the fork share values only: Maven is used at one of
 * them, the engine in the jobs of the other.
 */
class StructureTest extends HouseRulesTest {

    private static final String VALUES = "provenance training recipe data internal.files internal.failures";

    /** The goals. A slash: this package without those below it. */
    private static final String GOALS = "plugin/";

    private static final List<String> OUTSIDE_THE_JOBS = List.of(
            GOALS,
            "plugin.console",
            "plugin.site",
            "plugin.fork",
            "plugin.uptodate",
            "plugin.digits",
            "plugin.runtime",
            "plugin.protocol",
            "plugin.worker");

    static List<HouseRule> rules() {
        return List.of(
                HouseRule.arrow(
                        "plugin.protocol",
                        "study.baseline study.results study.internal.runs " + VALUES,
                        "plugin.runtime.Launch"),
                HouseRule.arrow(
                        "plugin.runtime",
                        "plugin.protocol data internal.numerics internal.natives internal.files",
                        "plugin.uptodate.UpToDate"),
                HouseRule.arrow(
                        "plugin.digits",
                        "plugin.protocol data internal.files internal.failures",
                        "plugin.runtime.Launch"),
                HouseRule.arrow(
                        "plugin.uptodate",
                        "plugin.runtime plugin.protocol internal.numerics recipe data internal.files internal.failures",
                        "plugin.jobs.TrainJob"),
                HouseRule.arrow(
                        "plugin.console",
                        "plugin.protocol study training data internal.files",
                        "plugin.fork.WorkerProcess"),
                HouseRule.arrow(
                        "plugin.fork",
                        "plugin.protocol plugin.runtime internal.numerics internal.files internal.failures",
                        "plugin.worker.WorkerMain"),
                HouseRule.arrow(
                        "plugin.fork",
                        "plugin.protocol plugin.runtime internal.numerics internal.files internal.failures",
                        "plugin.jobs.TrainJob"),
                HouseRule.arrow(
                        "plugin.jobs",
                        "plugin.digits plugin.uptodate plugin.protocol study model architecture evaluation internal.training"
                                + " internal.platform internal.runs " + VALUES,
                        "plugin.fork.WorkerProcess"),
                HouseRule.arrow(
                        "plugin.worker",
                        "plugin.jobs plugin.protocol training internal.failures",
                        "plugin.fork.WorkerProcess"),
                HouseRule.arrow("plugin.site", "plugin.protocol study internal.files", "plugin.fork.WorkerProcess"),
                HouseRule.arrow(
                        GOALS,
                        "plugin.site plugin.console plugin.fork plugin.uptodate plugin.digits plugin.runtime plugin.protocol study "
                                + "internal.numerics internal.failures internal.runs " + VALUES,
                        "plugin.jobs.TrainJob"),
                HouseRule.without(
                        "Maven",
                        List.of("plugin.worker", "plugin.jobs", "plugin.digits", "plugin.protocol"),
                        List.of("org.apache.maven..", "org.eclipse.aether.."),
                        "org.apache.maven.plugin.logging.Log"),
                HouseRule.without("engine", OUTSIDE_THE_JOBS, List.of("ai.djl.."), "ai.djl.Model"),
                HouseRule.without(
                        "packages with an engine",
                        OUTSIDE_THE_JOBS,
                        List.of(
                                HouseRule.ROOT + "model..",
                                HouseRule.ROOT + "architecture..",
                                HouseRule.ROOT + "internal.training..",
                                HouseRule.ROOT + "internal.platform..",
                                HouseRule.ROOT + "internal.networks..",
                                HouseRule.ROOT + "internal.engine.."),
                        HouseRule.ROOT + "model.TrainedModel"));
    }

    @Override
    protected List<HouseRule> all() {
        return rules();
    }

    @Test
    void givenAPackageBelowTheGoals_whenNoRuleNamesIt_thenItIsFound(@TempDir Path sources) throws IOException {
        // given
        for (String name : List.of("plugin", "plugin/worker", "plugin/unruled")) {
            Path directory = Files.createDirectories(sources.resolve("io/github/mnistmaven/" + name));
            Files.writeString(directory.resolve("package-info.java"), "");
        }

        // when + then
        assertThat(HouseRule.packagesWithout(sources, rules()))
                .containsExactly(Path.of("io/github/mnistmaven/plugin/unruled").toString());
    }
}
