package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A build that a test does something to while it runs. Closing it kills whatever is left of it. */
final class RunningBuild implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scenario scenario;
    private final Process maven;

    private RunningBuild(Scenario scenario, Process maven) {
        this.scenario = scenario;
        this.maven = maven;
    }

    static RunningBuild start(Scenario scenario, String... goals) throws IOException {
        return new RunningBuild(scenario, scenario.start(goals));
    }

    RunningBuild awaitLog(String text) throws IOException, InterruptedException {
        return awaitLog(text, 1);
    }

    /** Until the text has come so often. */
    RunningBuild awaitLog(String text, int times) throws IOException, InterruptedException {
        return await(
                "'%s' came in time".formatted(text),
                PATIENCE,
                () -> log().split(Pattern.quote(text), -1).length > times);
    }

    RunningBuild awaitLog(String text, Duration patience) throws IOException, InterruptedException {
        return await("'%s' came in time".formatted(text), patience, () -> log().contains(text));
    }

    RunningBuild awaitAWorker(Duration patience) throws IOException, InterruptedException {
        return await("a worker came in time", patience, () -> !workers().isEmpty());
    }

    private RunningBuild await(String what, Duration patience, Condition condition)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!condition.holds()) {
            assertThat(maven.isAlive()).as(log()).isTrue();
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(20);
        }
        return this;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    ProcessHandle worker() {
        return workers().get(0);
    }

    List<ProcessHandle> workers() {
        return running("io.github.mnistmaven.plugin.worker.WorkerMain");
    }

    /** The JVM that forks workers; what starts it may be a shell. */
    ProcessHandle mavenItself() {
        return mavenIfAlive().orElseThrow();
    }

    Optional<ProcessHandle> mavenIfAlive() {
        return running("plexus.classworlds.launcher.Launcher").stream().findFirst();
    }

    private List<ProcessHandle> running(String mainClass) {
        return Stream.concat(Stream.of(maven.toHandle()), maven.descendants())
                .filter(process -> process.info().commandLine().orElse("").contains(mainClass))
                .toList();
    }

    /** Waits for its end. */
    Build end() throws IOException, InterruptedException {
        int exitCode = maven.waitFor();
        return new Build(exitCode, log());
    }

    /** Of one that was killed, or whose worker was. */
    Build endSoon() throws IOException, InterruptedException {
        assertThat(maven.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended soon:%n%s", log())
                .isTrue();
        return end();
    }

    String log() throws IOException {
        return Files.exists(scenario.log()) ? Files.readString(scenario.log()) : "";
    }

    @Override
    public void close() {
        maven.descendants().forEach(ProcessHandle::destroyForcibly);
        maven.destroyForcibly();
    }
}
