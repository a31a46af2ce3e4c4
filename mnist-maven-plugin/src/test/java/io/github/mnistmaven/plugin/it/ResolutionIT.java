package io.github.mnistmaven.plugin.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the worker runs on comes through Maven, or the build says what is missing. */
class ResolutionIT {

    @Test
    void givenMavenOffline_whenTraining_thenItWorksUnlessTheNativeLibraryIsMissing(@TempDir Path repository)
            throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare").with("models", "lstm");
        scenario.run("mnist:train").assertSucceeded();
        copyWithoutNatives(Path.of("target/it-repo").toAbsolutePath(), repository);
        scenario.withOption("-o");

        // when
        Build complete = scenario.run("mnist:train");
        Build incomplete = scenario.withLocalRepository(repository).run("mnist:train");

        // then
        complete.assertSucceeded();
        incomplete
                .assertFailed()
                .assertSays(
                        "ai.djl.pytorch:pytorch-native-cpu:jar:",
                        "Maven is offline. Run the build once without -o",
                        "mvn dependency:get -Dtransitive=false -Dartifact=ai.djl.pytorch:pytorch-native-cpu:");
    }

    private static void copyWithoutNatives(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!target.toString().contains("pytorch-native-cpu")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
