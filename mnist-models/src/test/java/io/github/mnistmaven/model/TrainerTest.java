package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.djl.nn.Block;
import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private static final DigitSet DIGITS = StripedDigits.of(200, 1);
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    private static final Trainer CNN = Trainer.of("cnn");

    /** Thrown by a listener. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private Path directory;

    @Test
    void givenATrainer_whenItIsVaried_thenItStaysAsItIs() {
        // given
        Trainer trainer = CNN.epochs(1);
        List<Epoch> followed = new ArrayList<>();

        // when
        trainer.named("another");
        trainer.seed(2);
        trainer.epochs(3);
        trainer.preset(Preset.BEST);
        trainer.recipe(Recipe.DEFAULT);
        trainer.threads(1);
        trainer.checkpoints(directory);
        trainer.listener(followed::add);

        // then
        try (TrainedModel model = trainer.train(DIGITS)) {
            assertThat(trainer.recipe()).isEqualTo(model.provenance().inputs().recipe());
            assertThat(trainer.recipe())
                    .isEqualTo(Architectures.named("cnn").defaultRecipe().withEpochs(1));
            assertThat(model.name()).isEqualTo("cnn");
            assertThat(model.provenance().inputs().seed()).isEqualTo(1);
            assertThat(directory).isEmptyDirectory();
            assertThat(followed).isEmpty();
        }
    }

    @Test
    void givenEpochs_thenTheyOverrideAnyPresetAndAnEarlierRecipe() {
        // given
        Recipe best = Architectures.named("cnn").recipe(Preset.BEST);

        // then
        assertThat(CNN.epochs(3).preset(Preset.BEST).recipe()).isEqualTo(best.withEpochs(3));
        assertThat(CNN.preset(Preset.BEST).epochs(3).recipe()).isEqualTo(best.withEpochs(3));
        assertThat(CNN.recipe(best).epochs(3).recipe()).isEqualTo(best.withEpochs(3));
        assertThat(CNN.epochs(3).recipe(best).recipe()).isEqualTo(best);
        assertThat(CNN.epochs(3).epochs(4).recipe().epochs()).isEqualTo(4);
        assertThat(CNN.preset(Preset.BEST).recipe()).isEqualTo(best);
        assertThat(CNN.recipe()).isEqualTo(Architectures.named("cnn").defaultRecipe());
    }

    @Test
    void givenSeeds_whenTrained_thenTheSameGivesTheSameParametersAndAnotherGivesOthers() {
        // given
        Trainer trainer = CNN.epochs(1);

        // when
        List<String> first = digests(trainer);
        List<String> again = digests(trainer.seed(1));
        List<String> other = digests(trainer.seed(-7));

        // then
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static List<String> digests(Trainer trainer) {
        try (TrainedModel model = trainer.train(DIGITS)) {
            return RecordedEpochs.parameterDigests(model.history());
        }
    }

    @Test
    void givenALambda_whenTrained_thenItIsToldOfEachEpoch() {
        // given
        List<Epoch> epochs = new ArrayList<>();

        // when
        try (TrainedModel model = CNN.epochs(2).listener(epochs::add).train(DIGITS)) {

            // then
            assertThat(epochs).hasSize(2).isEqualTo(model.history().epochs());
            assertThat(model).hasToString("cnn (%s)", epochs.get(1));
        }
    }

    @Test
    void givenANameOfItsOwn_whenAModelIsTrainedSavedMovedAndLoaded_thenItHasThatNameAndIsTheSameOtherwise()
            throws Exception {
        // given
        Trainer trainer = CNN.epochs(1);
        Path saved = directory.resolve("anything");

        try (TrainedModel plain = trainer.train(DIGITS);
                TrainedModel named = trainer.named("cnn-fast").train(DIGITS)) {
            // when
            named.save(saved);
            Files.move(saved, directory.resolve("moved"));

            // then
            assertThat(plain.name()).isEqualTo("cnn");
            assertThat(named.provenance()).isEqualTo(plain.provenance());
            assertThat(named.history().best().parametersSha256())
                    .isEqualTo(plain.history().best().parametersSha256());
            try (TrainedModel loaded = TrainedModel.load(directory.resolve("moved"))) {
                assertThat(List.of(
                                named.name(),
                                loaded.name(),
                                loaded.evaluate(DIGITS).modelName()))
                        .containsOnly("cnn-fast");
                assertThat(loaded.provenance().inputs().architecture()).isEqualTo("cnn");
                assertThat(loaded.classify(DIGITS)).isEqualTo(plain.classify(DIGITS));
                loaded.save(directory.resolve("again"));
            }
            assertThat(directory.resolve("again/cnn-fast-0000.params"))
                    .hasSameBinaryContentAs(directory.resolve("moved/cnn-fast-0000.params"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CNN", "cnn fast", "../cnn", "cnn--fast", "cnn_fast"})
    void givenNoProperName_thenItIsRejected(String name) {
        assertThatThrownBy(() -> CNN.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name is '%s'", name);
    }

    @Test
    void givenDigitsWithSourceAndNames_whenAModelIsTrainedSavedAndLoaded_thenItHasThem() throws Exception {
        // given
        DigitSet letters = DIGITS.withSource("letters").withClassNames(LETTERS);

        // when
        try (TrainedModel model = CNN.epochs(1).train(letters)) {
            model.save(directory.resolve("cnn"));
        }

        // then
        try (TrainedModel loaded = TrainedModel.load(directory.resolve("cnn"))) {
            Classification read = loaded.classify(letters.image(0));
            assertThat(loaded.name()).isEqualTo("cnn");
            assertThat(loaded.classNames()).isEqualTo(LETTERS);
            assertThat(loaded.provenance().inputs().data().source()).isEqualTo("letters");
            assertThat(read.className()).isEqualTo(LETTERS.get(read.digit()));
            assertThat(directory.resolve("cnn/synset.txt")).hasContent(String.join("\n", LETTERS));
        }
    }

    @Test
    void givenNumbersOfThreads_whenTrained_thenTheyAreRecordedAndTheOneBeforeIsRestored() {
        // given
        PyTorch.engine();
        int before = JniUtils.getNumThreads();
        List<Integer> during = new ArrayList<>();

        for (int threads : new int[] {1, 3}) {
            // when
            Trainer trainer = CNN.recipe(CNN.recipe().withReplicas(1))
                    .epochs(1)
                    .threads(threads)
                    .listener(epoch -> during.add(JniUtils.getNumThreads()));
            try (TrainedModel model = trainer.train(DIGITS)) {

                // then
                assertThat(model.provenance().platform().threads()).isEqualTo(threads);
                assertThat(JniUtils.getNumThreads()).isEqualTo(before);
            }
        }
        assertThat(during).containsExactly(1, 3);
    }

    @Test
    void givenATrainingWithThreadsThatFails_thenTheNumberBeforeIsRestored() {
        // given
        PyTorch.engine();
        int before = JniUtils.getNumThreads();
        Trainer trainer = CNN.threads(before + 1).listener(epoch -> {
            throw new Stopped();
        });

        // when + then
        assertThatThrownBy(() -> trainer.train(DIGITS)).isInstanceOf(Stopped.class);
        assertThat(JniUtils.getNumThreads()).isEqualTo(before);
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                row("architecture", () -> Trainer.of((String) null)),
                row("architecture", () -> Trainer.of((Architecture) null)),
                row("preset", () -> CNN.preset(null)),
                row("recipe", () -> CNN.recipe(null)),
                row("listener", () -> CNN.listener(null)),
                row("directory", () -> CNN.checkpoints(null)),
                row("directory", () -> CNN.checkpoints(null, "")),
                row("circumstances", () -> CNN.checkpoints(Path.of("checkpoints"), null)),
                row("digits", () -> CNN.train(null)),
                row("name", () -> Architectures.named(null)),
                row("directory", () -> TrainedModel.load((Path) null)),
                row("directory", () -> TrainedModel.load((Path) null, Architectures.named("cnn"))),
                row("architecture", () -> TrainedModel.load(Path.of("cnn"), null)));
    }

    private static Arguments row(String parameter, ThrowingCallable call) {
        return arguments(parameter, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nulls")
    void givenNull_thenTheMessageNamesTheParameter(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(parameter + " is null");
    }

    @Test
    void givenAValueOutOfRange_thenTheMessageSaysWhatItMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CNN.epochs(0))
                .withMessage("epochs is 0; it must be between 1 and 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CNN.threads(0))
                .withMessage("threads is 0; it must be between 1 and 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CNN.threads(257))
                .withMessageStartingWith("threads is 257");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of("cn"))
                .withMessage("unknown architecture 'cn'; the choices are cnn, lstm, cnn-reference, lstm-reference");
    }

    /** The network of {@code cnn} under another name. */
    private static Architecture own(String name) {
        return new Architecture() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Block newBlock() {
                return Architectures.named("cnn").newBlock();
            }
        };
    }

    @Test
    void givenAProcessWithoutPortableNumerics_whenTheyAreRequired_thenTheMessageSaysHowToStartOneThatHasThem() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CNN.portable().train(DIGITS))
                .withMessageContaining(
                        "this process cannot compute with portable numerics, which need these settings of the environment");
    }

    @Test
    void givenAnArchitectureThatIsNotRegistered_whenTrainedAndSaved_thenItIsLoadedByGivingItAndOnlyThen()
            throws Exception {
        // given
        Architecture own = own("own-net");

        // when
        try (TrainedModel model = Trainer.of(own).epochs(1).train(DIGITS)) {
            model.save(directory.resolve("own"));
        }

        // then
        try (TrainedModel loaded = TrainedModel.load(directory.resolve("own"), own)) {
            assertThat(loaded.name()).isEqualTo("own-net");
            assertThat(loaded.classify(DIGITS)).hasSize(DIGITS.size());
        }
        assertThatThrownBy(() -> TrainedModel.load(directory.resolve("own")))
                .hasMessageContaining("unknown architecture 'own-net'")
                .hasMessageContaining("TrainedModel.load(Path, Architecture)");
        assertThatThrownBy(() -> TrainedModel.load(directory.resolve("own"), own("another")))
                .hasMessageContaining("holds a model of the architecture 'own-net', not of 'another'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My Net", "../net", "net--2"})
    void givenAnArchitectureWithoutAProperName_thenItIsRejected(String name) {
        assertThatThrownBy(() -> Trainer.of(own(name)))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("name() returns '%s'; a name consists of", name);
    }

    /** Does something after the first step of the second epoch. */
    private static TrainingListener inTheSecondEpoch(Runnable what) {
        return new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (step.epoch() == 2 && step.number() == 1) {
                    what.run();
                }
            }

            @Override
            public void onEpoch(Epoch epoch) {}
        };
    }

    @Test
    void givenAnInterruption_whileTraining_thenItIsCancelledAndTheThreadStaysInterrupted() {
        // given
        Trainer trainer = CNN.epochs(3)
                .listener(inTheSecondEpoch(() -> Thread.currentThread().interrupt()));

        // when + then
        assertThatThrownBy(() -> trainer.train(DIGITS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givenAnInterruption_beforeTraining_thenItIsCancelledAndTheThreadStaysInterrupted() {
        // given
        Thread.currentThread().interrupt();

        // when + then
        assertThatThrownBy(() -> CNN.train(DIGITS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givenAnInterruptionAtTheEndOfAnEpoch_whenStartedAgain_thenItResumesAfterThatEpoch() {
        // given
        Trainer trainer = CNN.epochs(3).checkpoints(directory);
        List<String> uninterrupted = digests(CNN.epochs(3));
        List<String> resumed = new ArrayList<>();
        TrainingListener interrupting = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (step.epoch() == 2 && step.number() == step.steps()) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void onEpoch(Epoch epoch) {}
        };
        assertThatThrownBy(() -> trainer.listener(interrupting).train(DIGITS))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();

        // when
        List<String> digests = digests(trainer.listener(new TrainingListener() {
            @Override
            public void onResume(List<Epoch> epochs) {
                resumed.add("after " + epochs.size());
            }

            @Override
            public void onEpoch(Epoch epoch) {}
        }));

        // then
        assertThat(resumed).containsExactly("after 2");
        assertThat(digests).isEqualTo(uninterrupted);
    }

    @Test
    void givenCheckpointsOfOtherCircumstances_whenTrained_thenTheyAreIgnored() {
        // given
        Trainer trainer = CNN.epochs(2);
        digests(trainer.checkpoints(directory, "this code"));
        List<Epoch> trained = new ArrayList<>();

        // when
        digests(trainer.checkpoints(directory, "this code").listener(trained::add));
        digests(trainer.checkpoints(directory, "other code").listener(trained::add));

        // then
        assertThat(trained).extracting(Epoch::number).containsExactly(1, 2);
    }

    @Test
    void givenAListenerThatThrows_whenTrained_thenItsExceptionPassesAsItIsAndTheNextTrainingWorks() {
        // given
        Stopped stopped = new Stopped();
        Trainer trainer = CNN.epochs(2).listener(inTheSecondEpoch(() -> {
            throw stopped;
        }));

        // when + then
        assertThatThrownBy(() -> trainer.train(DIGITS)).isSameAs(stopped);
        assertThat(digests(CNN.epochs(1))).hasSize(1);
    }

    @Test
    @Timeout(120)
    void givenATrainingThatWaitsForItsTurn_whenItsThreadIsInterrupted_thenItIsCancelled() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Trainer first = CNN.epochs(1).listener(epoch -> {
            begun.countDown();
            await(mayEnd);
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<String>> running = threads.submit(() -> digests(first));
            begun.await();
            CountDownLatch starting = new CountDownLatch(1);
            List<Throwable> thrown = new ArrayList<>();
            Thread waiting = new Thread(() -> {
                starting.countDown();
                try {
                    digests(CNN);
                } catch (CancellationException e) {
                    thrown.add(e);
                }
            });

            // when
            waiting.start();
            starting.await();
            waiting.interrupt();
            waiting.join();

            // then
            assertThat(thrown).hasSize(1);
            assertThat(running).isNotDone();
            mayEnd.countDown();
            assertThat(running.get()).hasSize(1);
        } finally {
            mayEnd.countDown();
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
