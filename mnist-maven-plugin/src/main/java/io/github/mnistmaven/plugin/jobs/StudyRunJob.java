package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.training.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Completes one run of a study: trains and saves its model if need be, and evaluates what was saved. */
public final class StudyRunJob {

    private final StudyRunRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to do
     * @param events receives what happens
     */
    public StudyRunJob(StudyRunRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if it fails for a reason that the user can mend
     */
    public void run() throws UserErrorException {
        Architecture architecture =
                NamedArchitecture.of(request.model(), "(parameter <models>, -Dmnist.models, or <model> of <cells>)");
        DigitLoader digits = new DigitLoader(request.digits(), events::accept);
        DigitSet training = digits.training();
        DigitSet test = digits.test();
        try {
            if (request.train()) {
                new ModelTraining(
                                request.label(),
                                architecture,
                                request.recipe(),
                                request.seed(),
                                request.inputs(),
                                false,
                                request.place(),
                                events)
                        .run(training);
            }
            evaluate(training, test);
        } catch (TrainingException | ArchitectureException e) {
            throw LoggedError.because(e, request);
        }
    }

    /** What was saved, also if it was trained just now, so that it makes no difference whether a build was stopped in between. */
    private void evaluate(DigitSet training, DigitSet test) throws UserErrorException {
        Path directory = request.place().model();
        RunEvaluation evaluation;
        try (TrainedModel model = TrainedModel.load(directory)) {
            RunFile run = RunFile.read(directory);
            run.requireModel(request.model(), directory);
            DigitSet validation = model.heldOut(training);
            evaluation = RunEvaluation.of(
                    run.parametersFileSha256(),
                    test,
                    model.logProbabilities(test),
                    validation,
                    model.logProbabilities(validation));
        } catch (IOException e) {
            throw new UserErrorException(
                    Retraining.explained(e.getMessage(), "delete %s and run mnist:study".formatted(directory)), e);
        }
        try {
            evaluation.write(request.evaluation());
        } catch (IOException e) {
            throw Unwritable.because("an evaluation", request.output().study(), e);
        }
    }
}
