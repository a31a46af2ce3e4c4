package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.internal.figures.ChartTheme;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.figures.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The learning curves of trained models, drawn from their {@code run.json}: also those that a build had no time to draw that
 * was stopped after it had trained the model.
 *
 * @param output where models and figures are
 */
record LearningCurveFiles(OutputDirectory output) {

    /** Draws the curves of a model that was trained completely, unless they are there and newer than it. */
    void update(String model) throws UserErrorException {
        if (Files.exists(output.stamp(model)) && Rendering.problem().isEmpty() && isOutdated(model)) {
            RunFile run = run(model);
            try {
                for (ChartTheme theme : ChartTheme.values()) {
                    for (RenderedFigure figure :
                            Figures.learningCurves(model, run.provenance(), run.history(), theme)) {
                        figure.write(output.figures().resolve(theme.directory()));
                    }
                }
            } catch (IOException e) {
                throw Unwritable.because("the learning curves", output.figures(), e);
            }
        }
    }

    private RunFile run(String model) throws UserErrorException {
        try {
            return RunFile.read(output.model(model));
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }

    private boolean isOutdated(String model) throws UserErrorException {
        Path run = output.model(model).resolve(RunFile.FILE);
        Path loss = output.figures().resolve(model + "_loss.png");
        Path accuracy = output.figures().resolve(model + "_accuracy.png");
        try {
            return !Files.exists(loss)
                    || !Files.exists(accuracy)
                    || Files.getLastModifiedTime(loss).compareTo(Files.getLastModifiedTime(run)) < 0;
        } catch (IOException e) {
            throw new UserErrorException("%s cannot be read (%s)".formatted(output.model(model), Causes.inWords(e)), e);
        }
    }
}
