package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mnistmaven.internal.files.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each directory that a goal writes to, full and read-only: {@link FaultyPlacesIT} has the engine's cache. */
@Tag("robustness")
@EnabledOnOs(OS.LINUX)
class UnwritableDirectoriesIT {

    private static final List<String> CHANGING = List.of("lock", ".lock", "filler", "reproducibility.json");

    /** With models, results, a study and a baseline; made once. */
    private static Scenario scenario;

    @TempDir
    private Path temp;

    private Path mounted;

    private enum Fault {
        READ_ONLY("Read-only file system"),
        FULL("No space left on device");

        private final String reason;

        Fault(String reason) {
            this.reason = reason;
        }
    }

    @BeforeEach
    void build() throws IOException {
        if (scenario == null) {
            scenario = Scenario.named("train-and-compare")
                    .with("models", "lstm")
                    .with("presets", "fast")
                    .with("seeds", 1)
                    .with("accuracyMargin", 0.1)
                    .with("images", "pictures");
            Path pictures = Files.createDirectory(scenario.directory().resolve("pictures"));
            BufferedImage picture = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
            picture.createGraphics().fillRect(28, 10, 5, 40);
            ImageIO.write(picture, "png", pictures.resolve("one.png").toFile());
            // Whatever a mirror sends, it has to be stored before it can be verified.
            Path mirror = Files.createDirectory(scenario.directory().resolve("mirror"));
            Files.write(mirror.resolve("train-images-idx3-ubyte.gz"), new byte[100_000]);
            scenario.run("mnist:train", "mnist:compare", "mnist:study").assertSucceeded();
            scenario.with("updateBaseline", true).run("mnist:compare").assertSucceeded();
            scenario.without("updateBaseline");
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            assertThat(succeeds("umount", mounted.toString())).isTrue();
        }
    }

    @ParameterizedTest(name = "{2}: {0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    mnist:train   | -Dmnist.force          | target/mnist/models      | -Dmnist.outputDirectory
                    mnist:train   | -Dmnist.force          | target/mnist/checkpoints | -Dmnist.outputDirectory
                    mnist:train   | -Dmnist.force          | target/mnist/up-to-date  | -Dmnist.outputDirectory
                    mnist:train   | -Dmnist.force          | target/mnist/figures     | -Dmnist.outputDirectory
                    mnist:train   | -Dmnist.force          | target/mnist/worker      | -Dmnist.outputDirectory
                    mnist:train   | -Dmnist.dataset=mnist  | cache                    | -Dmnist.cacheDirectory
                    mnist:compare |                        | target/mnist             | -Dmnist.outputDirectory
                    mnist:compare |                        | target/mnist/figures     | -Dmnist.outputDirectory
                    mnist:compare | -Dmnist.updateBaseline | src/mnist                | -Dmnist.baseline
                    mnist:study   | -Dmnist.seeds=2        | target/mnist/study       | -Dmnist.outputDirectory
                    mnist:read    |                        | target/mnist/readings    | -Dmnist.outputDirectory
                    mnist:samples |                        | target/mnist             | -Dmnist.outputDirectory
                    mnist:samples | -Dmnist.dataset=mnist  | cache                    | -Dmnist.cacheDirectory
                    mnist:report  |                        | target/reports           | target/reports
                    """)
    void givenADirectoryThatCannotBeWritten_whenAGoalWritesToIt_thenItIsNamedAndNothingIsLost(
            String goal, String option, String directory, String parameter) throws Exception {
        for (Fault fault : Fault.values()) {
            // given
            Path path = scenario.directory().resolve(directory);
            spoil(path, fault);
            Map<String, String> before = files(path);

            // when
            Build build = scenario.withOnly(option == null ? List.of() : List.of(option))
                    .with("cacheDirectory", scenario.directory().resolve("cache"))
                    .with("downloadUrls", scenario.directory().resolve("mirror").toUri())
                    .run(goal);

            // then
            build.assertFailed()
                    .assertSays(path.toString(), fault.reason, parameter)
                    .assertSaysNot("\tat ", "Exception:", ".tmp", ".new");
            assertThat(files(path)).as(build.log()).isEqualTo(before);
            unmount();
            mounted = null;
        }
    }

    /** What the system itself would put there is not needed. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "READ_ONLY, java.io.tmpdir",
        "FULL, java.io.tmpdir",
        "READ_ONLY, user.home",
        "FULL, user.home",
    })
    void givenAPlaceOfTheSystemThatCannotBeWritten_whenTheGoalsAreRun_thenTheyDoWithoutIt(Fault fault, String property)
            throws Exception {
        // given
        Path directory = scenario.directory().resolve("place");
        spoil(directory, fault);
        String argument = "-D%s=%s".formatted(property, directory);
        Scenario own = scenario.in("")
                .withOnly(List.of("-Dmnist.force"))
                .withEnvironment("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 " + argument)
                .with("jvmArgs", argument)
                .with("engineCacheDirectory", Path.of(System.getProperty("user.home"), ".djl.ai"));

        // when
        Build build = own.run("mnist:train", "mnist:compare", "mnist:read", "mnist:samples", "mnist:report");

        // then
        build.assertSucceeded().assertSaysNot("\tat ", "Exception:");
    }

    /** With what was in it, unless the goal deletes that first, which would leave room. */
    private void spoil(Path directory, Fault fault) throws Exception {
        Files.createDirectories(directory);
        Path content = temp.resolve("content-" + fault);
        PathUtils.copyDirectory(directory, content);
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", directory.toString()),
                "only root may mount a file system");
        mounted = directory;
        if (Stream.of("up-to-date", "checkpoints", "readings").noneMatch(directory::endsWith)) {
            PathUtils.copyDirectory(content, directory);
        }
        if (fault == Fault.READ_ONLY) {
            assertThat(succeeds("mount", "-o", "remount,ro", directory.toString()))
                    .isTrue();
        } else {
            fill(directory.resolve("filler"));
        }
    }

    private static void fill(Path file) {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(Fault.FULL.reason);
        }
    }

    /** All but those of the worker, locks, and the verdict on the models of another build, which is deleted first. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = directory.relativize(file);
                if (!name.startsWith("worker")
                        && !CHANGING.contains(name.getFileName().toString())) {
                    digests.put(name.toString(), Sha256.of(file));
                }
            }
        }
        return digests;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(Arrays.asList(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
