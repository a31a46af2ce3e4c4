package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the plugin's jar says of itself to Maven and to development environments. */
class DescriptorTest {

    private static final Path META_INF = Path.of("target/classes/META-INF");

    @Test
    void givenTheDescriptor_thenMavenAndJavaThatAreTooOldAreRefusedByMaven() throws IOException {
        assertThat(META_INF.resolve("maven/plugin.xml"))
                .content()
                .contains(
                        "<requiredJavaVersion>17</requiredJavaVersion>",
                        "<requiredMavenVersion>3.8.7</requiredMavenVersion>");
    }

    /** Which mnist:help prints. The tools that write it take the first closing brace for the end of a code tag. */
    @Test
    void givenTheDescriptor_thenPropertiesInItsExamplesAreWhole() throws IOException {
        assertThat(META_INF.resolve("maven/plugin.xml"))
                .content()
                .contains("&lt;baseline&gt;${project.basedir}/mnist-baseline.json&lt;/baseline&gt;")
                .doesNotContainPattern("\\$\\{[\\w.]*[^\\w.}]");
    }

    @Test
    void givenEachGoal_thenItCanBeSkippedAndIsIgnoredWhereAnEditorBuildsOnEverySave() throws IOException {
        // given
        String descriptor = Files.readString(META_INF.resolve("maven/plugin.xml"));
        List<String> goals = Pattern.compile("<mojo>.*?<goal>(\\w+)</goal>.*?</mojo>", Pattern.DOTALL)
                .matcher(descriptor)
                .results()
                .filter(goal -> !goal.group(1).equals("help"))
                .peek(goal -> assertThat(goal.group()).contains("${mnist.skip}"))
                .map(goal -> goal.group(1))
                .toList();

        // when
        String mapping = Files.readString(META_INF.resolve("m2e/lifecycle-mapping-metadata.xml"));

        // then
        assertThat(goals).contains("train", "compare", "study").allSatisfy(goal -> assertThat(mapping)
                .contains("<goal>%s</goal>".formatted(goal)));
    }
}
