package io.github.mnistmaven.internal.training;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.internal.training.SoftmaxCrossEntropy.Score;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import io.github.mnistmaven.training.TrainingPlan;
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

    private Training(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints, Model model) {
        Recipe recipe = run.recipe();
        this.split = TrainValidationSplit.of(run.digits(), recipe, run.seed());
        int needed = 2 * recipe.replicas();
        if (split.training().length < needed) {
            throw new TrainingException(
                    "%s: of %d digits, %d are held out for validation (validationFraction %s), which leaves %d to train on; there must be at least %d: use more digits, or lower validationFraction"
                            .formatted(
                                    run.architecture().name(),
                                    run.digits().size(),
                                    split.validation().length,
                                    recipe.validationFraction(),
                                    split.training().length,
                                    needed));
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
            ArchitectureCode code = new ArchitectureCode(run.architecture());
            EngineFailure.inTraining(code, "at the start", () -> seedEngine(run, BEFORE_THE_FIRST_EPOCH));
            model.setBlock(code.newBlock(run.recipe().capacity()));
            code.initialize(model.getBlock(), model.getNDManager());
            History history = Autograd.off(new Training(run, listener, checkpoints, model)::epochs);
            model.getBlock().freezeParameters(true);
            return new TrainedNetwork(model, history);
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private static int seedEngine(Run run, int epoch) {
        int seed = (int) SplitMix64.derive(run.seed(), ENGINE_SEED, epoch);
        PyTorch.engine().setRandomSeed(seed);
        return seed;
    }

    private History epochs() {
        EarlyStopping stopping = new EarlyStopping(run.recipe().patience());
        List<Epoch> epochs = new ArrayList<>();
        try (batches;
                Replicas replicas = fromEngine("at the start", () -> new Replicas(run, block, manager))) {
            listener.onStart(TrainingPlan.of(
                    run.recipe().epochs(), batches.steps(), split.training().length, split.validation().length));
            State state = new State(run.recipe(), replicas.first());
            epochs.addAll(resume(state, replicas));
            epochs.forEach(stopping::add);
            while (epochs.size() < run.recipe().epochs() && !stopping.stops()) {
                Epoch epoch = epoch(epochs.size() + 1, state, replicas);
                epochs.add(epoch);
                stopping.add(epoch);
                if (stopping.latestIsBest()) {
                    state.captureBest();
                }
                checkpoints.ifPresent(to -> to.save(epochs, state.arrays()));
                listener.onEpoch(epoch);
            }
            inEngine("at the end", () -> replicas.write(state.bestWeights(), state.bestAverages()));
        }
        return History.of(epochs, stopping.best());
    }

    private List<Epoch> resume(State state, Replicas replicas) {
        List<Epoch> epochs = checkpoints
                .map(from -> from.restore(state.arrays(), run.recipe().epochs(), listener))
                .orElse(List.of());
        if (!epochs.isEmpty()) {
            state.adam().resumeAfter((long) epochs.size() * batches.steps());
            inEngine("at the start", () -> replicas.write(state.weights(), state.averages()));
            listener.onResume(epochs);
        }
        return epochs;
    }

    private Epoch epoch(int number, State state, Replicas replicas) {
        long start = System.nanoTime();
        // Anew for each epoch, so that a resumed run draws the same random numbers as an uninterrupted one.
        inEngine("at the start of epoch " + number, () -> seedEngine(run, number));
        Measure trained = trainEpoch(number, state, replicas);
        requireNumber("training", number, trained.loss());
        Measure validated = validate(number);
        double seconds = (System.nanoTime() - start) / 1e9;
        String end = "after epoch " + number;
        String digest = fromEngine(end, () -> code.run(end, () -> ParameterDigest.of(block)));
        return Epoch.of(
                number, trained.loss(), trained.accuracy(), validated.loss(), validated.accuracy(), seconds, digest);
    }

    private record Measure(double loss, double accuracy) {}

    private Measure trainEpoch(int epoch, State state, Replicas replicas) {
        int steps = batches.steps();
        long first = (long) (epoch - 1) * steps;
        long all = (long) run.recipe().epochs() * steps;
        float[] gradient = new float[state.weights().length];
        Score sum = Score.ZERO;
        Iterator<Batches.Step> iterator = batches.epoch(epoch);
        for (int step = 0; step < steps; step++) {
            requireNotInterrupted(epoch, step);
            Batches.Step batch = iterator.next();
            double learningRate = LearningRate.at(run.recipe().schedule(), first + step, all);
            String where = "in epoch %d, step %d".formatted(epoch, step + 1);
            sum = sum.plus(fromEngine(where, () -> {
                Score score = replicas.step(state.weights(), batch, where, gradient);
                state.adam().step(state.weights(), gradient, learningRate);
                return score;
            }));
            listener.onStep(Step.of(epoch, step + 1, steps));
        }
        inEngine("after the last step of epoch " + epoch, () -> state.setAverages(replicas.unite(state.weights())));
        // In an ensemble each member is trained separately; loss and accuracy are means over the members.
        double predictions =
                (double) split.training().length * run.recipe().capacity().ensembleSize();
        return new Measure(sum.loss() / predictions, sum.correct() / predictions);
    }

    private void inEngine(String where, Runnable work) {
        fromEngine(where, () -> {
            work.run();
            return Optional.empty();
        });
    }

    /** Listeners are told of what happens outside of it, so that what they throw stays as it is. */
    private <T> T fromEngine(String where, Supplier<T> work) {
        return EngineFailure.inTraining(code, where, work);
    }

    private static void requireNotInterrupted(int epoch, int step) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted in epoch %d, after %d steps".formatted(epoch, step));
        }
    }

    private Measure validate(int epoch) {
        String where = "in the validation of epoch " + epoch;
        float[] logProbabilities = fromEngine(
                where, () -> code.run(where, () -> Inference.logProbabilities(block, manager, Images.of(validation))));
        for (float logProbability : logProbabilities) {
            requireNumber("validation", epoch, logProbability);
        }
        Evaluation evaluation = Evaluation.of(run.architecture().name(), validation, logProbabilities);
        return new Measure(evaluation.loss(), evaluation.accuracy());
    }

    private void requireNumber(String what, int epoch, double value) {
        if (!(Math.abs(value) <= Bounds.MAX_LOSS)) {
            throw new TrainingException(
                    "%s: the %s loss of epoch %d is %s; the learning rate, at most %s, is probably too high: lower learningRate"
                            .formatted(
                                    run.architecture().name(),
                                    what,
                                    epoch,
                                    value,
                                    run.recipe().schedule().peak()));
        }
    }
}
