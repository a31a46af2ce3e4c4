package io.github.mnistmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dependencies between the packages are acyclic. Maven and the modules that use this one are not used. */
class StructureTest extends HouseRulesTest {

    private static final List<String> PLAIN_JAVA = List.of(
            "data",
            "recipe",
            "evaluation",
            "provenance",
            "training",
            "internal.download",
            "internal.files",
            "internal.failures",
            "internal.random",
            "internal.natives",
            "internal.numerics",
            "internal.runs",
            "internal.layers");

    private static final List<String> ALL = Stream.concat(
                    PLAIN_JAVA.stream(),
                    Stream.of(
                            "architecture",
                            "model",
                            "internal.engine",
                            "internal.networks",
                            "internal.platform",
                            "internal.serving",
                            "internal.training"))
            .toList();

    static List<HouseRule> rules() {
        return List.of(
                HouseRule.arrow("internal.files", "", "data.DigitSet"),
                HouseRule.arrow("internal.random", "", "internal.files.Json"),
                HouseRule.arrow("internal.natives", "", "internal.files.Json"),
                HouseRule.arrow("internal.failures", "", "internal.files.Json"),
                HouseRule.arrow(
                        "internal.engine",
                        "training internal.natives internal.numerics internal.files internal.failures",
                        "internal.random.SplitMix64"),
                HouseRule.arrow("internal.numerics", "internal.files", "provenance.Platform"),
                HouseRule.arrow("internal.download", "internal.files", "data.DigitSet"),
                HouseRule.arrow("data", "internal.download internal.files internal.random", "recipe.Recipe"),
                HouseRule.arrow("recipe", "internal.files", "data.DigitSet"),
                HouseRule.arrow("evaluation", "data internal.files", "recipe.Recipe"),
                HouseRule.arrow("training", "internal.files", "recipe.Recipe"),
                HouseRule.arrow(
                        "provenance", "recipe data internal.numerics internal.files", "architecture.Architecture"),
                HouseRule.arrow(
                        "internal.runs", "provenance training recipe data internal.files", "architecture.Architecture"),
                HouseRule.arrow(
                        "internal.layers",
                        "internal.runs provenance training recipe data internal.files",
                        "architecture.Architecture"),
                HouseRule.arrow(
                        "internal.networks",
                        "training internal.engine internal.files recipe data",
                        "architecture.Architecture"),
                HouseRule.arrow("architecture", "internal.networks recipe data internal.files", "provenance.Inputs"),
                HouseRule.arrow(
                        "internal.serving",
                        "architecture internal.networks recipe internal.files",
                        "internal.training.Run"),
                HouseRule.arrow(
                        "internal.platform",
                        "architecture training provenance recipe data internal.numerics internal.engine internal.files",
                        "internal.training.Run"),
                HouseRule.arrow(
                        "internal.training",
                        "architecture training provenance recipe evaluation data internal.networks internal.numerics"
                                + " internal.platform internal.engine internal.random internal.files",
                        "model.TrainedModel"),
                HouseRule.arrow("model", String.join(" ", ALL), "HouseRule"),
                HouseRule.without("Maven", ALL, List.of("org.apache.maven.."), "org.apache.maven.plugin.logging.Log"),
                HouseRule.without("engine", PLAIN_JAVA, List.of("ai.djl.."), "ai.djl.Model"));
    }

    @Override
    protected List<HouseRule> all() {
        return rules();
    }

    @Test
    void givenAPackageWithoutDescriptionOrRule_thenItIsFound(@TempDir Path sources) throws IOException {
        // given
        Path undescribed = Files.createDirectories(sources.resolve("io/github/mnistmaven/data/secret"));
        Path unruled = Files.createDirectories(sources.resolve("io/github/mnistmaven/unruled"));
        Files.writeString(undescribed.resolve("Secret.java"), "");
        Files.writeString(unruled.resolve("package-info.java"), "");

        // when + then
        assertThat(HouseRule.packagesWithout(sources, rules()))
                .containsExactlyInAnyOrder(
                        Path.of("io/github/mnistmaven/data/secret").toString(),
                        Path.of("io/github/mnistmaven/unruled").toString());
    }
}
