package io.github.mnistmaven.plugin.console;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.EventListener;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.study.internal.tables.StudyTable;
import io.github.mnistmaven.study.runs.StudyResults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Writes to Maven's log how a study goes on: a line a run, and at the end a table. Runs may be worked on at the same time. */
public final class StudyLog {

    private final Log log;
    private final LiveLine live;
    private final RemainingTime remaining;

    /** The runs that are not done, by their labels. */
    private final Map<String, StudyRunRequest> open = new LinkedHashMap<>();

    private final Map<String, String> progress = new LinkedHashMap<>();
    private int runs;
    private boolean saidHowLong;

    /**
     * The log of one study.
     *
     * @param log Maven's
     * @param live for what goes on between two lines of the log
     * @param parallel how many runs are worked on at a time
     */
    public StudyLog(Log log, LiveLine live, int parallel) {
        this.log = log;
        this.live = live;
        this.remaining = new RemainingTime(parallel);
    }

    /**
     * What the study is, before it starts.
     *
     * @param cells their names
     * @param seeds of each cell
     * @param openRuns those that are not done
     */
    public synchronized void start(List<String> cells, List<Long> seeds, List<StudyRunRequest> openRuns) {
        runs = cells.size() * seeds.size();
        openRuns.forEach(run -> open.put(run.label(), run));
        info(
                "%d %s: %d %s (%s) x %d %s (%s); %d done already",
                runs,
                runs == 1 ? "run" : "runs",
                cells.size(),
                cells.size() == 1 ? "cell" : "cells",
                String.join(", ", cells),
                seeds.size(),
                seeds.size() == 1 ? "seed" : "seeds",
                seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                runs - open.size());
    }

    /**
     * Digits were read.
     *
     * @param event how many, and where from
     */
    public synchronized void digits(Event.DigitsRead event) {
        info("%,d %s digits (%s)", event.digits(), event.use(), event.source());
    }

    /**
     * A line of text.
     *
     * @param text as it is
     */
    public synchronized void note(String text) {
        info("%s", text);
    }

    /**
     * Something that users should know but that stops nothing.
     *
     * @param text a sentence
     */
    public synchronized void warn(String text) {
        live.clear();
        log.warn(PrintableText.of(text));
    }

    /**
     * A run is complete.
     *
     * @param label of the run
     * @param accuracy on the test digits
     * @param trainingTime of the run, whenever it was trained
     * @param elapsed since its worker was started
     */
    public synchronized void finished(String label, double accuracy, Duration trainingTime, Duration elapsed) {
        StudyRunRequest run = open.remove(label);
        progress.remove(label);
        info("%s: accuracy %.4f in %.1f s", label, accuracy, trainingTime.toMillis() / 1000.0);
        if (!run.train()) {
            // To evaluate takes seconds, and says nothing of how long a training takes.
            return;
        }
        remaining.add(run.cell(), elapsed);
        List<String> cells = cellsToTrain();
        if (!saidHowLong && !cells.isEmpty()) {
            saidHowLong = true;
            info(
                    "about %s for the other %s",
                    RemainingTime.words(remaining.of(cells)), cells.size() == 1 ? "run" : cells.size() + " runs");
        }
    }

    private List<String> cellsToTrain() {
        return open.values().stream()
                .filter(StudyRunRequest::train)
                .map(StudyRunRequest::cell)
                .toList();
    }

    /**
     * A run failed.
     *
     * @param label of the run
     * @param reason a sentence
     */
    public synchronized void failed(String label, String reason) {
        open.remove(label);
        progress.remove(label);
        warn("%s failed: %s".formatted(label, reason));
    }

    /**
     * The results, once they are written.
     *
     * @param results what was measured, and what follows
     * @param file where they are
     * @param page where they are shown
     */
    public synchronized void report(StudyResults results, Path file, Path page) {
        info("");
        StudyTable.lines(results).forEach(line -> info("%s", line));
        StudyTable.findings(results).forEach(line -> info("%s", line));
        info("");
        info("study:   %s", file);
        info("report:  %s", page);
    }

    private synchronized void progress(Event.Progress event) {
        progress.put(
                event.model(),
                String.format(
                        Locale.ROOT,
                        "%s epoch %d/%d %d %%",
                        event.model(),
                        event.epoch(),
                        event.epochs(),
                        100 * event.step() / event.steps()));
        String rest = saidHowLong ? ", about %s".formatted(RemainingTime.words(remaining.of(cellsToTrain()))) : "";
        live.show(
                "%d of %d runs%s: %s".formatted(runs - open.size(), runs, rest, String.join(" | ", progress.values())));
    }

    private void info(String format, Object... values) {
        live.clear();
        log.info(PrintableText.of(String.format(Locale.ROOT, format, values)));
    }

    /**
     * Hears the worker of one run.
     *
     * @return passes on what is of interest among many runs
     */
    public EventListener listener() {
        return new Worker();
    }

    /** Epochs are many, and in the learning curves. */
    private final class Worker implements EventListener {

        @Override
        public void on(Event.DigitsRead event) {
            // Said once, by Maven's end.
        }

        @Override
        public void on(Event.Progress event) {
            progress(event);
        }

        @Override
        public void on(Event.EpochFinished event) {
            // In the learning curves.
        }

        @Override
        public void on(Event.Resumed event) {
            note("%s: resuming after epoch %d/%d, where a previous build was stopped"
                    .formatted(event.model(), event.epoch(), event.epochs()));
        }

        @Override
        public void on(Event.Trained event) {
            // Said once it is evaluated.
        }

        @Override
        public void on(Event.Measured event) {
            // Said by Maven's end.
        }

        @Override
        public void on(Event.Noted event) {
            event.lines().forEach(StudyLog.this::note);
        }

        @Override
        public void on(Event.Warned event) {
            warn(event.message());
        }

        @Override
        public void on(Event.Failed event) {
            // Said with the label of the run.
        }

        @Override
        public void on(Event.Done event) {
            // Said once its evaluation is read.
        }
    }
}
