package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The project of docs/own-architecture.md, in both ways that the page describes. */
class OwnArchitectureIT {

    private static final Path PAGE = Path.of("../docs/own-architecture.md");

    /** A line with the path of a file, and a block with its content. */
    private static final Pattern FILE = Pattern.compile("^`([^`\\n]+)`\\n\\n```.*\\n([^`]*)```$", Pattern.MULTILINE);

    private final Scenario scenario = Scenario.named("own-architecture")
            .withOption("-Dpytorch.classifier=" + System.getProperty("mnist.it.classifier"))
            .with("trainSamples", 300)
            .with("testSamples", 100)
            .with("epochs", 1)
            .with("threads", 1);

    /** What a test installs is not to help another. */
    @BeforeEach
    void uninstall() throws IOException {
        Path installed = Path.of("target/it-repo/com/example/my-net");
        if (Files.exists(installed)) {
            PathUtils.deleteDirectory(installed);
        }
    }

    @Test
    void givenAnArchitectureInTheReactor_whenBuilt_thenItIsTestedTrainedAndCompared() {
        // when
        Build build = scenario.run("verify");

        // then
        build.assertSucceeded().assertSays("Tests run: 1, Failures: 0", "my-net  epoch 1/1", "cnn     epoch 1/1");
        assertThat(scenario.directory().resolve("digits/target/mnist/models/my-net/run.json"))
                .exists();
        assertThat(scenario.directory().resolve("digits/target/mnist/results.json"))
                .content()
                .contains("\"my-net\"");
    }

    @Test
    void givenAnArchitectureInARepository_whenAnotherProjectIsBuilt_thenItIsTrained() {
        // given
        scenario.in("my-net").withOption("-DskipTests").run("install").assertSucceeded();

        // when
        Build build = scenario.in("digits").with("models", "my-net").run("process-classes");

        // then
        build.assertSucceeded().assertSays("my-net  epoch 1/1");
    }

    @Test
    void givenThePageOfTheDocs_thenItShowsTheFilesOfThisProject() throws IOException {
        // given
        Map<String, String> shown = FILE.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));

        // then
        assertThat(new TreeMap<>(shown)).isEqualTo(new TreeMap<>(files(scenario.directory())));
    }

    private static Map<String, String> files(Path project) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
