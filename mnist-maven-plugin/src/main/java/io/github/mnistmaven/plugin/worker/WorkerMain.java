package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.internal.failures.AddressSpace;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.plugin.jobs.CompareJob;
import io.github.mnistmaven.plugin.jobs.ReadJob;
import io.github.mnistmaven.plugin.jobs.StudyPlanJob;
import io.github.mnistmaven.plugin.jobs.StudyRunJob;
import io.github.mnistmaven.plugin.jobs.TrainJob;
import io.github.mnistmaven.plugin.jobs.VerifyJob;
import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.StudyPlanRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.plugin.protocol.Wire;
import io.github.mnistmaven.training.EngineUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The worker's end of the fork. Its one argument is the file with the request. */
public final class WorkerMain {

    private static final Logger LOG = Logger.getLogger(WorkerMain.class.getName());

    /** The exit code of a JVM that was started with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int FAILED = 1;

    private static final String CACHE_VARIABLE = "set the environment variable ENGINE_CACHE_DIR";

    private static final String CACHE_PARAMETER =
            "set the parameter <engineCacheDirectory>, -Dmnist.engineCacheDirectory";

    private WorkerMain() {}

    /**
     * Does what is asked and ends the process.
     *
     * @param args the file with the request
     */
    public static void main(String[] args) {
        int exitCode = FAILED;
        try {
            EventChannel channel = EventChannel.takeStandardOutput();
            endWithMaven(System.in);
            UnexpectedExit.reportTo(channel);
            Event finalEvent = finalEvent(Path.of(args[0]), channel);
            channel.send(finalEvent);
            exitCode = finalEvent instanceof Event.Done ? 0 : FAILED;
        } catch (Throwable e) {
            // Not even a failure can be reported. A logger may need what there is too little of.
            e.printStackTrace();
        } finally {
            // Threads of the engine or of a user's architecture must not keep the process alive.
            System.exit(exitCode);
        }
    }

    private static Event finalEvent(Path request, EventChannel channel) {
        try {
            work(Wire.request(Files.readString(request)), channel);
            return new Event.Done();
        } catch (UserErrorException e) {
            log(e);
            return new Event.Failed(withLimit(e.getMessage(), e), true);
        } catch (EngineUnavailableException e) {
            log(e);
            return new Event.Failed(engineUnavailable(e.getMessage()), true);
        } catch (OutOfMemoryError e) {
            // Of the heap, it ends the process before it gets here, unless a user's JVM arguments say otherwise.
            try {
                e.printStackTrace();
            } finally {
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
            }
            throw e;
        } catch (Throwable e) {
            log(e);
            return new Event.Failed(withLimit(Causes.inWords(e), e), false);
        }
    }

    /** A logger needs files of its own: that it fails too must not take the place of what failed first. */
    private static void log(Throwable failure) {
        try {
            LOG.log(Level.SEVERE, "the job failed", failure);
        } catch (RuntimeException | Error e) {
            failure.printStackTrace();
        }
    }

    private static String withLimit(String message, Throwable failure) {
        return AddressSpace.limitBehind(failure)
                .map(limit -> message + "\n" + limit)
                .orElse(message);
    }

    /** The parameter prevails over the variable that the library knows. */
    private static String engineUnavailable(String message) {
        return message.replace(CACHE_VARIABLE, CACHE_PARAMETER);
    }

    private static void work(Request request, EventChannel channel) throws UserErrorException, IOException {
        if (request instanceof TrainRequest train) {
            new TrainJob(train, channel::send).run();
        } else if (request instanceof CompareRequest compare) {
            new CompareJob(compare, channel::send).run();
        } else if (request instanceof VerifyRequest verify) {
            new VerifyJob(verify, channel::send).run();
        } else if (request instanceof StudyPlanRequest plan) {
            new StudyPlanJob(plan, channel::send).run();
        } else if (request instanceof StudyRunRequest run) {
            new StudyRunJob(run, channel::send).run();
        } else if (request instanceof ReadRequest read) {
            new ReadJob(read, channel::send).run();
        }
    }

    /** Standard input ends when Maven does, even by a kill; nothing must go on training then. */
    private static void endWithMaven(InputStream in) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {
                            // Nothing is ever said here.
                        }
                    } catch (IOException e) {
                        LOG.log(Level.FINE, "standard input is broken, so Maven has gone", e);
                    }
                    Runtime.getRuntime().halt(1);
                },
                "mnist-worker-orphan-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
