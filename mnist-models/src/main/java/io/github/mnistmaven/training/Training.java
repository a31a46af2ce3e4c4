package io.github.mnistmaven.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
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
import io.github.mnistmaven.architecture.Ensemble;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.recipe.Recipe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Trains a run: epochs of batches, each a forward pass, a backward pass and a step of Adam; after each epoch the held-out
 * digits are measured. With early stopping the weights of the epoch with the lowest validation loss are restored at the
 * end.
 *
 * <p>Runs take turns, as the engine has one random generator and one gradient collector a process. Everything random
 * derives from the run's seed, which is set anew at the start, so neither earlier runs nor their order matter.
 */
public final class Training {

    private static final String ENGINE = Platform.ENGINE;
    private static final Object TURN = new Object();
    private static final int ENGINE_SEED = 0;
    private static final int BEFORE_THE_FIRST_EPOCH = 0;

    private final Run run;
    private final TrainingListener listener;
    private final Optional<Checkpoints> checkpoints;
    private final DigitSet heldOut;
    private final Batches batches;
    private final Block block;
    private final NDManager manager;
    private final Loss loss = new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true);

    private Training(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints, Model model) {
        Recipe recipe = run.recipe();
        int total = run.digits().size();
        int held = recipe.heldOut(total);
        if (total - held < 2) {
            throw new TrainingException(
                    "%s: %d digits, of which %d are held out for validation (validationFraction %s), leave %d to learn from; there must be 2"
                            .formatted(
                                    run.architecture().name(), total, held, recipe.validationFraction(), total - held));
        }
        this.run = run;
        this.listener = listener;
        this.checkpoints = checkpoints;
        this.heldOut = run.digits().slice(total - held, total);
        this.batches = new Batches(run.digits().slice(0, total - held), recipe, run.seed());
        this.block = model.getBlock();
        this.manager = model.getNDManager();
    }

    /**
     * Trains a run to its end, without checkpoints.
     *
     * @param run what to train
     * @param listener hears of each step and epoch
     * @return the network with the weights of its best epoch
     * @throws TrainingException if the loss stops being a number, or there are too few digits
     */
    public static TrainedNetwork train(Run run, TrainingListener listener) {
        return train(run, listener, Optional.empty());
    }

    /**
     * Trains a run to its end.
     *
     * @param run what to train
     * @param listener hears of each step and epoch
     * @param checkpoints where to go on from if a run like this was killed, and what to leave in case this one is
     * @return the network with the weights of its best epoch
     * @throws TrainingException if the loss stops being a number, or there are too few digits
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainedNetwork train(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        synchronized (TURN) {
            Model model = Model.newInstance(run.architecture().name(), ENGINE);
            try {
                seedEngine(run, BEFORE_THE_FIRST_EPOCH);
                model.setBlock(Ensemble.of(run.architecture(), run.recipe().capacity()));
                model.getBlock()
                        .initialize(
                                model.getNDManager(),
                                DataType.FLOAT32,
                                new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS));
                History history = GradientMode.off(new Training(run, listener, checkpoints, model)::epochs);
                model.getBlock().freezeParameters(true);
                return new TrainedNetwork(model, history);
            } catch (RuntimeException | Error e) {
                model.close();
                throw e;
            }
        }
    }

    private static void seedEngine(Run run, int epoch) {
        Engine.getEngine(ENGINE).setRandomSeed((int) Seeds.derive(run.seed(), ENGINE_SEED, epoch));
    }

    private History epochs() {
        EarlyStopping stopping = new EarlyStopping(run.recipe().patience());
        List<Epoch> epochs = new ArrayList<>();
        try (batches;
                Adam adam = new Adam(block, manager, run.recipe().adamEpsilon());
                Weights best = new Weights(block, manager)) {
            NDList state = new NDList(best.arrays()).addAll(adam.arrays());
            epochs.addAll(resume(state, adam));
            epochs.forEach(stopping::add);
            while (epochs.size() < run.recipe().epochs() && !stopping.stops()) {
                Epoch epoch = epoch(epochs.size() + 1, adam);
                epochs.add(epoch);
                stopping.add(epoch);
                if (stopping.latestIsBest()) {
                    best.keep();
                }
                checkpoints.ifPresent(to -> to.save(epochs, state));
                listener.onEpoch(epoch);
            }
            best.restore();
        }
        return new History(epochs, stopping.best());
    }

    private List<Epoch> resume(NDList state, Adam adam) {
        List<Epoch> epochs =
                checkpoints.map(from -> from.restore(state, listener)).orElse(List.of());
        adam.resumeAfter((long) epochs.size() * batches.steps());
        if (!epochs.isEmpty()) {
            listener.onResume(epochs);
        }
        return epochs;
    }

    private Epoch epoch(int number, Adam adam) {
        long start = System.nanoTime();
        // Anew for each epoch, so that one that follows a checkpoint draws what it would have drawn anyway.
        seedEngine(run, number);
        Measure trained = learn(number, adam);
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

    private Measure learn(int epoch, Adam adam) {
        int steps = batches.steps();
        long first = (long) (epoch - 1) * steps;
        long all = (long) run.recipe().epochs() * steps;
        // Of an ensemble, each member learns from each digit by itself; loss and accuracy are the means of theirs.
        double answers = (double) (run.digits().size() - heldOut.size())
                * run.recipe().capacity().ensembleSize();
        // Summed in the engine and read once an epoch.
        try (NDArray lossSum = manager.zeros(new Shape());
                NDArray correct = manager.zeros(new Shape(), DataType.INT64)) {
            Iterator<Batch> iterator = batches.epoch(epoch);
            for (int step = 0; step < steps; step++) {
                learn(iterator.next(), lossSum, correct);
                adam.step(run.recipe().schedule().at(first + step, all));
                listener.onStep(epoch, step + 1, steps);
            }
            return new Measure(lossSum.getFloat() / answers, correct.getLong() / answers);
        }
    }

    private void learn(Batch batch, NDArray lossSum, NDArray correct) {
        try (NDManager step = manager.newSubManager()) {
            NDArray targets = batch.targets(step);
            NDList members;
            NDArray sum;
            try (GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                members = block.forward(new ParameterStore(step, false), new NDList(batch.images(step)), true);
                requireAnswers(members.size());
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

    private void requireAnswers(int given) {
        int expected = run.recipe().capacity().ensembleSize();
        if (given != expected) {
            throw new TrainingException("%s: the network gives %d arrays for a batch; it has to give %d, of logits"
                    .formatted(run.architecture().name(), given, expected));
        }
    }

    private Measure validate(int epoch) {
        float[] logProbabilities = Inference.logProbabilities(block, manager, heldOut);
        for (float logProbability : logProbabilities) {
            requireNumber("validation", epoch, logProbability);
        }
        Evaluation evaluation = Evaluation.of(run.architecture().name(), heldOut, logProbabilities);
        return new Measure(evaluation.loss(), evaluation.accuracy());
    }

    private void requireNumber(String what, int epoch, double value) {
        if (!Double.isFinite(value)) {
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
