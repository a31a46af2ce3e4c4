package io.github.mnistmaven.internal.training;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.networks.ForeignCode;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Trains a run: epochs of batches, each a forward pass, a backward pass and a step of Adam; after each epoch the
 * network is evaluated on the held-out digits. With early stopping the weights of the epoch with the lowest validation
 * loss are restored at the
 * end.
 *
 * <p>Runs are executed one at a time, see {@link Turn}. All randomness derives from the run's seed, so a result does not depend on earlier runs.
 */
public final class Training {

    private static final int ENGINE_SEED = 0;
    private static final int BEFORE_THE_FIRST_EPOCH = 0;

    private final Run run;
    private final ArchitectureCode code;
    private final TrainingListener listener;
    private final Optional<Checkpoints> checkpoints;
    private final TrainValidationSplit split;
    private final DigitSet validation;
    private final Batches batches;
    private final Block block;
    private final NDManager manager;
    private final Loss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true);

    private Training(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints, Model model) {
        Recipe recipe = run.recipe();
        this.split = TrainValidationSplit.of(run.digits(), recipe, run.seed());
        if (split.training().length < 2) {
            throw new TrainingException(
                    "%s: of %d digits, %d are held out for validation (validationFraction %s), which leaves %d to train on; there must be at least 2"
                            .formatted(
                                    run.architecture().name(),
                                    run.digits().size(),
                                    split.validation().length,
                                    recipe.validationFraction(),
                                    split.training().length));
        }
        this.run = run;
        this.code = new ArchitectureCode(run.architecture());
        this.listener = listener;
        this.checkpoints = checkpoints;
        this.validation = run.digits().select(split.validation());
        this.batches = new Batches(run.digits(), split.training(), recipe, run.seed());
        this.block = model.getBlock();
        this.manager = model.getNDManager();
    }

    /**
     * Trains a run to its end, without checkpoints.
     *
     * @param run what to train
     * @param listener notified of each step and epoch
     * @return the network with the weights of its best epoch
     * @throws TrainingException if the loss is no longer finite, there are too few digits, or the engine fails
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the code of the architecture fails
     */
    public static TrainedNetwork train(Run run, TrainingListener listener) {
        return train(run, listener, Optional.empty());
    }

    /**
     * Trains a run to its end.
     *
     * @param run what to train
     * @param listener notified of each step and epoch
     * @param checkpoints to resume from if the same run was killed before, and to save to after each epoch
     * @return the network with the weights of its best epoch
     * @throws TrainingException if the loss is no longer finite, there are too few digits, or the engine fails
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the code of the architecture fails
     * @throws CancellationException if the thread is interrupted
     * @throws UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainedNetwork train(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        return Turn.take(OptionalInt.empty(), () -> trainInTurn(run, listener, checkpoints));
    }

    private static TrainedNetwork trainInTurn(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        Model model = PyTorch.newModel(run.architecture().name());
        try {
            seedEngine(run, BEFORE_THE_FIRST_EPOCH);
            ArchitectureCode code = new ArchitectureCode(run.architecture());
            model.setBlock(code.newBlock(run.recipe().capacity()));
            code.initialize(model.getBlock(), model.getNDManager());
            History history = GradientMode.off(new Training(run, listener, checkpoints, model)::epochs);
            model.getBlock().freezeParameters(true);
            return new TrainedNetwork(model, history);
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private static void seedEngine(Run run, int epoch) {
        PyTorch.engine().setRandomSeed((int) SplitMix64.derive(run.seed(), ENGINE_SEED, epoch));
    }

    private History epochs() {
        EarlyStopping stopping = new EarlyStopping(run.recipe().patience());
        List<Epoch> epochs = new ArrayList<>();
        try (batches;
                Adam adam = fromEngine(
                        "at the start",
                        () -> new Adam(block, manager, run.recipe().adamEpsilon()));
                Weights best = fromEngine("at the start", () -> new Weights(block, manager))) {
            NDList state = new NDList(best.arrays()).addAll(adam.arrays());
            epochs.addAll(resume(state, adam));
            epochs.forEach(stopping::add);
            while (epochs.size() < run.recipe().epochs() && !stopping.stops()) {
                Epoch epoch = epoch(epochs.size() + 1, adam);
                epochs.add(epoch);
                stopping.add(epoch);
                inEngine("after epoch " + epoch.number(), () -> {
                    if (stopping.latestIsBest()) {
                        best.capture();
                    }
                    checkpoints.ifPresent(to -> to.save(epochs, state));
                });
                listener.onEpoch(epoch);
            }
            inEngine("at the end", best::restore);
        }
        return new History(epochs, stopping.best());
    }

    private List<Epoch> resume(NDList state, Adam adam) {
        List<Epoch> epochs = checkpoints
                .map(from -> from.restore(state, run.recipe().epochs(), listener))
                .orElse(List.of());
        adam.resumeAfter((long) epochs.size() * batches.steps());
        if (!epochs.isEmpty()) {
            listener.onResume(epochs);
        }
        return epochs;
    }

    private Epoch epoch(int number, Adam adam) {
        long start = System.nanoTime();
        // Anew for each epoch, so that a resumed run draws the same random numbers as an uninterrupted one.
        seedEngine(run, number);
        Measure trained = trainEpoch(number, adam);
        requireNumber("training", number, trained.loss());
        Measure validated = validate(number);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Epoch(
                number,
                trained.loss(),
                trained.accuracy(),
                validated.loss(),
                validated.accuracy(),
                seconds,
                ParameterDigest.of(block));
    }

    private record Measure(double loss, double accuracy) {}

    private Measure trainEpoch(int epoch, Adam adam) {
        int steps = batches.steps();
        long first = (long) (epoch - 1) * steps;
        long all = (long) run.recipe().epochs() * steps;
        // In an ensemble each member is trained separately; loss and accuracy are means over the members.
        double predictions =
                (double) split.training().length * run.recipe().capacity().ensembleSize();
        // Summed in the engine and read once per epoch.
        try (NDArray lossSum = manager.zeros(new Shape());
                NDArray correct = manager.zeros(new Shape(), DataType.INT64)) {
            Iterator<Batch> iterator = batches.epoch(epoch);
            for (int step = 0; step < steps; step++) {
                requireNotInterrupted(epoch, step);
                Batch batch = iterator.next();
                double learningRate = run.recipe().schedule().at(first + step, all);
                String where = "in epoch %d, step %d".formatted(epoch, step + 1);
                inEngine(where, () -> {
                    trainBatch(batch, where, lossSum, correct);
                    adam.step(learningRate);
                });
                listener.onStep(epoch, step + 1, steps);
            }
            return fromEngine(
                    "after the last step of epoch " + epoch,
                    () -> new Measure(lossSum.getFloat() / predictions, correct.getLong() / predictions));
        }
    }

    private void inEngine(String where, Runnable work) {
        fromEngine(where, () -> {
            work.run();
            return Optional.empty();
        });
    }

    /**
     * Does some of the work; if the engine fails in it, that is said in this library's words. Listeners are told of what happens
     * outside of it, so that what they throw stays as it is.
     */
    private <T> T fromEngine(String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (TrainingException | ArchitectureException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TrainingException(
                    "architecture %s: the engine fails %s: %s. If memory is short, lower batchSize"
                            .formatted(code, where, ForeignCode.describe(e)),
                    e);
        }
    }

    private static void requireNotInterrupted(int epoch, int step) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted in epoch %d, after %d steps".formatted(epoch, step));
        }
    }

    private void trainBatch(Batch batch, String where, NDArray lossSum, NDArray correct) {
        try (NDManager step = manager.newSubManager()) {
            NDArray targets = batch.targets(step);
            NDList members;
            NDArray sum;
            try (GradientCollector collector = PyTorch.engine().newGradientCollector()) {
                members = runNetwork(
                        where,
                        () -> block.forward(new ParameterStore(step, false), new NDList(batch.images(step)), true));
                requireOutputs(members.size());
                sum = members.stream()
                        .map(logits -> loss.evaluate(new NDList(targets), new NDList(logits)))
                        .reduce(NDArray::add)
                        .orElseThrow();
                collector.backward(sum);
            }
            lossSum.addi(sum.stopGradient().mul(batch.size()));
            NDArray truths = targets.argMax(1);
            for (NDArray logits : members) {
                correct.addi(logits.stopGradient().argMax(1).eq(truths).sum());
            }
        }
    }

    /** Tells what the architecture's own code throws from a failure of the engine that it uses. */
    private <T> T runNetwork(String where, Supplier<T> pass) {
        return ForeignCode.call(
                pass,
                thrown -> thrown instanceof EngineException engine
                        ? engine
                        : code.failure(
                                "%s, its network throws %s".formatted(where, ForeignCode.describe(thrown)), thrown));
    }

    private void requireOutputs(int given) {
        int expected = run.recipe().capacity().ensembleSize();
        if (given != expected) {
            throw new TrainingException("%s: the network gives %d arrays for a batch; it has to give %d, of logits"
                    .formatted(run.architecture().name(), given, expected));
        }
    }

    private Measure validate(int epoch) {
        String where = "in the validation of epoch " + epoch;
        float[] logProbabilities = fromEngine(
                where, () -> runNetwork(where, () -> Inference.logProbabilities(block, manager, validation)));
        for (float logProbability : logProbabilities) {
            requireNumber("validation", epoch, logProbability);
        }
        Evaluation evaluation = Evaluation.of(run.architecture().name(), validation, logProbabilities);
        return new Measure(evaluation.loss(), evaluation.accuracy());
    }

    private void requireNumber(String what, int epoch, double value) {
        if (!(Math.abs(value) <= Epoch.MAX_LOSS)) {
            throw new TrainingException(
                    "%s: the %s loss of epoch %d is %s; the learning rate, at most %s, is likely too high: lower learningRate"
                            .formatted(
                                    run.architecture().name(),
                                    what,
                                    epoch,
                                    value,
                                    run.recipe().schedule().peak()));
        }
    }
}
