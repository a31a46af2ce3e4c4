package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin trains the same model in each Maven, by each JDK; {@code mnist.jdks} names homes of further ones. */
@Tag("robustness")
class OtherMavenIT {

    private static final Path MAVENS = Path.of("target/mavens").toAbsolutePath();

    static List<Path> mavens() throws IOException {
        List<Path> mavens = new ArrayList<>(List.of(Path.of(System.getProperty("maven.home"))));
        try (Stream<Path> unpacked = Files.list(MAVENS)) {
            unpacked.filter(home -> Files.isDirectory(home.resolve("bin")))
                    .sorted()
                    .forEach(mavens::add);
        }
        return mavens;
    }

    static List<Arguments> mavensAndJdks() throws IOException {
        List<Path> mavens = mavens();
        List<String> jdks = new ArrayList<>(List.of(System.getProperty("java.home")));
        Stream.of(System.getProperty("mnist.jdks", "").split(","))
                .filter(home -> !home.isBlank())
                .forEach(jdks::add);
        return mavens.stream()
                .flatMap(maven -> jdks.stream().map(jdk -> Arguments.of(maven, jdk)))
                .toList();
    }

    @Test
    void givenAMavenThatIsTooOld_whenTraining_thenItSaysWhichOneIsNeeded() {
        // given
        Path old = MAVENS.resolveSibling("old-mavens/apache-maven-3.6.3");
        old.resolve("bin/mvn").toFile().setExecutable(true);
        Scenario scenario = Scenario.named("train-and-compare").withMaven(old);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays("requires Maven version 3.8.7");
    }

    /** {@code mnist.oldJdk} names its home. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("mavens")
    void givenAJdkThatIsTooOld_whenTraining_thenItSaysSo(Path maven) {
        // given
        String jdk = System.getProperty("mnist.oldJdk", "");
        assumeFalse(jdk.isBlank(), "a JDK before 17");
        maven.resolve("bin/mvn").toFile().setExecutable(true);
        Scenario scenario = Scenario.named("train-and-compare").withMaven(maven).withEnvironment("JAVA_HOME", jdk);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed();
        assertThat(build.log())
                .containsPattern("more recent version of the Java Runtime|[Rr]equire[sd].{0,20}Java.{0,20}17");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("mavensAndJdks")
    void givenAMavenAndAJdk_whenTwoModulesAreBuiltAtOnce_thenTheLogSaysWhichAndTheModelsAreTheSame(
            Path maven, String jdk) {
        // given
        maven.resolve("bin/mvn").toFile().setExecutable(true);
        Scenario scenario = Scenario.named("two-modules")
                .withMaven(maven)
                .withEnvironment("JAVA_HOME", jdk)
                .withOption("-T4")
                .with("epoch", 7)
                .with("models", "lstm");
        Scenario usual = Scenario.named("train-and-compare").with("models", "lstm");

        // when
        Build build = scenario.run("verify");
        usual.run("mnist:train").assertSucceeded();

        // then
        build.assertSucceeded()
                .assertSays("[one] lstm  epoch 1/1", "[two] lstm  epoch 1/1", "the nearest is -Dmnist.epochs")
                .assertSaysNot("not marked @threadSafe");
        for (String module : List.of("one", "two")) {
            Path output = scenario.directory().resolve(module).resolve("target/mnist");
            assertThat(output.resolve("models/lstm/lstm-0000.params"))
                    .hasSameBinaryContentAs(usual.output().resolve("models/lstm/lstm-0000.params"));
            assertThat(output.resolve("worker/train.log")).content().doesNotContain("restricted method");
        }
    }
}
