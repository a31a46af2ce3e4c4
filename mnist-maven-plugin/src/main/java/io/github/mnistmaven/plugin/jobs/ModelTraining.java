package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.Checkpoints;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.ModelPlace;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.uptodate.Stamp;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains one model and saves it, with a stamp by which the next build knows what it was trained with.
 *
 * @param label what the model is called in events
 * @param architecture the network
 * @param recipe how to train
 * @param seed what all random choices derive from
 * @param inputs all that the model depends on
 * @param force whether to start anew where a training that was killed could go on
 * @param place where it goes
 * @param events receives what happens
 */
record ModelTraining(
        String label,
        Architecture architecture,
        RecipeRequest recipe,
        long seed,
        Map<String, String> inputs,
        boolean force,
        ModelPlace place,
        Consumer<Event> events) {

    void run(DigitSet digits) throws UserErrorException {
        Trainer preset = Trainer.of(architecture).preset(recipe.preset());
        Recipe whole = recipe.applyTo(preset.recipe());
        prepare();
        Trainer trainer = preset.recipe(whole)
                .seed(seed)
                .checkpoints(place.checkpoints(), inputs.toString())
                .listener(new TrainingReporter(label, events));
        try (TrainedModel model = trainer.train(digits)) {
            save(model);
            History history = model.history();
            events.accept(new Event.Trained(label, history.epochs().size(), history.best(), history.seconds()));
        } catch (UncheckedIOException e) {
            throw Unwritable.because("a checkpoint", place.checkpoints(), e.getCause());
        }
    }

    /** From now on until it is saved, the model is not up to date. */
    private void prepare() throws UserErrorException {
        try {
            Files.deleteIfExists(place.stamp());
            if (force) {
                Checkpoints.delete(place.checkpoints());
            }
        } catch (IOException e) {
            throw Unwritable.because("anything", place.root(), e);
        }
    }

    private void save(TrainedModel model) throws UserErrorException {
        try {
            model.save(place.model());
            Stamp.of(inputs, place).write(place);
            Checkpoints.delete(place.checkpoints());
        } catch (IOException e) {
            throw Unwritable.because("the model", place.model(), e);
        }
    }
}
