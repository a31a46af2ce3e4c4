package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that lack what most have: a network, fonts, more than a few open files, gigabytes of addresses. */
@Tag("robustness")
@EnabledOnOs(OS.LINUX)
class BareMachineIT {

    private static final String[] ALL = {
        "mnist:train", "mnist:compare", "mnist:study", "mnist:read", "mnist:verify", "mnist:report"
    };

    /** Takes fonts, and the library that finds them, out of sight of one process and its children. */
    private static final String WITHOUT_FONTS = """
            mount -t tmpfs tmpfs /usr/share/fonts
            for library in /usr/lib/*/libfontconfig.so* /usr/lib*/libfontconfig.so*; do
              [ ! -e "$library" ] || mount --bind /dev/null "$library"
            done
            exec "$@"
            """;

    @TempDir
    private Path temp;

    /** Maven itself needs some 60, and its class loader opens each jar of a plugin. */
    @ParameterizedTest
    @ValueSource(ints = {64, 88, 112, 116, 120, 124, 126})
    void givenFewOpenFiles_whenTraining_thenTheLimitIsNamedUnlessItIsEnough(int limit) {
        // given
        Scenario scenario = scenario().startedBy("sh", "-c", "ulimit -n %d; exec \"$@\"".formatted(limit), "sh");

        // when
        Build build = scenario.run("mnist:train");

        // then
        if (limit < 112 || build.exitCode() != 0) {
            build.assertFailed().assertSays("raise the limit (ulimit -n)");
        }
    }

    @Test
    void givenHundredAndSixtyOpenFiles_whenAllGoalsAreRun_thenTheyWork() {
        // given
        Scenario scenario = scenario().startedBy("sh", "-c", "ulimit -n 160; exec \"$@\"", "sh");

        // when
        Build build = scenario.run(ALL);

        // then
        build.assertSucceeded();
    }

    @ParameterizedTest
    @CsvSource({"20, false", "28, false", "36, false", "64, true"})
    void givenFewOpenFilesOfTheWorker_whenTraining_thenTheLimitIsNamedUnlessItIsEnough(int limit, boolean enough)
            throws IOException {
        // given
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Scenario scenario = Scenario.named("mayhem");
        Path bin = Files.createDirectories(scenario.directory().resolve("jdk/bin"));
        Files.createSymbolicLink(bin.resolve("javac"), java.resolveSibling("javac"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\nulimit -n %d\nexec %s \"$@\"\n".formatted(limit, java))
                .toFile()
                .setExecutable(true);
        scenario.withToolchain(bin.getParent());

        // when
        Build build = scenario.run("process-classes");

        // then
        if (enough) {
            build.assertSucceeded();
        } else {
            build.assertFailed().assertSays("raise the limit (ulimit -n)");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    -Xmx300m | true
                    -Xmx4g   | false
                    """)
    void givenThreeGigabytesOfAddresses_whenTheGoalsAreRun_thenTheyWorkOrTheLimitIsNamed(String heap, boolean enough)
            throws IOException {
        // given
        Scenario scenario = scenario()
                .withEnvironment("JDK_JAVA_OPTIONS", "-Xmx256m -XX:CompressedClassSpaceSize=64m -XX:+UseSerialGC")
                .with("jvmArgs", heap)
                .startedBy("sh", "-c", "ulimit -v 3000000; exec \"$@\"", "sh");

        // when
        Build build = scenario.run(ALL);

        // then
        if (enough) {
            build.assertSucceeded();
        } else {
            build.assertFailed().assertSays("This process may have at most 2929 MB of address space", "ulimit -v");
        }
    }

    @Test
    void givenNoNetwork_whenTheGoalsAreRun_thenTheyWorkUnlessSomethingHasToBeFetched() {
        // given
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may take the network away");
        Scenario scenario = scenario().startedBy("unshare", "-n");

        // when
        Build embedded = scenario.run(ALL);
        Build mnist = scenario.with("dataset", "mnist")
                .with("cacheDirectory", temp.resolve("cache"))
                .run("mnist:train");

        // then
        embedded.assertSucceeded();
        mnist.assertFailed()
                .assertSays(
                        "train-images-idx3-ubyte.gz: the host is not known (is there a network, or a proxy to be set?)",
                        "-Dmnist.dataDirectory",
                        "-Dmnist.dataset=embedded");
        assertThat(temp.resolve("cache")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void givenNoFonts_whenTheGoalsAreRun_thenTheyWorkWithoutFiguresAndSaySoOnce() {
        // given
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may hide files");
        Scenario scenario = scenario().startedBy("unshare", "-m", "sh", "-c", WITHOUT_FONTS, "sh");

        // when
        Build build = scenario.run(ALL);
        Build samples = scenario.run("mnist:samples");

        // then
        build.assertSucceeded()
                .assertSays("no figures are drawn, as this Java cannot draw text", "apt-get install fontconfig")
                .assertSays("the digits in pictures get boxes, but no names, as this Java cannot draw text")
                .assertSaysNot("\tat ");
        assertThat(build.log()).containsOnlyOnce("no figures are drawn");
        assertThat(scenario.output().resolve("report.html")).isNotEmptyFile();
        assertThat(scenario.output().resolve("readings/lstm/one.png.png")).isNotEmptyFile();
        samples.assertFailed().assertSays("this Java cannot draw text", "apt-get install fontconfig");
    }

    private Scenario scenario() {
        try {
            Scenario scenario = Scenario.named("train-and-compare")
                    .with("models", "lstm")
                    .with("presets", "fast")
                    .with("seeds", 1)
                    .with("images", "one.png");
            BufferedImage picture = new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY);
            picture.createGraphics().fillRect(28, 10, 5, 40);
            ImageIO.write(
                    picture, "png", scenario.directory().resolve("one.png").toFile());
            return scenario;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
