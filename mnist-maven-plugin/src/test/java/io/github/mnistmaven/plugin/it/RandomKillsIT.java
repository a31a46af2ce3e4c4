package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Builds that are killed at any moment lose no model that was saved, leave no process behind, and nothing that the next build does
 * not clear away. {@code mnist.kills} says how many are killed, {@code mnist.kills.seed} when.
 */
@Tag("kills")
class RandomKillsIT {

    private static final int KILLS = Integer.getInteger("mnist.kills");

    /** How often a build is run to its end in between. */
    private static final int COMPLETE_EVERY = 5;

    /** Studies and comparisons are killed only where there is time for them. */
    private static final boolean MANY = KILLS >= COMPLETE_EVERY;

    private static final String[] TRAIN =
            MANY ? new String[] {"mnist:train", "mnist:compare"} : new String[] {"mnist:train"};
    private static final String[] STUDY = {"mnist:study"};

    private final Random random = new Random(Long.getLong("mnist.kills.seed"));
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);

    /** What is killed, and how. */
    private enum Victim {
        MAVEN,
        MAVEN_BY_SIGTERM,
        WORKER,
        BOTH
    }

    @Test
    void givenBuildsThatAreKilledAtAnyMoment_thenNothingIsLostAndNothingIsLeft() throws Exception {
        // given models that were saved, each of which every further build replaces
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("epochs", 2)
                .with("presets", "fast")
                .with("seeds", 2);
        Instant start = Instant.now();
        scenario.run(TRAIN).assertSucceeded();
        long whole = Duration.between(start, Instant.now()).toMillis();
        Set<Path> saved = requireWholeModels(scenario.output());

        int builds = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            // when
            boolean ended = true;
            while (ended) {
                String[] goals = MANY && random.nextBoolean() ? STUDY : TRAIN;
                builds++;
                scenario.with("trainSamples", 300 + builds);
                ended = !killAtAnyMoment(scenario, goals, whole);
            }

            // then
            assertThat(requireWholeModels(scenario.output())).containsAll(saved);
            if (kill % COMPLETE_EVERY == 0 || kill == KILLS) {
                scenario.run(TRAIN).assertSucceeded().assertSays("lstm");
                if (MANY) {
                    scenario.run(STUDY).assertSucceeded();
                }
                assertThat(leftBehind(scenario.output())).isEmpty();
            }
            saved = requireWholeModels(scenario.output());
        }
        System.out.printf(
                "%d builds killed (%s): %d models whole, no process and no file left behind%n",
                KILLS, killed, saved.size());
    }

    /** False if the build came to its end before anything was killed. */
    private boolean killAtAnyMoment(Scenario scenario, String[] goals, long whole) throws Exception {
        Process maven = scenario.start(goals);
        maven.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS);
        List<ProcessHandle> workers = maven.descendants().toList();
        // Where there is no worker, only Maven can be killed.
        List<Victim> alive =
                workers.isEmpty() ? List.of(Victim.MAVEN, Victim.MAVEN_BY_SIGTERM) : List.of(Victim.values());
        Victim victim = alive.get(random.nextInt(alive.size()));
        if (victim == Victim.MAVEN_BY_SIGTERM) {
            maven.destroy();
        }
        if (victim == Victim.MAVEN || victim == Victim.BOTH) {
            maven.toHandle().destroyForcibly();
        }
        if (victim == Victim.WORKER || victim == Victim.BOTH) {
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(maven.waitFor(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        requireNoProcess(scenario, workers);
        boolean isKilled = maven.exitValue() != 0;
        if (isKilled) {
            killed.merge(victim, 1, Integer::sum);
        }
        return isKilled;
    }

    /** Also none that was being started. */
    private static void requireNoProcess(Scenario scenario, List<ProcessHandle> workers) throws Exception {
        for (ProcessHandle worker : workers) {
            worker.onExit().get(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        String directory = scenario.directory().toString() + "/";
        Instant end = Instant.now().plus(RunningBuild.PATIENCE);
        List<String> left = List.of("not looked yet");
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            left = ProcessHandle.allProcesses()
                    .flatMap(process -> process.info().commandLine().stream())
                    .filter(command -> command.contains(directory))
                    .toList();
            Thread.sleep(20);
        }
        assertThat(left).isEmpty();
    }

    /** The directories of all models, each of which has the parameters that its record names. */
    private static Set<Path> requireWholeModels(Path output) throws IOException {
        Set<Path> models = new HashSet<>();
        for (Path record : files(output)) {
            Path directory = record.getParent();
            if (record.endsWith("run.json")
                    && !directory.getFileName().toString().startsWith(".")) {
                RunFile run = RunFile.read(directory);
                assertThat(Sha256.of(directory.resolve(run.model() + "-0000.params")))
                        .as(directory.toString())
                        .isEqualTo(run.parametersFileSha256());
                models.add(directory);
            }
        }
        return models;
    }

    private static Set<String> leftBehind(Path output) throws IOException {
        return files(output).stream()
                .map(file -> output.relativize(file).toString())
                .filter(file -> file.startsWith(".")
                        || file.contains("/.")
                        || file.contains("checkpoints/")
                        || file.contains("hs_err"))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
