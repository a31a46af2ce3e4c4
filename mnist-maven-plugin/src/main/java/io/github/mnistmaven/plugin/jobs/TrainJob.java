package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.uptodate.Stamp;
import io.github.mnistmaven.provenance.History;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Checkpoints;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains models one after the other; each is saved as soon as it is trained, so that a later failure loses nothing. */
public final class TrainJob {

    private final TrainRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to do
     * @param events receives what happens
     */
    public TrainJob(TrainRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if it fails for a reason that the user can mend
     */
    public void run() throws UserErrorException {
        List<Architecture> architectures = architectures();
        DigitLoader digits = new DigitLoader(request.digits(), events::accept);
        DigitSet training = digits.training();
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
        TrainingReporter reporter = new TrainingReporter(name, run.recipe().epochs(), events);
        prepare(name);
        Path checkpoints = request.output().checkpoints(name);
        try (TrainedModel model = TrainedModel.train(
                run, source, reporter, checkpoints, request.inputs().toString())) {
            save(model);
            History history = model.run().history();
            events.accept(new Event.Trained(name, history.epochs().size(), history.best(), history.seconds()));
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
            Stamp.of(request.inputs(), request.output(), name).write(request.output(), name);
            Checkpoints.delete(request.output().checkpoints(name));
        } catch (IOException e) {
            throw Unwritable.because("the model", directory, e);
        }
    }
}
