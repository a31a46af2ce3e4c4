package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.platform.CurrentPlatform;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.internal.training.Turn;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.internal.baseline.FieldChange;
import io.github.mnistmaven.study.internal.baseline.MarginResolution;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import io.github.mnistmaven.study.internal.tables.BaselineTable;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import io.github.mnistmaven.training.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Trains a saved model again. A model is its own baseline here: on a platform like that which it comes from, and with portable numerics on
 * any, each epoch has to have the same bits; elsewhere its predictions have to be consistent.
 */
public final class VerifyJob {

    private final VerifyRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to do
     * @param events receives what happens
     */
    public VerifyJob(VerifyRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if it fails for a reason that the user can mend
     */
    public void run() throws UserErrorException {
        for (String model : request.models()) {
            try (TrainedModel saved = SavedModel.load(request.output(), model)) {
                verify(saved);
            } catch (IOException e) {
                throw new UserErrorException(e.getMessage(), e);
            } catch (TrainingException | ArchitectureException e) {
                throw LoggedError.because(e, request);
            }
        }
    }

    private void verify(TrainedModel saved) throws UserErrorException {
        Inputs inputs = saved.provenance().inputs();
        DigitLoader digits = new DigitLoader(request.digits(), events::accept);
        DigitSet training = digits.training();
        Architecture architecture = Architectures.named(inputs.architecture());
        requireSame(saved.name(), inputs, new Run(architecture, inputs.recipe(), training, inputs.seed()));
        Platform before = saved.provenance().platform();
        Platform here = Turn.take(OptionalInt.empty(), () -> CurrentPlatform.platform(architecture, inputs.recipe()));
        boolean sameBits = request.mode() == ReproducibilityMode.BITWISE && before.isBitCompatibleWith(here);
        if (!sameBits) {
            // Predictions will be compared: better to learn now than after the training that they cannot be.
            requireResolvable(digits.test());
        }
        Trainer trainer = Trainer.of(architecture)
                .recipe(inputs.recipe())
                .seed(inputs.seed())
                .listener(new Watch(saved, sameBits));
        try (TrainedModel again = trainer.train(training)) {
            if (digests(again).equals(digests(saved))) {
                requireSameFigures(saved, again);
                events.accept(new Event.Noted(List.of(
                        "%s: verified. Trained again from its provenance, it has the same bits after each epoch (%s)"
                                .formatted(
                                        saved.name(), Counted.of(digests(saved).size(), "epoch")))));
            } else {
                compare(saved, again, digits.test());
            }
        } catch (NotReproduced e) {
            throw new UserErrorException(
                    "%s is not reproduced: trained again from its provenance %s, it has different bits from epoch %d on. %s"
                            .formatted(
                                    saved.name(),
                                    before.equals(here) ? "on the same platform" : "with portable numerics",
                                    e.epoch,
                                    reason(architecture, saved, here)),
                    e);
        }
    }

    private String reason(Architecture architecture, TrainedModel saved, Platform here) {
        Platform before = saved.provenance().platform();
        Optional<OtherArithmetic> arithmetic = otherArithmetic(before, here);
        if (arithmetic.isEmpty()) {
            return inGeneral("Either", saved);
        }
        String sentence = arithmetic
                .get()
                .sentence(
                        "on this processor (%s)".formatted(here.cpu()),
                        "on that of the model (%s)".formatted(before.cpu()));
        // What a network of the user's own is made of is not known.
        String otherwise = Architectures.builtIn().contains(architecture)
                ? ""
                : ". " + inGeneral("If its network uses none of these, either", saved);
        return "%s%s. To accept consistent predictions instead: -Dmnist.reproducibility=statistical"
                .formatted(sentence, otherwise);
    }

    private String inGeneral(String start, TrainedModel saved) {
        return "%s training is not deterministic here, or %s does not say how the model was really trained"
                .formatted(start, request.output().model(saved.name()).resolve("run.json"));
    }

    /** Nothing if an older version has recorded only a digest of what operations gave. */
    private static Optional<OtherArithmetic> otherArithmetic(Platform before, Platform here) {
        return before.arithmetic().isEmpty() || here.arithmetic().isEmpty()
                ? Optional.empty()
                : OtherArithmetic.ofFields(FieldChange.between(before, here).stream()
                        .map(FieldChange::field)
                        .toList());
    }

    /** What was measured after each epoch follows from the bits, on a platform like this. */
    private void requireSameFigures(TrainedModel saved, TrainedModel again) throws UserErrorException {
        boolean here = saved.provenance()
                .platform()
                .isBitCompatibleWith(again.provenance().platform());
        for (int i = 0; here && i < saved.history().epochs().size(); i++) {
            Epoch before = saved.history().epochs().get(i);
            Epoch now = again.history().epochs().get(i);
            if (!RecordedEpochs.areEquivalent(before, now)) {
                throw new UserErrorException(
                        "%s has the parameters that its provenance leads to, but the metrics of epoch %s in %s are not those that were measured: %s instead of %s"
                                .formatted(
                                        saved.name(),
                                        before.number(),
                                        request.output().model(saved.name()).resolve("run.json"),
                                        RecordedEpochs.metrics(before),
                                        RecordedEpochs.metrics(now)));
            }
        }
    }

    private static List<String> digests(TrainedModel model) {
        return RecordedEpochs.parameterDigests(model.history());
    }

    private static void requireSame(String model, Inputs expected, Run run) throws UserErrorException {
        Inputs found = run.inputs();
        if (!found.equals(expected)) {
            throw new UserErrorException(
                    "%s cannot be trained again from its provenance, as here %s. Verify it where these are the same"
                            .formatted(
                                    model,
                                    FieldChange.between(expected, found).stream()
                                            .map(change -> "%s is %s instead of %s"
                                                    .formatted(change.field(), change.now(), change.before()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** Where the same bits are not asked for: the saved model is the baseline of the one that was trained again. */
    private void compare(TrainedModel saved, TrainedModel again, DigitSet test) throws UserErrorException {
        Results before = results(saved, test);
        Results now = results(again, test);
        try {
            Reproducibility found = gate().judge(before, now);
            events.accept(new Event.Noted(BaselineTable.lines(found, "the saved model")));
            if (!found.failures().isEmpty()) {
                throw new UserErrorException(String.join("; ", found.failures()));
            }
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }

    private void requireResolvable(DigitSet test) throws UserErrorException {
        try {
            if (request.mode() != ReproducibilityMode.OFF) {
                new MarginResolution(request.tolerance().accuracyMargin()).require(test.size());
            }
        } catch (IllegalArgumentException e) {
            throw UserErrorException.about("accuracyMargin", e.getMessage(), e);
        }
    }

    private BaselineGate gate() {
        return new BaselineGate(request.mode(), request.tolerance());
    }

    private static Results results(TrainedModel model, DigitSet test) {
        return Results.of(test, List.of(ModelResult.of(model, test)));
    }

    /** Relays what happens; ends a run as soon as it is known not to come out the same. */
    private final class Watch implements TrainingListener {

        private final List<String> expected;
        private final TrainingReporter reporter;
        private final boolean sameBits;

        Watch(TrainedModel saved, boolean sameBits) {
            this.expected = digests(saved);
            this.reporter = new TrainingReporter(saved.name(), events);
            this.sameBits = sameBits;
        }

        @Override
        public void onStart(TrainingPlan plan) {
            reporter.onStart(plan);
        }

        @Override
        public void onStep(Step step) {
            reporter.onStep(step);
        }

        @Override
        public void onEpoch(Epoch epoch) {
            reporter.onEpoch(epoch);
            int index = epoch.number() - 1;
            boolean same = index < expected.size() && expected.get(index).equals(epoch.parametersSha256());
            if (sameBits && !same) {
                throw new NotReproduced(epoch.number());
            }
        }
    }

    private static final class NotReproduced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int epoch;

        NotReproduced(int epoch) {
            super("epoch " + epoch);
            this.epoch = epoch;
        }
    }
}
