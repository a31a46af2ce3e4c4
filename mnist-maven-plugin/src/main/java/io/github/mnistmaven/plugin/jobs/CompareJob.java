package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Evaluates saved models afresh and writes {@code results.json}. What follows from that is for Maven's end to say. */
public final class CompareJob {

    private final CompareRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to evaluate
     * @param events receives what happens
     */
    public CompareJob(CompareRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if a model, the digits or the results cannot be read or written
     */
    public void run() throws UserErrorException {
        DigitLoader digits = new DigitLoader(request.digits(), events::accept);
        DigitSet test = digits.test();
        List<ModelResult> models = new ArrayList<>();
        for (String name : request.models()) {
            try (TrainedModel model = load(name)) {
                warnOfOtherSource(model, test);
                warnOfOtherClasses(model, test);
                // A class that is called something else was warned of, and is most likely the same.
                DigitSet digitsOfModel = test.withClassNames(model.classNames());
                models.add(ModelResult.of(model, digitsOfModel));
            } catch (ArchitectureException e) {
                throw LoggedError.because(e, request);
            }
        }
        try {
            Results.of(test, models).write(request.output().results());
        } catch (IOException e) {
            throw Unwritable.because("the results", request.output().root(), e);
        }
        events.accept(new Event.Measured(request.output().results()));
    }

    private TrainedModel load(String name) throws UserErrorException {
        try {
            return SavedModel.load(request.output(), name);
        } catch (IOException e) {
            throw new UserErrorException(
                    Retraining.explained(e.getMessage(), "mvn mnist:train -Dmnist.models=" + name), e);
        }
    }

    private void warnOfOtherSource(TrainedModel model, DigitSet test) {
        String trainingSource = model.provenance().inputs().data().source();
        if (!trainingSource.equals(test.source())) {
            events.accept(new Event.Warned("%s was trained on digits from '%s', but is evaluated on digits from '%s'"
                    .formatted(model.name(), trainingSource, test.source())));
        }
    }

    private void warnOfOtherClasses(TrainedModel model, DigitSet test) {
        IntStream.range(0, DigitSet.CLASSES)
                .filter(i -> !model.classNames().get(i).equals(test.classNames().get(i)))
                .mapToObj(i ->
                        "%s was trained on digits whose class %d is '%s', but is evaluated on digits whose class %d is '%s' (parameter <classNames>, -Dmnist.classNames)"
                                .formatted(
                                        model.name(),
                                        i,
                                        model.classNames().get(i),
                                        i,
                                        test.classNames().get(i)))
                .findFirst()
                .ifPresent(message -> events.accept(new Event.Warned(message)));
    }
}
