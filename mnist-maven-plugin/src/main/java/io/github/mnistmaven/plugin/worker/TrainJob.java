package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.report.ReportDirectory;
import io.github.mnistmaven.plugin.uptodate.Stamp;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Checkpoints;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains models one after the other; each is saved as soon as it is trained, so that a later failure loses nothing. */
final class TrainJob {

    private final TrainRequest request;
    private final EventChannel channel;

    TrainJob(TrainRequest request, EventChannel channel) {
        this.request = request;
        this.channel = channel;
    }

    void run() throws UserErrorException {
        List<Architecture> architectures = architectures();
        ChosenDigits digits = new ChosenDigits(request.digits(), channel::send);
        DigitSet training = digits.training();
        ReportDirectory.whyNoFigures().ifPresent(reason -> channel.send(new Event.Warned(reason)));
        for (Architecture architecture : architectures) {
            Recipe recipe = request.recipe()
                    .applyTo(architecture.recipe(request.recipe().preset()));
            train(new Run(architecture, recipe, training, request.seed()), digits.source());
        }
    }

    private List<Architecture> architectures() throws UserErrorException {
        List<String> names = Architectures.names();
        List<Architecture> architectures = new ArrayList<>();
        for (String model : request.models()) {
            if (!names.contains(model)) {
                throw new UserErrorException(
                        "unknown model '%s'; there are %s (parameter <models>, -Dmnist.models). An architecture of your own goes into the plugin's <dependencies>"
                                .formatted(model, String.join(", ", names)));
            }
            architectures.add(Architectures.named(model));
        }
        return architectures;
    }

    private void train(Run run, String source) throws UserErrorException {
        String name = run.architecture().name();
        Reporter reporter = new Reporter(name, run.recipe().epochs(), channel);
        prepare(name);
        Path checkpoints = request.output().checkpoints(name);
        try (TrainedModel model = TrainedModel.train(
                run, source, reporter, checkpoints, request.inputs().toString())) {
            save(model);
            History history = model.run().history();
            channel.send(new Event.Trained(name, history.epochs().size(), history.kept(), history.seconds()));
        } catch (TrainingException e) {
            throw new UserErrorException(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw Unwritable.because("a checkpoint", checkpoints, e.getCause());
        }
    }

    /** From now on until it is saved, the model is not up to date. */
    private void prepare(String name) throws UserErrorException {
        try {
            Files.deleteIfExists(request.output().stamp(name));
            if (request.force()) {
                Checkpoints.delete(request.output().checkpoints(name));
            }
        } catch (IOException e) {
            throw Unwritable.because("anything", request.output().root(), e);
        }
    }

    private void save(TrainedModel model) throws UserErrorException {
        String name = model.run().model();
        Path directory = request.output().model(name);
        try {
            model.save(directory);
            new ReportDirectory(request.output().root()).writeCurves(model.run());
            Stamp.of(request.inputs(), request.output(), name).write(request.output(), name);
            Checkpoints.delete(request.output().checkpoints(name));
        } catch (IOException e) {
            throw Unwritable.because("the model", directory, e);
        }
    }
}
