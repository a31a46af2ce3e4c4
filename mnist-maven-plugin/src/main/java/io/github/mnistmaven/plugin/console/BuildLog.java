package io.github.mnistmaven.plugin.console;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.EventListener;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.study.internal.tables.ResultsTable;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.Epoch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** Writes what a worker does to Maven's log: a line an epoch, and at the end a table and where to find what was made. */
public final class BuildLog implements EventListener {

    private static final int BAR = 20;

    private final Log log;
    private final LiveLine live;
    private final OutputDirectory output;
    private final int nameWidth;
    private final List<Event.Trained> trained = new ArrayList<>();

    /**
     * The log of one goal.
     *
     * @param log Maven's
     * @param live for what goes on between two lines of the log
     * @param output where models and figures go
     * @param models the names of all models that lines are about
     */
    public BuildLog(Log log, LiveLine live, OutputDirectory output, List<String> models) {
        this.log = log;
        this.live = live;
        this.output = output;
        this.nameWidth = models.stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public void on(Event.DigitsRead event) {
        info("%,d %s digits (%s)", event.digits(), event.use(), event.source());
    }

    @Override
    public void on(Event.Progress event) {
        int percent = 100 * event.step() / event.steps();
        int filled = BAR * event.step() / event.steps();
        live.show(format(
                "%s %d/%d [%s%s] %d %%",
                event.model(), event.epoch(), event.epochs(), "#".repeat(filled), " ".repeat(BAR - filled), percent));
    }

    @Override
    public void on(Event.EpochFinished event) {
        Epoch epoch = event.epoch();
        int digits = Integer.toString(event.epochs()).length();
        info(
                "%s  epoch %" + digits
                        + "d/%d  training loss %.4f accuracy %.4f  validation loss %.4f accuracy %.4f  %6.1f s",
                padded(event.model()),
                epoch.number(),
                event.epochs(),
                epoch.trainingLoss(),
                epoch.trainingAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy(),
                epoch.seconds());
    }

    @Override
    public void on(Event.Resumed event) {
        info(
                "%s  resuming after epoch %d/%d, where a previous build was stopped",
                padded(event.model()), event.epoch(), event.epochs());
    }

    @Override
    public void on(Event.Trained event) {
        trained.add(event);
    }

    @Override
    public void on(Event.Measured event) {
        // What it says is told once it is read, judged and rendered.
    }

    @Override
    public void on(Event.Noted event) {
        note(event.lines());
    }

    @Override
    public void on(Event.Warned event) {
        warn(event.message());
    }

    @Override
    public void on(Event.Failed event) {
        // The exception that ends the goal says it.
        live.clear();
    }

    @Override
    public void on(Event.Done event) {
        live.clear();
    }

    /**
     * The results, once they are rendered.
     *
     * @param results what was measured
     * @param page the report
     */
    public void report(Results results, Path page) {
        info("");
        ResultsTable.lines(results).forEach(line -> info("%s", line));
        ResultsTable.verdicts(results).forEach(line -> info("%s", line));
        info("");
        figures();
        info("report:  %s", page);
    }

    /**
     * Lines of text.
     *
     * @param lines as they are
     */
    public void note(List<String> lines) {
        lines.forEach(line -> info("%s", line));
    }

    /**
     * A line of text.
     *
     * @param line as it is
     */
    public void note(String line) {
        note(List.of(line));
    }

    /**
     * Something that users should know but that stops nothing.
     *
     * @param message a sentence
     */
    public void warn(String message) {
        live.clear();
        log.warn(PrintableText.of(message));
    }

    /** What was trained so far, also where the goal then failed. */
    public void trainingSummary() {
        live.clear();
        if (trained.isEmpty()) {
            return;
        }
        int width = Math.max(nameWidth, "model".length());
        info("");
        info("%-" + width + "s  epochs  best epoch  validation accuracy  seconds", "model");
        for (Event.Trained model : trained) {
            info(
                    "%-" + width + "s  %6d  %10d  %19.4f  %7.1f",
                    model.model(),
                    model.epochs(),
                    model.best().number(),
                    model.best().validationAccuracy(),
                    model.seconds());
        }
        info("");
        info("models:  %s", output.models());
        figures();
    }

    /** Where nothing can be drawn, a warning has said so. */
    private void figures() {
        if (Files.isDirectory(output.figures())) {
            info("figures: %s", output.figures());
        }
    }

    private String padded(String model) {
        return model + " ".repeat(nameWidth - model.length());
    }

    private void info(String format, Object... values) {
        live.clear();
        log.info(PrintableText.of(format(format, values)));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
