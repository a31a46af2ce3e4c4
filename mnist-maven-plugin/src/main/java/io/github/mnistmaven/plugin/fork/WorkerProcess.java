package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.EventListener;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.Wire;
import io.github.mnistmaven.plugin.runtime.ClassPathEntry;
import io.github.mnistmaven.plugin.runtime.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * A worker to be.
     *
     * @param launch how to start it
     */
    public WorkerProcess(Launch launch) {
        this.launch = launch;
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
        try {
            WorkerFiles files = WorkerFiles.write(
                    directory.path(),
                    request,
                    launch.classPath().stream().map(ClassPathEntry::path).toList());
            List<String> command = command(files);
            Process process = start(command, files);
            try (ProcessGuard guard = ProcessGuard.on(process, launch.timeout())) {
                Optional<Event> finalEvent = relay(process, files, listener);
                int exitCode = process.waitFor();
                guard.requireUnused(request, exitCode);
                judge(finalEvent, new FailureReport(exitCode, command, files.log()));
            }
        } catch (IOException e) {
            throw new WorkerFailedException(
                    "the worker for mnist:%s cannot be run: %s".formatted(request.goal(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerFailedException("the build was interrupted; the worker was stopped");
        }
    }

    private List<String> command(WorkerFiles files) {
        List<String> command = new ArrayList<>();
        command.add(launch.java().toString());
        command.add("-Djava.awt.headless=true");
        command.add("-Dai.djl.offline=true");
        command.add("-Dai.djl.pytorch.num_threads=" + launch.threads());
        command.add("-XX:+ExitOnOutOfMemoryError");
        // Nearly all of the time is the engine's. To compile Java code thoroughly takes more of it than a short
        // training gains.
        command.add("-XX:TieredStopAtLevel=1");
        // The JVM's own choice lets the heap grow to gigabytes of garbage before it collects any; two collectors are an
        // error.
        if (launch.jvmArgs().stream().noneMatch(argument -> argument.matches("-XX:[+]Use\\w+GC"))) {
            command.add("-XX:+UseSerialGC");
        }
        command.addAll(launch.network());
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
        Numerics.pin(environment, launch.environment());
        return builder.start();
    }

    /** Returns when the worker has closed its output; gives its last event, if that was a final one. */
    private static Optional<Event> relay(Process process, WorkerFiles files, EventListener listener)
            throws IOException {
        Optional<Event> finalEvent = Optional.empty();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintStream log =
                        new PrintStream(Files.newOutputStream(files.log(), StandardOpenOption.APPEND), true, "UTF-8")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Event> event = Wire.event(line);
                if (event.isPresent()) {
                    event.get().deliverTo(listener);
                    finalEvent = event.filter(Event::isFinal);
                } else if (!line.isBlank()) {
                    log.println(line);
                }
            }
        }
        return finalEvent;
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
