package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.training.TrainingException;
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
                String name = architecture.name();
                new ModelTraining(
                                name,
                                architecture,
                                request.recipe(),
                                request.seed(),
                                request.inputs(),
                                request.force(),
                                request.output().place(name),
                                events)
                        .run(training);
            } catch (TrainingException | ArchitectureException e) {
                throw LoggedError.because(e, request);
            }
        }
    }

    private List<Architecture> architectures() throws UserErrorException {
        List<Architecture> architectures = new ArrayList<>();
        for (String model : request.models()) {
            architectures.add(NamedArchitecture.of(model, "(parameter <models>, -Dmnist.models)"));
        }
        return architectures;
    }
}
