package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.EventListener;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.ClassPathEntry;
import io.github.mnistmaven.plugin.runtime.EngineCache;
import io.github.mnistmaven.plugin.runtime.Jdk;
import io.github.mnistmaven.plugin.runtime.Launch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Maven's end of the fork: starts a worker, relays what it reports, and makes sure that it exits and that there is a reason
 * for it.
 *
 * <p>The worker's standard output carries its events, each on a marked line; whatever else is printed there, and its
 * standard error, goes to its log. Its standard input carries nothing: that it is closed tells the worker that Maven is
 * gone.
 */
public final class WorkerProcess {

    /** By name, as its class belongs to the other end. */
    static final String WORKER_MAIN = "io.github.mnistmaven.plugin.worker.WorkerMain";

    /** Variables from which every JVM takes further arguments, in three different ways; no worker has them. */
    private static final Set<String> JAVA_OPTIONS = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private final Launch launch;
    private final Consumer<String> debug;

    /**
     * A worker to be.
     *
     * @param launch how to start it
     * @param debug hears how it is started, a line each: its command, what its environment differs in from Maven's, and its log
     */
    public WorkerProcess(Launch launch, Consumer<String> debug) {
        this.launch = launch;
        this.debug = debug;
    }

    /**
     * Starts the worker and waits until it has done its job.
     *
     * @param request the job
     * @param directory of the output directory of the request, held
     * @param listener hears the worker's events
     * @throws UserErrorException if the job failed for a reason that the user can put right, or took too long
     * @throws WorkerFailedException if it failed for another reason or exited without reporting a result
     */
    public void run(Request request, WorkerDirectory directory, EventListener listener)
            throws UserErrorException, WorkerFailedException {
        WorkerFiles files = files(request, directory);
        try {
            List<String> command = command(files);
            Process process = start(command, files);
            try (ProcessGuard guard = ProcessGuard.on(process, launch.timeout())) {
                Relay relay = new Relay(listener);
                relay.run(process, files.log());
                int exitCode = process.waitFor();
                guard.requireUnused(request, exitCode);
                judge(relay.finalEvent(), new FailureReport(exitCode, command, files.log(), files.crash()));
            }
        } catch (IOException e) {
            throw new WorkerFailedException(
                    "the worker for mnist:%s cannot be run: %s%n  log: %s"
                            .formatted(request.goal(), Causes.inWords(e), files.log()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerFailedException("the build was interrupted; the worker was stopped");
        }
    }

    private WorkerFiles files(Request request, WorkerDirectory directory) throws UserErrorException {
        try {
            return WorkerFiles.write(
                    directory.path(),
                    request,
                    launch.classPath().stream().map(ClassPathEntry::path).toList());
        } catch (IOException e) {
            throw Unwritable.because("what the worker is started with", directory.path(), e);
        }
    }

    private List<String> command(WorkerFiles files) {
        List<String> command = new ArrayList<>();
        command.add(launch.java().toString());
        command.add("-Djava.awt.headless=true");
        command.add("-Dai.djl.offline=true");
        command.add("-Dai.djl.pytorch.num_threads=" + launch.threads());
        command.add("-XX:+ExitOnOutOfMemoryError");
        // Not beside the pom; in the JVM's patterns a percent sign is written twice.
        command.add("-XX:ErrorFile=" + files.crash().toString().replace("%", "%%"));
        if (Jdk.warnsOfNativeAccess(launch.java())) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        // Nearly all of the time is the engine's. To compile Java code thoroughly takes more of it than a short
        // training gains.
        command.add("-XX:TieredStopAtLevel=1");
        // A JVM would reserve a gigabyte of addresses for classes, of which a worker needs a small part.
        // Where addresses are limited, the engine's libraries need them.
        command.add("-XX:CompressedClassSpaceSize=64m");
        // The JVM's own choice lets the heap grow to gigabytes of garbage before it collects any; two collectors are an
        // error.
        if (launch.jvmArgs().stream().noneMatch(argument -> argument.matches("-XX:[+]Use\\w+GC"))) {
            command.add("-XX:+UseSerialGC");
        }
        launch.engineCache().map(EngineCache::argument).ifPresent(command::add);
        command.addAll(launch.surroundings());
        command.addAll(launch.jvmArgs());
        command.add("-cp");
        command.add(files.classPath().toString());
        command.add(WORKER_MAIN);
        command.add(files.request().toString());
        return command;
    }

    private Process start(List<String> command, WorkerFiles files) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        Map<String, String> environment = builder.environment();
        // Threads that spin long while they wait are slow wherever anything else runs, be it another worker; those that
        // never spin are slow at a small network, which has them wait for each other thousands of times a second.
        environment.put("OMP_WAIT_POLICY", "passive");
        environment.putIfAbsent("GOMP_SPINCOUNT", "5000");
        environment.put("OMP_NUM_THREADS", Integer.toString(launch.threads()));
        environment.put("OPT_OUT_TRACKING", "true");
        // DJL would prefer what these name to the library that Maven resolved.
        environment.keySet().removeIf(name -> name.startsWith("PYTORCH_"));
        // They are those of the build's own JVM. What a run is to be started with is said by <jvmArgs> alone.
        environment.keySet().removeAll(JAVA_OPTIONS);
        launch.engineCache()
                .ifPresent(cache ->
                        environment.put(EngineCache.VARIABLE, cache.directory().toString()));
        Numerics.pin(environment, launch.environment());
        describe(command, environment, files);
        return builder.start();
    }

    private void describe(List<String> command, Map<String, String> environment, WorkerFiles files) {
        debug.accept("worker: " + String.join(" ", command));
        Map<String, String> own = System.getenv();
        SortedMap<String, String> set = new TreeMap<>(environment);
        set.entrySet().removeIf(variable -> variable.getValue().equals(own.get(variable.getKey())));
        debug.accept("worker's environment: %s".formatted(set));
        SortedSet<String> removed = new TreeSet<>(own.keySet());
        removed.removeAll(environment.keySet());
        debug.accept("not in the worker's environment: %s".formatted(removed));
        debug.accept("worker's log: " + files.log());
    }

    private static void judge(Optional<Event> finalEvent, FailureReport report)
            throws UserErrorException, WorkerFailedException {
        if (finalEvent.isEmpty()) {
            throw new WorkerFailedException(report.withoutFinalEvent());
        }
        if (finalEvent.get() instanceof Event.Failed failed) {
            if (failed.byUser()) {
                throw new UserErrorException(failed.message());
            }
            throw new WorkerFailedException(report.withReason(failed.message()));
        }
    }
}
