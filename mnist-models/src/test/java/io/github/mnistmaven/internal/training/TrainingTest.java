package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import io.github.mnistmaven.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {

    private static final DigitSet DIGITS = StripedDigits.of(600, 1);
    private static final Recipe QUICK =
            Recipe.DEFAULT.withEpochs(3).withBatchSize(32).withSchedule(Schedule.oneCycle(0.01, 0.3));
    private static final Architecture CNN = Architectures.named("cnn");
    private static final Architecture LSTM = Architectures.named("lstm");

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenDigitsThatAreEasyToTellApart_whenTrained_thenTheHeldOutOnesAreClassifiedCorrectly(String name) {
        // given
        Run run = new Run(Architectures.named(name), QUICK.withEpochs(6).withLearningRate(0.005), DIGITS, 1);

        // when
        History history = train(run);

        // then
        assertThat(history.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(history.best().validationLoss())
                .isLessThan(history.epochs().get(0).validationLoss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn-reference", "lstm-reference"})
    void givenTheStudysNetworks_whenTrained_thenTheTrainingLossFalls(String name) {
        // given
        Run run = new Run(Architectures.named(name), QUICK.withEpochs(4).withLearningRate(0.005), DIGITS.first(300), 1);

        // when
        History history = train(run);

        // then, on training digits: the study's batch norm needs hundreds of steps before its averages are usable in
        // inference
        assertThat(history.best().trainingAccuracy()).isGreaterThan(0.5);
        assertThat(history.best().trainingLoss())
                .isLessThan(history.epochs().get(0).trainingLoss() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", "cnn-reference", "lstm-reference"})
    void givenOneSeed_whenTrainedTwice_thenTheParametersHaveTheSameBits(String name) {
        // given
        Run run = new Run(Architectures.named(name), QUICK.withEpochs(1), DIGITS.first(200), 7);

        // when
        String first = digest(run);
        digest(new Run(LSTM, QUICK.withEpochs(1), DIGITS.first(100), 8));
        String second = digest(run);

        // then
        assertThat(second).as("also with another run in between").isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenAnEnsemble_whenTrained_thenItsFirstMemberHasTheBitsOfTheSingleNetworkAndTheOtherIsTrainedToo(
            String name) {
        // given
        Recipe recipe = QUICK.withEpochs(6).withLearningRate(0.005);
        Run single = new Run(Architectures.named(name), recipe, DIGITS, 1);
        Run ensemble = new Run(
                Architectures.named(name), recipe.withCapacity(Capacity.DEFAULT.withEnsembleSize(2)), DIGITS, 1);

        // when
        String alone = digest(single);
        TrainedNetwork trained = Training.train(ensemble, TrainingListener.NONE);

        // then
        try (Model model = trained.model()) {
            List<Block> members = model.getBlock().getChildren().values();
            assertThat(members).hasSize(2);
            assertThat(ParameterDigest.of(members.get(0))).isEqualTo(alone);
            assertThat(ParameterDigest.of(members.get(1))).isNotEqualTo(alone);
            assertThat(accuracy(members.get(1), model)).isGreaterThan(0.9);
        }
        assertThat(trained.history().best().validationAccuracy()).isGreaterThan(0.9);
    }

    private static double accuracy(Block block, Model model) {
        float[] logProbabilities = Inference.logProbabilities(block, model.getNDManager(), Images.of(DIGITS));
        return Evaluation.of("member", DIGITS, logProbabilities).accuracy();
    }

    @Test
    void givenANetworkThatGivesTwoArrays_whenTrained_thenTheMessageSaysSo() {
        // given
        Architecture two = new Architecture() {
            @Override
            public String name() {
                return "two";
            }

            @Override
            public Block newBlock() {
                return new SequentialBlock()
                        .add(CNN.newBlock())
                        .add(new LambdaBlock(x -> new NDList(x.head(), x.head())));
            }
        };

        // when, then
        assertThatThrownBy(() -> train(new Run(two, QUICK, DIGITS, 1)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("two: the network returns 2 arrays for a batch; it must return 1, of logits");
    }

    @Test
    void givenAnotherSeed_whenTrained_thenTheParametersDiffer() {
        // given
        Run run = new Run(CNN, QUICK.withEpochs(1), DIGITS.first(200), 7);
        Run other = new Run(CNN, QUICK.withEpochs(1), DIGITS.first(200), 8);

        // when, then
        assertThat(digest(other)).isNotEqualTo(digest(run));
    }

    @Test
    void givenAWorkerThread_whenTrained_thenTheParametersHaveTheSameBitsAsOnTheThreadThatLoadedTheEngine()
            throws InterruptedException {
        // given
        Run run = new Run(CNN, QUICK.withEpochs(1), DIGITS.first(200), 7);
        String here = digest(run);
        List<String> there = new ArrayList<>();

        // when
        Thread thread = new Thread(() -> there.add(digest(run)));
        thread.start();
        thread.join();

        // then
        assertThat(there).containsExactly(here);
    }

    @Test
    void givenPatience_whenTheValidationLossStopsFalling_thenTrainingStopsAndTheBestWeightsAreRestored() {
        // given a learning rate so high that the loss rises again
        Recipe recipe =
                QUICK.withEpochs(50).withPatience(2).withLearningRate(0.3).withValidationFraction(0.2);
        Run run = new Run(LSTM, recipe, DIGITS, 1);

        // when
        TrainedNetwork trained = Training.train(run, TrainingListener.NONE);

        // then
        try (var model = trained.model()) {
            List<Epoch> epochs = trained.history().epochs();
            Epoch best = trained.history().best();
            assertThat(epochs).hasSize(best.number() + 2).hasSizeLessThan(50);
            DigitSet heldOut = DIGITS.select(
                    TrainValidationSplit.of(DIGITS, recipe, run.seed()).validation());
            Evaluation evaluation = Evaluation.of(
                    "lstm",
                    heldOut,
                    Inference.logProbabilities(model.getBlock(), model.getNDManager(), Images.of(heldOut)));
            assertThat(evaluation.loss()).isEqualTo(best.validationLoss());
        }
    }

    @Test
    void givenAListener_whenTrained_thenItIsNotifiedOfEachStepAndEpoch() {
        // given
        List<String> events = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStart(TrainingPlan plan) {
                events.add(plan.toString());
            }

            @Override
            public void onStep(Step step) {
                events.add(step.toString());
            }

            @Override
            public void onEpoch(Epoch epoch) {
                events.add("epoch " + epoch.number());
            }
        };

        // when
        Training.train(new Run(CNN, QUICK.withEpochs(2).withBatchSize(100), DIGITS.first(200), 1), listener)
                .model()
                .close();

        // then
        assertThat(events)
                .containsExactly(
                        "at most 2 epochs of 2 steps, 180 digits, 20 held out",
                        "epoch 1, step 1 of 2",
                        "epoch 1, step 2 of 2",
                        "epoch 1",
                        "epoch 2, step 1 of 2",
                        "epoch 2, step 2 of 2",
                        "epoch 2");
    }

    @Test
    void givenALossThatIsNoNumber_whenTrained_thenItStopsAndSaysWhatToTry() {
        // given
        Architecture broken = new Architecture() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Block newBlock() {
                return new SequentialBlock().add(CNN.newBlock()).addSingleton(logits -> logits.mul(Float.NaN));
            }
        };

        // when, then
        assertThatThrownBy(() -> Training.train(new Run(broken, QUICK, DIGITS, 1), TrainingListener.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessage("broken: the training loss of epoch 1 is NaN; the learning rate, at most 0.01, is probably"
                        + " too high: lower learningRate");
    }

    @Test
    void givenTooFewDigits_whenTrained_thenTheMessageSaysHowManyAreLeft() {
        // given
        Run run = new Run(CNN, QUICK.withValidationFraction(0.9), DIGITS.first(5), 1);

        // when, then
        assertThatThrownBy(() -> Training.train(run, TrainingListener.NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("of 5 digits, 5 are held out")
                .hasMessageContaining("validationFraction 0.9")
                .hasMessageContaining("leaves 0 to train on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenManyRuns_whenEachIsClosed_thenTheEngineHoldsNoMoreThanAfterTheFirst(String name) {
        // given
        Run run = new Run(Architectures.named(name), QUICK.withEpochs(1), DIGITS.first(100), 1);
        digest(run);
        int before = arraysHeld();

        // when
        for (int i = 0; i < 5; i++) {
            digest(run);
        }

        // then
        assertThat(arraysHeld()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}, {1} networks, {2} replicas")
    @CsvSource({"lstm, 1, 1", "lstm, 2, 1", "cnn, 1, 1", "cnn, 1, 2", "lstm, 1, 2", "cnn-reference, 1, 1"})
    void givenARun_whenEpochsPass_thenTheEngineHoldsNoMoreArrays(String name, int ensembleSize, int replicas) {
        // given
        Recipe recipe = QUICK.withEpochs(4)
                .withCapacity(Capacity.DEFAULT.withEnsembleSize(ensembleSize))
                .withReplicas(replicas);
        List<Integer> held = new ArrayList<>();
        TrainingListener counting = epoch -> held.add(arraysHeld());

        // when
        Training.train(new Run(Architectures.named(name), recipe, DIGITS.first(200), 1), counting)
                .model()
                .close();

        // then
        assertThat(held).hasSize(4).containsOnly(held.get(0));
    }

    @Test
    void givenNoPatience_whenTrained_thenAllEpochsAreTrainedAndTheLastOneIsTheBest() {
        // given
        Recipe recipe = QUICK.withEpochs(4).withLearningRate(0.3);

        // when
        History history = train(new Run(LSTM, recipe, DIGITS.first(100), 1));

        // then
        assertThat(history.epochs()).hasSize(4);
        assertThat(history.best().number()).isEqualTo(4);
    }

    @Test
    void givenAHistory_thenItsSecondsAddUp() {
        // given
        History history = History.of(
                List.of(
                        Epoch.of(1, 1, 0.5, 0.4, 0.9, 1.5, Sha256.of("a")),
                        Epoch.of(2, 1, 0.5, 0.3, 0.9, 2, Sha256.of("b"))),
                1);

        // then
        assertThat(history.seconds()).isEqualTo(3.5, within(1e-12));
    }

    private static History train(Run run) {
        TrainedNetwork trained = Training.train(run, TrainingListener.NONE);
        trained.model().close();
        return trained.history();
    }

    private static String digest(Run run) {
        try (var model = Training.train(run, TrainingListener.NONE).model()) {
            return ParameterDigest.of(model.getBlock());
        }
    }

    /** All arrays that anything still holds, managers within managers included. */
    private static int arraysHeld() {
        try (NDManager manager = NDManager.newBaseManager()) {
            return manager.getParentManager().getManagedArrays().size();
        }
    }
}
