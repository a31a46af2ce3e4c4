package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that cannot be used, in the ways of containers and full disks: Maven's own message says which, why, and what to do. */
@Tag("robustness")
@EnabledOnOs(OS.LINUX)
class FaultyPlacesIT {

    private static final String ANOTHER_CACHE =
            "To use another directory, set the parameter <engineCacheDirectory>, -Dmnist.engineCacheDirectory";

    @TempDir
    private Path temp;

    private Path mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            succeeds("umount", mounted.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ro,size=1m        | cannot be unpacked to %s/pytorch (parameter <engineCacheDirectory>): Read-only file system
                    size=20m          | cannot be unpacked to %s/pytorch (parameter <engineCacheDirectory>)
                    size=20m          | No space left on device
                    noexec,size=600m  | The file system of %s/pytorch does not allow code to be run from it: it is mounted with noexec
                    """)
    void givenAnEngineCacheThatCannotBeUsed_whenTraining_thenItIsNamed(String options, String message)
            throws Exception {
        // given
        mount(options);
        Scenario scenario = scenario().with("engineCacheDirectory", mounted);

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(message.replace("%s", mounted.toString()), ANOTHER_CACHE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DJL_CACHE_DIR", "ENGINE_CACHE_DIR"})
    void givenAFileInPlaceOfTheEngineCache_whenTraining_thenItAndItsVariableAreNamed(String variable)
            throws IOException {
        // given
        Path file = Files.writeString(temp.resolve("file"), "");
        Scenario scenario = scenario().withEnvironment(variable, file.toString());

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays("%s/pytorch (%s is %s): Not a directory".formatted(file, variable, file), ANOTHER_CACHE);
    }

    @Test
    void givenLittleAddressSpace_whenTraining_thenTheLimitIsNamed() {
        // given
        Scenario scenario = scenario()
                .withEnvironment("JDK_JAVA_OPTIONS", "-Xmx256m -XX:CompressedClassSpaceSize=64m -XX:+UseSerialGC")
                .with("jvmArgs", "-Xmx200m,-XX:CompressedClassSpaceSize=64m")
                .startedBy("sh", "-c", "ulimit -v 1800000; exec \"$@\"", "sh");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed()
                .assertSays("This process may have at most 1757 MB of address space", "ulimit -v unlimited")
                .assertSaysNot(ANOTHER_CACHE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ro,size=1m | Read-only file system
                    size=64k   | No space left on device
                    """)
    void givenAnOutputDirectoryThatCannotBeWritten_whenTraining_thenItIsNamed(String options, String message)
            throws Exception {
        // given
        mount(options);
        Scenario scenario = scenario().with("outputDirectory", mounted.resolve("mnist"));

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertFailed().assertSays(mounted + "/mnist", message, "-Dmnist.outputDirectory");
    }

    @Test
    void givenAnAccountWithoutAHome_whenTraining_thenEverythingGoesBelowTheOutputDirectory() throws IOException {
        // given
        Scenario scenario = scenario().withEnvironment("JDK_JAVA_OPTIONS", "-Duser.home=?");

        // when
        Build build = scenario.run("mnist:train");

        // then
        build.assertSucceeded().assertSays(".djl.ai in the user's home, '?', cannot be written to");
        assertThat(scenario.output().resolve("home/.djl.ai/pytorch")).isDirectory();
        // Java's own cache of fonts is there, as Maven's process has that home.
        assertThat(scenario.directory().resolve("?/.djl.ai")).doesNotExist();
        delete(scenario.output().resolve("home"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"worker", "Maven", "Maven by SIGTERM"})
    void givenABuildThatIsKilledWhileItUnpacksTheEngine_whenTheNextOneRuns_thenNothingIsLeft(String victim)
            throws Exception {
        // given
        Path cache = temp.resolve("cache");
        Scenario scenario = scenario().with("engineCacheDirectory", cache);
        try (RunningBuild build = RunningBuild.start(scenario, "mnist:train")) {
            while (unfinished(cache).isEmpty()) {
                Thread.sleep(10);
            }
            ProcessHandle worker = build.worker();

            // when
            switch (victim) {
                case "worker" -> worker.destroyForcibly();
                case "Maven" -> build.mavenItself().destroyForcibly();
                default -> build.mavenItself().destroy();
            }
            worker.onExit().get(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            build.end();
        }

        // then
        if (victim.equals("Maven by SIGTERM")) {
            assertThat(unfinished(cache)).isEmpty();
        }
        scenario.run("mnist:train").assertSucceeded();
        assertThat(unfinished(cache)).isEmpty();
    }

    private static List<Path> unfinished(Path cache) throws IOException {
        if (!Files.isDirectory(cache.resolve("pytorch"))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(cache.resolve("pytorch"))) {
            return entries.filter(entry -> entry.toString().endsWith(".new")).toList();
        }
    }

    private static Scenario scenario() {
        return Scenario.named("train-and-compare").with("models", "lstm");
    }

    private void mount(String options) throws Exception {
        Path directory = Files.createDirectory(temp.resolve("mounted"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()),
                "only root may mount a file system");
        mounted = directory;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(Arrays.asList(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(java.io.File::delete);
        }
    }
}
