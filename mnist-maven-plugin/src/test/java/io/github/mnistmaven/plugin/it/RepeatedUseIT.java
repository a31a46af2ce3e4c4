package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One JVM in which the plugin is used again and again, as by a daemon, holds no more threads, files or classes each time. */
@Tag("robustness")
@EnabledOnOs(OS.LINUX)
class RepeatedUseIT {

    private static final int USES = 20;
    private static final int WARM = 5;

    /** It makes some once, when a method was called so often; a plugin has more than a thousand. */
    private static final int CLASSES_MADE_BY_THE_JVM = 100;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Test
    void givenOneJvm_whenTheGoalsAreRunManyTimes_thenItDoesNotGrow() throws Exception {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("force", true)
                .with("epochs", 2);
        List<String> goals = new ArrayList<>();
        for (int i = 0; i < USES; i++) {
            goals.addAll(List.of("mnist:train", "mnist:compare"));
        }

        // when
        List<Long> files = new ArrayList<>();
        List<Long> threads = new ArrayList<>();
        List<Long> classes = new ArrayList<>();
        try (RunningBuild build = RunningBuild.start(scenario, goals.toArray(String[]::new))) {
            for (int use = 1; use <= USES; use++) {
                build.awaitLog("lstm  epoch 1/2", use);
                Path process =
                        Path.of("/proc", Long.toString(build.mavenItself().pid()));
                files.add(count(process.resolve("fd")));
                threads.add(count(process.resolve("task")));
                classes.add(classes(process));
            }
            build.end().assertSucceeded();
        }

        // then
        System.out.printf("open files %s%nthreads %s%nclasses %s%n", files, threads, classes);
        assertThat(files.get(USES - 1)).isLessThanOrEqualTo(files.get(WARM) + 2);
        assertThat(threads.get(USES - 1)).isLessThanOrEqualTo(threads.get(WARM) + 2);
        // The JVM makes some once, when a method was called so often; what leaks would come with each use.
        long withoutNewOnes = IntStream.range(WARM, USES)
                .filter(use -> classes.get(use).equals(classes.get(use - 1)))
                .count();
        assertThat(withoutNewOnes).as("%s", classes).isGreaterThanOrEqualTo((USES - WARM) / 2);
    }

    /**
     * Each time Maven has a container of its own, as in a daemon or an editor after the plugin has changed. After each training and
     * comparison there is a build whose download fails.
     */
    @Test
    void givenOneJvm_whenThePluginIsLoadedAnewEachTime_thenItDoesNotGrowAndTheOldClassesGo() throws Exception {
        // given
        Scenario scenario =
                Scenario.named("train-and-compare").with("models", "lstm").with("force", true);
        Scenario failing = scenario.copy()
                .with("dataset", "mnist")
                .with("cacheDirectory", scenario.directory().resolve("cache"))
                .with("downloadUrls", "http://localhost:1/");

        // when
        List<String> command = new ArrayList<>(reloading(scenario));
        command.add(Integer.toString(USES));
        command.addAll(scenario.arguments("mnist:train", "mnist:compare"));
        command.add(PluginReloads.NEXT_BUILD);
        command.addAll(failing.arguments("mnist:samples"));
        Process process = new ProcessBuilder(command)
                .directory(scenario.directory().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor()).as(log).isZero();
        List<List<Long>> held = new ArrayList<>();
        for (String line :
                log.lines().filter(line -> line.startsWith(PluginReloads.HELD)).toList()) {
            System.out.println(line);
            held.add(NUMBER.matcher(line.replaceFirst(".*:", ""))
                    .results()
                    .map(number -> Long.parseLong(number.group()))
                    .toList());
        }
        assertThat(held).hasSize(USES);
        assertThat(log.split("exit code 0", -1)).hasSize(USES + 1);
        assertThat(log.split("no connection", -1)).hasSizeGreaterThan(USES);
        List<Long> warm = held.get(WARM);
        List<Long> last = held.get(USES - 1);
        assertThat(last.get(0)).as("loaders").isLessThanOrEqualTo(warm.get(0));
        assertThat(last.get(1)).as("classes").isLessThanOrEqualTo(warm.get(1) + CLASSES_MADE_BY_THE_JVM);
        assertThat(last.get(2)).as("threads").isLessThanOrEqualTo(warm.get(2) + 2);
        assertThat(last.get(3)).as("open files").isLessThanOrEqualTo(warm.get(3) + 2);
    }

    /** Maven's launcher, with another main class. */
    private static List<String> reloading(Scenario scenario) throws IOException {
        Path home = Path.of(System.getProperty("maven.home"));
        Path launcher;
        try (Stream<Path> jars = Files.list(home.resolve("boot"))) {
            launcher = jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
        Path configuration = Files.writeString(scenario.directory().resolve("launcher.conf"), """
                main is %s from plexus.core
                [plexus.core]
                optionally ${maven.home}/conf/logging
                optionally ${maven.home}/lib/ext/*.jar
                load ${maven.home}/lib/*.jar
                load %s/
                """.formatted(
                PluginReloads.class.getName(), Path.of("target/test-classes").toAbsolutePath()));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // What could be collected is.
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Dmaven.home=" + home,
                "-Dmaven.multiModuleProjectDirectory=" + scenario.directory(),
                "-Dclassworlds.conf=" + configuration,
                "-cp",
                launcher.toString(),
                "org.codehaus.plexus.classworlds.launcher.Launcher");
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    private static long classes(Path process) throws IOException, InterruptedException {
        Process jstat = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstat").toString(),
                        "-class",
                        process.getFileName().toString())
                .start();
        String output = new String(jstat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jstat.waitFor();
        return Long.parseLong(
                output.lines().skip(1).findFirst().orElseThrow().strip().split("\\s+")[0]);
    }
}
