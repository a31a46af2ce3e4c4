package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.baseline.Baseline;
import io.github.mnistmaven.plugin.baseline.BaselineCheck;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.plugin.report.ReproducibilityTable;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Run;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Trains a saved model again. A model is its own baseline here: on the platform that it comes from each epoch has to have
 * the same bits, elsewhere it has to read alike.
 */
final class VerifyJob {

    private final VerifyRequest request;
    private final EventChannel channel;

    VerifyJob(VerifyRequest request, EventChannel channel) {
        this.request = request;
        this.channel = channel;
    }

    void run() throws UserErrorException {
        for (String model : request.models()) {
            try (TrainedModel saved = TrainedModel.load(request.output().model(model))) {
                verify(saved);
            } catch (IOException e) {
                throw new UserErrorException(e.getMessage(), e);
            }
        }
    }

    private void verify(TrainedModel saved) throws UserErrorException {
        RunRecord record = saved.run();
        Inputs inputs = record.provenance().inputs();
        ChosenDigits digits = new ChosenDigits(request.digits(), channel::send);
        DigitSet training = digits.training();
        Run run = new Run(Architectures.named(inputs.architecture()), inputs.recipe(), training, inputs.seed());
        requireSame(record.model(), inputs, run);
        boolean here = record.provenance().platform().promisesTheBitsOf(Platform.current());
        try (TrainedModel again = TrainedModel.train(run, inputs.data().source(), new Watch(record, here))) {
            if (digests(again.run()).equals(digests(record))) {
                requireSameFigures(record, again.run());
                channel.send(new Event.Noted(List.of(
                        "%s: verified. Trained again from its provenance, it has the same bits after each of %d epochs"
                                .formatted(record.model(), digests(record).size()))));
            } else {
                compare(saved, again, digits.test());
            }
        } catch (TrainingException e) {
            throw new UserErrorException(e.getMessage(), e);
        } catch (NotReproduced e) {
            throw new UserErrorException(
                    "%s is not reproduced: trained again from its provenance on the same platform, it has other bits from epoch %d on. Either training is not deterministic here, or %s does not say how the model came about"
                            .formatted(
                                    record.model(),
                                    e.epoch,
                                    request.output().model(record.model()).resolve("run.json")),
                    e);
        }
    }

    /** What was measured after each epoch follows from the bits, on a platform like this. */
    private void requireSameFigures(RunRecord saved, RunRecord again) throws UserErrorException {
        boolean here = saved.provenance().platform().equals(again.provenance().platform());
        for (int i = 0; here && i < saved.history().epochs().size(); i++) {
            Epoch before = saved.history().epochs().get(i);
            Epoch now = again.history().epochs().get(i);
            if (!before.measuredTheSameAs(now)) {
                throw new UserErrorException(
                        "%s has the parameters that its provenance leads to, but %s says of epoch %d what was not measured: %s; measured is %s"
                                .formatted(
                                        saved.model(),
                                        request.output().model(saved.model()).resolve("run.json"),
                                        before.number(),
                                        before.figures(),
                                        now.figures()));
            }
        }
    }

    private static List<String> digests(RunRecord run) {
        return run.history().epochs().stream().map(Epoch::parametersSha256).toList();
    }

    private static void requireSame(String model, Inputs expected, Run run) throws UserErrorException {
        Inputs found = Inputs.of(
                run.architecture(),
                run.recipe(),
                run.seed(),
                run.digits(),
                expected.data().source());
        if (!found.equals(expected)) {
            throw new UserErrorException(
                    "%s cannot be trained again from its provenance, as here %s. Verify it where these are the same"
                            .formatted(
                                    model,
                                    BaselineCheck.changes(expected, found).stream()
                                            .map(change -> "%s is %s instead of %s"
                                                    .formatted(change.field(), change.now(), change.baseline()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    /** Only on another platform. */
    private void compare(TrainedModel saved, TrainedModel again, DigitSet test) throws UserErrorException {
        Baseline before = new Baseline(
                Baseline.FORMAT,
                new Baseline.TestDigits(test.size(), test.fingerprint(), ""),
                List.of(Baseline.Model.of(saved.run(), saved.evaluate(test))));
        Reproducibility found = new BaselineCheck(ReproducibilityMode.BITWISE, request.tolerance(), test)
                .check(before, List.of(Baseline.Model.of(again.run(), again.evaluate(test))));
        channel.send(new Event.Noted(ReproducibilityTable.findings(found, "the saved model")));
        if (!found.failures().isEmpty()) {
            throw new UserErrorException(String.join("; ", found.failures()));
        }
    }

    /** Relays what happens; ends a run as soon as it is known not to come out the same. */
    private final class Watch implements TrainingListener {

        private final List<String> expected;
        private final Reporter reporter;
        private final boolean here;

        Watch(RunRecord record, boolean here) {
            this.expected = digests(record);
            this.reporter = new Reporter(
                    record.model(), record.provenance().inputs().recipe().epochs(), channel);
            this.here = here;
        }

        @Override
        public void onStep(int epoch, int step, int steps) {
            reporter.onStep(epoch, step, steps);
        }

        @Override
        public void onEpoch(Epoch epoch) {
            reporter.onEpoch(epoch);
            int index = epoch.number() - 1;
            boolean same = index < expected.size() && expected.get(index).equals(epoch.parametersSha256());
            if (here && !same) {
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
