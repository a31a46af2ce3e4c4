package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
