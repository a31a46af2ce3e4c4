package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are killed at any moment lose nothing that was saved, leave no process behind, and nothing that the next build does
 * not clear away. {@code mnist.kills} says how many are killed, {@code mnist.kills.seed} when.
 */
@Tag("kills")
class RandomKillsIT {

    private static final int KILLS = Integer.getInteger("mnist.kills");

    /** How often builds are run to their end in between. */
    private static final int COMPLETE_EVERY = 5;

    /** Studies and comparisons are killed only where there is time for them. */
    private static final boolean MANY = KILLS >= COMPLETE_EVERY;

    private static final int MIRROR_BYTES_PER_SECOND = 3_000_000;

    /** What runs when something is killed. */
    private enum Target {
        TRAIN,
        COMPARE,
        STUDY,
        DOWNLOAD
    }

    @TempDir
    private Path temp;

    private final Random random = new Random(Long.getLong("mnist.kills.seed"));
    private final Map<Target, Map<KillableGoal.Victim, Integer>> kills = new EnumMap<>(Target.class);
    private final List<String> faults = new ArrayList<>();

    private Path cache;
    private Scenario embedded;
    private Scenario downloading;

    @BeforeEach
    void prepare() {
        cache = temp.resolve("cache");
        embedded = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("epochs", 6)
                .with("presets", "fast")
                .with("seeds", 2);
        downloading = Scenario.named("train-and-compare")
                .with("models", "lstm")
                .with("dataset", "mnist")
                .with("force", true)
                .with("cacheDirectory", cache);
    }

    @Test
    void givenBuildsThatAreKilledAtAnyMoment_thenNothingIsLostAndNothingIsLeft() throws Exception {
        try (MnistMirror mirror = MnistMirror.start(MIRROR_BYTES_PER_SECOND)) {
            // given
            downloading.with("downloadUrls", mirror.url());
            Map<Target, KillableGoal> goals = goals(mirror);
            Set<Path> saved = models();

            for (int kill = 1; kill <= KILLS; kill++) {
                // when
                Target target = List.copyOf(goals.keySet()).get(random.nextInt(goals.size()));
                if (!MANY) {
                    target = kill == 1 ? Target.TRAIN : Target.DOWNLOAD;
                }
                KillableGoal goal = goals.get(target);
                KillableGoal.Kill hit = killUntilItHits(goal);
                kills.computeIfAbsent(target, any -> new EnumMap<>(KillableGoal.Victim.class))
                        .merge(hit.victim(), 1, Integer::sum);

                // then
                String label = "kill %d, of %s: %s".formatted(kill, target, hit.victim());
                System.out.println(label);
                requireEmpty(label + ", processes left", goal.processes());
                requireEmpty(label + ", lost", lost(saved, mirror));
                if (hit.victim() == KillableGoal.Victim.WORKER_BY_SIGKILL
                        && !hit.log().contains("(SIGKILL)")) {
                    faults.add("%s, not explained: %s".formatted(label, hit.log()));
                }
                if (kill % COMPLETE_EVERY == 0 || kill == KILLS) {
                    complete(mirror);
                    requireEmpty(label + ", left after the next build", left());
                }
                saved = models();
            }
        }
        System.out.print(table());
        assertThat(faults).isEmpty();
    }

    private Map<Target, KillableGoal> goals(MnistMirror mirror) throws Exception {
        Map<Target, KillableGoal> goals = new EnumMap<>(Target.class);
        goals.put(Target.TRAIN, KillableGoal.whole(embedded, "mnist:train"));
        if (MANY) {
            goals.put(Target.COMPARE, KillableGoal.whole(embedded, "mnist:compare"));
            goals.put(Target.STUDY, KillableGoal.whole(embedded, "mnist:study"));
        }
        goals.put(Target.DOWNLOAD, KillableGoal.download(downloading, "mnist:train", mirror.millis()));
        return goals;
    }

    private KillableGoal.Kill killUntilItHits(KillableGoal goal) throws Exception {
        Optional<KillableGoal.Kill> hit = Optional.empty();
        while (hit.isEmpty()) {
            embedded.with("trainSamples", 300 + random.nextInt(100));
            forgetSomeDigits();
            hit = goal.kill(random);
        }
        return hit.get();
    }

    /** So that there is something to be downloaded; what was received of it in part stays. */
    private void forgetSomeDigits() throws IOException {
        for (String name : MnistMirror.FILES) {
            if (name.equals(MnistMirror.LARGEST) || random.nextInt(3) == 0) {
                Files.deleteIfExists(cache.resolve(name));
            }
        }
    }

    /** The next builds that nobody kills. */
    private void complete(MnistMirror mirror) {
        String[] goals =
                MANY ? new String[] {"mnist:train", "mnist:compare", "mnist:study"} : new String[] {"mnist:train"};
        embedded.run(goals).assertSucceeded();
        Build build = downloading.run("mnist:train");
        if (mirror.isReal()) {
            build.assertSucceeded();
        } else {
            build.assertFailed().assertSays(MnistMirror.LARGEST + ".gz: its content has");
        }
    }

    /** What is not whole of what was saved: models and what was measured of them, and digits. */
    private List<String> lost(Set<Path> saved, MnistMirror mirror) throws IOException {
        List<String> lost = new ArrayList<>();
        Set<Path> missing = new HashSet<>(saved);
        missing.removeAll(models());
        missing.forEach(model -> lost.add(model.toString()));
        for (Path model : models()) {
            RunFile run = RunFile.read(model);
            if (!Sha256.of(model.resolve(run.model() + "-0000.params")).equals(run.parametersFileSha256())) {
                lost.add(model.toString());
            }
        }
        if (MANY) {
            Results.read(embedded.output().resolve(Results.FILE));
            StudyResults.read(embedded.output().resolve("study").resolve(StudyResults.FILE));
        }
        for (String name : MnistMirror.FILES) {
            Path file = cache.resolve(name);
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), mirror.content(name))) {
                lost.add(file.toString());
            }
        }
        return lost;
    }

    /** The directories of all models. */
    private Set<Path> models() throws IOException {
        Set<Path> models = new HashSet<>();
        for (Path file : Stream.concat(files(embedded.output()), files(downloading.output()))
                .toList()) {
            if (file.endsWith("run.json")
                    && !file.getParent().getFileName().toString().startsWith(".")) {
                models.add(file.getParent());
            }
        }
        return models;
    }

    private List<Path> left() throws IOException {
        Stream<Path> inProjects = Stream.concat(files(embedded.directory()), files(downloading.directory()))
                .filter(file -> file.toString().matches(".*(/[.]|/checkpoints/|hs_err).*"));
        Stream<Path> inCache = files(cache)
                .filter(file -> !MnistMirror.FILES.contains(file.getFileName().toString()) && !file.endsWith(".lock"));
        return Stream.concat(inProjects, inCache).toList();
    }

    private static Stream<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private void requireEmpty(String label, List<?> found) {
        found.forEach(one -> faults.add("%s: %s".formatted(label, one)));
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("kills: %d, seed %s%n".formatted(KILLS, System.getProperty("mnist.kills.seed")));
        kills.forEach((target, ofTarget) -> table.append("%-8s %s%n".formatted(target, ofTarget)));
        return table.append("lost, left behind or not explained: %d%n".formatted(faults.size()))
                .toString();
    }
}
