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

    private static final List<String> PLAIN_JAVA = List.of("files", "data", "recipe", "evaluation", "provenance");

    private static final List<String> ALL = Stream.concat(
                    PLAIN_JAVA.stream(), Stream.of("architecture", "training", "model"))
            .toList();

    static List<HouseRule> rules() {
        return List.of(
                HouseRule.arrow("files", "", "data.DigitSet"),
                HouseRule.arrow("data", "files", "recipe.Recipe"),
                HouseRule.arrow("recipe", "files", "data.DigitSet"),
                HouseRule.arrow("evaluation", "data files", "recipe.Recipe"),
                HouseRule.arrow("provenance", "recipe data files", "architecture.Architecture"),
                HouseRule.arrow("architecture", "recipe data files", "provenance.Inputs"),
                HouseRule.arrow(
                        "training", "provenance architecture recipe evaluation data files", "model.TrainedModel"),
                HouseRule.arrow("model", "training provenance architecture recipe evaluation data files", "HouseRule"),
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
