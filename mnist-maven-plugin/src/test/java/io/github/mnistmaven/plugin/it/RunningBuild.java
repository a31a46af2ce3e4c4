package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
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
        Instant end = Instant.now().plus(PATIENCE);
        while (log().split(Pattern.quote(text), -1).length <= times) {
            assertThat(maven.isAlive()).as(log()).isTrue();
            assertThat(Instant.now()).as("'%s' came in time", text).isBefore(end);
            Thread.sleep(20);
        }
        return this;
    }

    ProcessHandle worker() {
        return maven.descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains("io.github.mnistmaven.plugin.worker.WorkerMain"))
                .findFirst()
                .orElseThrow();
    }

    /** The JVM that forks workers; what starts it may be a shell. */
    ProcessHandle mavenItself() {
        return Stream.concat(Stream.of(maven.toHandle()), maven.descendants())
                .filter(process ->
                        process.info().commandLine().orElse("").contains("plexus.classworlds.launcher.Launcher"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for its end. */
    Build end() throws IOException, InterruptedException {
        int exitCode = maven.waitFor();
        return new Build(exitCode, log());
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
