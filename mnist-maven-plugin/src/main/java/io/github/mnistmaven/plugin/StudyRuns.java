package io.github.mnistmaven.plugin;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.plugin.console.StudyLog;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.fork.WorkerProcess;
import io.github.mnistmaven.plugin.protocol.StudyPlanRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.uptodate.UpToDate;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.runs.StudyRun;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The runs of a study: which of them are there, and how the others come about, a worker each. */
final class StudyRuns {

    private final List<StudyRunRequest> runs;
    private final DigitSet test;
    private final StudyLog log;

    /** In the order in which they are worked on. */
    StudyRuns(List<StudyRunRequest> runs, DigitSet test, StudyLog log) {
        this.runs = runs;
        this.test = test;
        this.log = log;
    }

    /**
     * Has a worker find out, before anything is trained, whether the architectures exist, and which of the models that were trained with something else are nevertheless those that training
     * would lead to.
     */
    void plan(WorkerProcess worker, WorkerDirectory directory) throws UserErrorException, WorkerFailedException {
        List<StudyRunRequest> outdated = runs.stream()
                .filter(run -> !UpToDate.check(run.place(), run.inputs()).isUpToDate())
                .toList();
        if (!outdated.isEmpty()) {
            worker.run(new StudyPlanRequest(outdated), directory, log.listener());
        }
    }

    /** Those that are to be trained, or to be evaluated alone. */
    List<StudyRunRequest> open() throws UserErrorException {
        List<StudyRunRequest> open = new ArrayList<>();
        for (StudyRunRequest run : runs) {
            Optional<RunEvaluation> evaluation = readableEvaluation(run);
            UpToDate upToDate = UpToDate.check(run.place(), run.inputs());
            if (!upToDate.isUpToDate()) {
                upToDate.message().ifPresent(message -> log.note(run.label() + ": " + message));
                open.add(run);
            } else if (!isEvaluated(run, evaluation)) {
                open.add(run.withoutTraining());
            }
        }
        return open;
    }

    private static Optional<RunEvaluation> readableEvaluation(StudyRunRequest run) throws UserErrorException {
        try {
            return RunEvaluation.readUndamaged(run.evaluation());
        } catch (ResultsFormatException e) {
            throw UserErrorException.about(
                    "outputDirectory",
                    "%s. To keep what is there, use the version of the plugin that wrote it, or name another directory"
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UserErrorException("%s cannot be read (%s)".formatted(run.evaluation(), Causes.inWords(e)), e);
        }
    }

    private boolean isEvaluated(StudyRunRequest run, Optional<RunEvaluation> evaluation) throws UserErrorException {
        if (evaluation.isEmpty()) {
            return false;
        }
        try {
            String parameters = RunFile.read(run.place().model()).parametersFileSha256();
            return evaluation.get().isOf(parameters, test.fingerprint());
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }

    /** Completes runs; where one fails, the others go on. Gives why runs failed. */
    Map<StudyRunRequest, Exception> complete(
            List<StudyRunRequest> open, WorkerProcess worker, WorkerDirectory directory, int parallel)
            throws WorkerFailedException {
        Map<StudyRunRequest, Exception> failures = Collections.synchronizedMap(new LinkedHashMap<>());
        ExecutorService executor = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (StudyRunRequest run : open) {
                futures.add(executor.submit(() -> complete(run, worker, directory, failures)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerFailedException("the build was interrupted; the workers were stopped");
        } catch (ExecutionException e) {
            throw new WorkerFailedException("a run of the study failed: " + Causes.inWords(e.getCause()), e.getCause());
        } finally {
            executor.shutdownNow();
        }
        return failures;
    }

    private void complete(
            StudyRunRequest run,
            WorkerProcess worker,
            WorkerDirectory directory,
            Map<StudyRunRequest, Exception> failures) {
        long start = System.nanoTime();
        try {
            worker.run(run, directory, log.listener());
            StudyRun done = read(run);
            log.finished(
                    run.label(), done.accuracy(), done.trainingTime(), Duration.ofNanos(System.nanoTime() - start));
        } catch (UserErrorException | WorkerFailedException e) {
            failures.put(run, e);
            log.failed(run.label(), e.getMessage());
        }
    }

    static StudyRun read(StudyRunRequest run) throws UserErrorException {
        try {
            return StudyRun.read(run.place().model(), run.evaluation());
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }
}
