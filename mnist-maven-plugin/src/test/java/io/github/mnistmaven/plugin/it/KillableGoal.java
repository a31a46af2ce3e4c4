package io.github.mnistmaven.plugin.it;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A goal of a project, or a part of one, that is killed at a random moment again and again. */
final class KillableGoal {

    /** Exit codes of a process that was killed by SIGKILL or SIGTERM. */
    private static final Set<Integer> KILLED = Set.of(137, 143);

    /** What is killed, and how. */
    enum Victim {
        MAVEN_BY_SIGKILL,
        MAVEN_BY_SIGTERM,
        WORKER_BY_SIGKILL,
        BOTH_BY_SIGKILL;

        boolean isMaven() {
            return this != WORKER_BY_SIGKILL;
        }
    }

    /**
     * A kill that hit something running.
     *
     * @param victim of it
     * @param log of the build
     */
    record Kill(Victim victim, String log) {}

    private final Scenario scenario;
    private final String goal;
    private final String begin;
    private final boolean hasWorker;
    private long millis;

    private KillableGoal(Scenario scenario, String goal, String begin, boolean hasWorker, long millis) {
        this.scenario = scenario;
        this.goal = goal;
        this.begin = begin;
        this.hasWorker = hasWorker;
        this.millis = millis;
    }

    /** The whole of a goal, which is run to its end once, to know how long it takes. */
    static KillableGoal whole(Scenario scenario, String goal) throws IOException, InterruptedException {
        String banner =
                goal.replace("mnist:", "mnist-maven-plugin:%s:".formatted(System.getProperty("mnist.it.version")));
        try (RunningBuild build = RunningBuild.start(scenario, goal).awaitLog(banner)) {
            Instant start = Instant.now();
            build.end().assertSucceeded();
            return new KillableGoal(
                    scenario,
                    goal,
                    banner,
                    true,
                    Duration.between(start, Instant.now()).toMillis());
        }
    }

    /** The download at the beginning of a goal, which is over when there is a worker, or when the build has failed. */
    static KillableGoal download(Scenario scenario, String goal, long millis) {
        return new KillableGoal(scenario, goal, "downloading http", false, millis);
    }

    /** Nothing if what was to be killed had ended before. */
    Optional<Kill> kill(Random random) throws Exception {
        try (RunningBuild build = RunningBuild.start(scenario, goal)) {
            build.awaitLog(begin);
            Thread.sleep(random.nextLong(millis));
            List<ProcessHandle> workers = build.workers();
            Set<Victim> victims = EnumSet.allOf(Victim.class);
            if (workers.isEmpty()) {
                victims = EnumSet.of(Victim.MAVEN_BY_SIGKILL, Victim.MAVEN_BY_SIGTERM);
            }
            Victim victim = List.copyOf(victims).get(random.nextInt(victims.size()));
            kill(victim, build, workers);
            Build killed = build.endSoon();
            for (ProcessHandle worker : workers) {
                worker.onExit().get(RunningBuild.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            boolean hit = victim.isMaven()
                    ? KILLED.contains(killed.exitCode()) && !killed.log().contains("BUILD SUCCESS")
                    : killed.exitCode() != 0;
            boolean over = !hasWorker && !workers.isEmpty();
            return hit && !over ? Optional.of(new Kill(victim, killed.log())) : Optional.empty();
        }
    }

    private static void kill(Victim victim, RunningBuild build, List<ProcessHandle> workers) {
        Optional<ProcessHandle> maven = build.mavenIfAlive();
        switch (victim) {
            case MAVEN_BY_SIGTERM -> maven.ifPresent(ProcessHandle::destroy);
            case MAVEN_BY_SIGKILL -> maven.ifPresent(ProcessHandle::destroyForcibly);
            case WORKER_BY_SIGKILL -> workers.forEach(ProcessHandle::destroyForcibly);
            case BOTH_BY_SIGKILL -> {
                maven.ifPresent(ProcessHandle::destroyForcibly);
                workers.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** What runs of the build, also if it was only being started when Maven was killed; empty after some time, or something is wrong. */
    List<String> processes() throws InterruptedException {
        String directory = scenario.directory().toString() + "/";
        Instant end = Instant.now().plus(RunningBuild.PATIENCE);
        while (true) {
            List<String> left = ProcessHandle.allProcesses()
                    .flatMap(process -> process.info().commandLine().stream())
                    .filter(command -> command.contains(directory))
                    .toList();
            if (left.isEmpty() || Instant.now().isAfter(end)) {
                return left;
            }
            Thread.sleep(20);
        }
    }
}
