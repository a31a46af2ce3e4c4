package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a process from outliving its purpose: it is stopped when its time is up, when Maven is told to stop, and at the
 * latest when the guard is closed. It is asked to end, so that it can tidy up, and killed if it does not.
 */
final class ProcessGuard implements AutoCloseable {

    /** Exit codes of a process that was sent SIGINT, as by Ctrl-C on a terminal, or SIGTERM. */
    private static final int INTERRUPTED = 130;

    private static final int TERMINATED = 143;

    /** More than a process needs to delete what it has half written, and less than somebody waits who has pressed Ctrl-C. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final Optional<Duration> timeout;
    private final Thread shutdownHook = new Thread(this::onShutdown, "mnist-worker-shutdown");
    private volatile boolean timedOut;
    private volatile boolean shuttingDown;

    private ProcessGuard(Process process, Optional<Duration> timeout) {
        this.process = process;
        this.timeout = timeout;
    }

    static ProcessGuard on(Process process, Optional<Duration> timeout) {
        ProcessGuard guard = new ProcessGuard(process, timeout);
        Runtime.getRuntime().addShutdownHook(guard.shutdownHook);
        // Not on the thread that notices, which is to be on time for others as well.
        timeout.ifPresent(time -> process.onExit()
                .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((ended, failure) -> {
                    if (failure instanceof TimeoutException) {
                        guard.onTimeout();
                    }
                }));
        return guard;
    }

    /** By its handle: the process itself would also close the streams that are being read. */
    private void onTimeout() {
        timedOut = true;
        stop();
    }

    private void onShutdown() {
        shuttingDown = true;
        stop();
    }

    private void stop() {
        ProcessHandle handle = process.toHandle();
        handle.destroy();
        try {
            handle.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Says so if it was this guard that ended the process, or the Ctrl-C that is about to end Maven too. */
    void requireUnused(Request request, int exitCode) throws UserErrorException {
        if (timedOut) {
            throw new UserErrorException(
                    "mnist:%s was stopped, as it took longer than %d s (parameter <timeout>, -Dmnist.timeout). Allow more time, or give it less to do: %s"
                            .formatted(request.goal(), timeout.orElseThrow().toSeconds(), whatToDo(request)));
        }
        if (shuttingDown || exitCode == INTERRUPTED || exitCode == TERMINATED) {
            throw new UserErrorException("mnist:%s was stopped from outside. Finished %s are in %s"
                    .formatted(
                            request.goal(), request instanceof StudyRunRequest ? "runs" : "models", finished(request)));
        }
    }

    private static String whatToDo(Request request) {
        if (request instanceof TrainRequest) {
            return "fewer <models>, <epochs> or <trainSamples>. The next mnist:train resumes after the last complete epoch; finished models are in "
                    + finished(request);
        }
        if (request instanceof StudyRunRequest) {
            return "fewer <epochs> or <trainSamples>. The next mnist:study resumes after the last complete epoch; finished runs are in "
                    + finished(request);
        }
        if (request instanceof ReadRequest) {
            return "fewer <models> or <images>";
        }
        return "fewer <models> or <testSamples>";
    }

    private static Path finished(Request request) {
        return request instanceof StudyRunRequest
                ? request.output().study()
                : request.output().models();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        if (!shuttingDown) {
            try {
                Runtime.getRuntime().removeShutdownHook(shutdownHook);
            } catch (IllegalStateException e) {
                // Maven began to shut down just now, and the hook has nothing left to kill.
            }
        }
    }
}
