package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.Checkpoints;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.uptodate.Stamp;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.History;
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
            try {
                train(architecture, training);
            } catch (TrainingException | ArchitectureException e) {
                throw LoggedError.because(e, request);
            }
        }
    }

    private List<Architecture> architectures() throws UserErrorException {
        List<Architecture> architectures = new ArrayList<>();
        for (String model : request.models()) {
            try {
                architectures.add(Architectures.named(model));
            } catch (IllegalArgumentException | ArchitectureException e) {
                throw new UserErrorException(
                        "%s (parameter <models>, -Dmnist.models). An architecture of your own goes into the plugin's <dependencies>"
                                .formatted(e.getMessage()),
                        e);
            }
        }
        return architectures;
    }

    private void train(Architecture architecture, DigitSet digits) throws UserErrorException {
        Trainer preset = Trainer.of(architecture).preset(request.recipe().preset());
        Recipe recipe = request.recipe().applyTo(preset.recipe());
        String name = architecture.name();
        prepare(name);
        Path checkpoints = request.output().checkpoints(name);
        Trainer trainer = preset.recipe(recipe)
                .seed(request.seed())
                .checkpoints(checkpoints, request.inputs().toString())
                .listener(new TrainingReporter(name, recipe.epochs(), events));
        try (TrainedModel model = trainer.train(digits)) {
            save(model);
            History history = model.history();
            events.accept(new Event.Trained(name, history.epochs().size(), history.best(), history.seconds()));
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
        String name = model.name();
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
