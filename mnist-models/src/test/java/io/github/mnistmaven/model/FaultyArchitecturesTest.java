package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.EngineFailureException;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingException;
import io.github.mnistmaven.training.TrainingListener;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a user's architecture, the message names it and its class, and says what is expected. */
class FaultyArchitecturesTest {

    @TempDir
    private Path directory;

    private static final DigitSet DIGITS = StripedDigits.of(200, 1);

    /** A layer that does nothing, and that counts its kind. */
    private static final class Labelled extends AbstractBlock {

        private final int label;
        private final transient long unimportant = System.nanoTime();

        Labelled(int label) {
            super((byte) 1);
            this.label = label;
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> arguments) {
            return label < 0 && unimportant == 0 ? null : inputs;
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            return inputShapes;
        }
    }

    @Test
    void givenALayerWithATransientFieldThatIsNoSetting_thenItsNetworkCanBeTrained() {
        Trainer trainer = Trainer.of(
                GivenArchitecture.of(() -> GivenArchitecture.linear(10).add(new Labelled(1))));

        try (TrainedModel model = trainer.epochs(1).train(DIGITS)) {
            assertThat(model.history().epochs()).hasSize(1);
        }
    }

    static List<Arguments> faults() {
        Block shared = GivenArchitecture.linear(10);
        Block sharedLayer = Linear.builder().setUnits(10).build();
        AtomicInteger built = new AtomicInteger();
        AtomicInteger widths = new AtomicInteger();
        AtomicInteger labels = new AtomicInteger();
        return List.of(
                fault(
                        "nine logits",
                        () -> GivenArchitecture.linear(9),
                        "for a batch of 2 in inference, its network returns float32 [2, 9]; expected logits: one array of type float32 and shape [N, 10] for N images of type float32 and shape [N, 1, 28, 28]"),
                fault(
                        "predictions instead of logits",
                        GivenArchitecture.linearAnd((logits, training) -> new NDList(logits.argMax(1))),
                        "for a batch of 2 in inference, its network returns int64 [2]; expected"),
                fault(
                        "integers",
                        GivenArchitecture.linearAnd(
                                (logits, training) -> new NDList(logits.toType(DataType.INT32, false))),
                        "for a batch of 2 in inference, its network returns int32 [2, 10]; expected"),
                fault(
                        "two arrays",
                        GivenArchitecture.linearAnd((logits, training) -> new NDList(logits, logits)),
                        "for a batch of 2 in inference, its network returns 2 arrays; expected"),
                fault(
                        "no array",
                        GivenArchitecture.linearAnd((logits, training) -> null),
                        "for a batch of 2 in inference, its network returns null; expected"),
                fault(
                        "two arrays in training",
                        GivenArchitecture.linearAnd(
                                (logits, training) -> training ? new NDList(logits, logits) : new NDList(logits)),
                        "for a batch of 2 in training, its network returns 2 arrays; expected"),
                fault(
                        "not for one image",
                        GivenArchitecture.linearAnd((logits, training) -> new NDList(logits.reshape(2, 10))),
                        "for a batch of 1 in inference, its network throws ai.djl.engine.EngineException: shape"),
                fault(
                        "no number",
                        GivenArchitecture.linearAnd((logits, training) -> new NDList(logits.mul(Float.NaN))),
                        "its network returns a logit of NaN with its initial parameters"),
                fault(
                        "an exception in the forward pass",
                        GivenArchitecture.linearAnd((logits, training) -> {
                            throw new IllegalStateException("no luck");
                        }),
                        "for a batch of 2 in inference, its network throws java.lang.IllegalStateException: no luck; expected"),
                fault(
                        "shapes that do not fit",
                        () -> GivenArchitecture.linear(10)
                                .addSingleton(logits ->
                                        logits.matMul(logits.getManager().ones(new Shape(7, 10)))),
                        "initializing its network for images [N, 1, 28, 28] throws ai.djl.engine.EngineException: "),
                fault(
                        "another width at each call",
                        () -> new SequentialBlock()
                                .add(Blocks.batchFlattenBlock())
                                .add(Linear.builder()
                                        .setUnits(16 + widths.getAndIncrement())
                                        .build())
                                .add(Linear.builder().setUnits(10).build()),
                        "newBlock() returns parameters of the shapes [(16, 784), (16), (10, 16), (10)] at one call, and of [(18, 784)"),
                fault(
                        "a setting that is another one at each call",
                        () -> GivenArchitecture.linear(10).add(new Labelled(labels.getAndIncrement())),
                        "the structure of its network cannot be identified, as newBlock() returns a different one at each call: first 'io.github.mnistmaven.model.FaultyArchitecturesTest$Labelled{"),
                fault("null", () -> null, "newBlock() returns null; newBlock() must return a new network at each call"),
                fault(
                        "an exception",
                        () -> {
                            throw new IllegalArgumentException("no luck");
                        },
                        "newBlock() throws java.lang.IllegalArgumentException: no luck"),
                fault(
                        "an error",
                        () -> {
                            throw new NoClassDefFoundError("com/example/Layers");
                        },
                        "newBlock() throws java.lang.NoClassDefFoundError: com/example/Layers"),
                fault(
                        "endless recursion",
                        FaultyArchitecturesTest::endless,
                        "newBlock() throws java.lang.StackOverflowError"),
                fault("an initialized network", FaultyArchitecturesTest::initialized, "is already initialized"),
                fault(
                        "the same network at each call",
                        () -> shared,
                        "newBlock() returns the network of the previous call, or one with the same layers"),
                fault(
                        "the same layer at each call",
                        () -> new SequentialBlock()
                                .add(Blocks.batchFlattenBlock())
                                .add(sharedLayer),
                        "newBlock() returns the network of the previous call, or one with the same layers"),
                fault(
                        "other layers at each call",
                        () -> new SequentialBlock()
                                .add(Blocks.batchFlattenBlock())
                                .add(Linear.builder()
                                        .setUnits(10)
                                        .optBias(built.incrementAndGet() % 2 == 0)
                                        .build()),
                        "cannot be saved and loaded into another"),
                fault(
                        "no parameters",
                        () -> new SequentialBlock()
                                .add(Blocks.batchFlattenBlock())
                                .addSingleton(pixels -> pixels.get(":, :10")),
                        "its network has no parameters to train"),
                fault(
                        "frozen parameters",
                        () -> {
                            Block network = GivenArchitecture.linear(10);
                            network.freezeParameters(true);
                            return network;
                        },
                        "its network has no parameters to train"),
                fault(
                        "parameters of another type",
                        () -> {
                            Block network = GivenArchitecture.linear(10);
                            network.setInitializer(
                                    (manager, shape, type) -> manager.zeros(shape, DataType.FLOAT64),
                                    Parameter.Type.BIAS);
                            return network;
                        },
                        "bias of type float64; parameters must be of type float32"),
                fault(
                        "an initializer that fails",
                        () -> {
                            Block network = GivenArchitecture.linear(10);
                            network.setInitializer(
                                    (manager, shape, type) -> {
                                        throw new ArithmeticException("no luck");
                                    },
                                    Parameter.Type.WEIGHT);
                            return network;
                        },
                        "initializing its network for images [N, 1, 28, 28] throws java.lang.ArithmeticException: no luck"),
                fault(
                        "no gradient",
                        GivenArchitecture.linearAnd((logits, training) -> new NDList(logits.stopGradient())),
                        "no gradient flows from the logits of its network back to its parameters"),
                fault("a sum in a field", FaultyArchitecturesTest::remembering, "Keep it in a Parameter"),
                fault(
                        "a random constant",
                        () -> {
                            double constant = Math.random();
                            return GivenArchitecture.linear(10).addSingleton(logits -> logits.mul(constant));
                        },
                        "its network gives different predictions once it is saved and loaded again. Only parameters are saved"),
                fault(
                        "random numbers in inference",
                        GivenArchitecture.linearAnd((logits, training) ->
                                new NDList(logits.add(logits.getManager().randomNormal(logits.getShape())))),
                        "its network gives different predictions for the same 16 digits each time"));
    }

    private static Arguments fault(String name, Supplier<Block> network, String message) {
        return Arguments.of(name, network, message);
    }

    private static Block endless() {
        return endless();
    }

    private static Block initialized() {
        Block network = GivenArchitecture.linear(10);
        network.initialize(NDManager.newBaseManager(), DataType.FLOAT32, new Shape(1, 1, 28, 28));
        return network;
    }

    /** Learns the mean of its logits as batch norm does, but in a variable. */
    private static Block remembering() {
        float[] mean = new float[1];
        return GivenArchitecture.linearAnd((logits, training) -> {
                    if (training) {
                        mean[0] = 0.9f * mean[0]
                                + 0.1f
                                        * logits.get(":, 0")
                                                .stopGradient()
                                                .mean()
                                                .getFloat();
                    }
                    NDArray first = logits.get(":, 0:1").sub(mean[0]);
                    return new NDList(first.concat(logits.get(":, 1:"), 1));
                })
                .get();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void givenAFaultyNetwork_whenTrained_thenTheMessageNamesItAndSaysWhatIsExpected(
            String name, Supplier<Block> network, String message) {
        // given
        Trainer trainer = Trainer.of(GivenArchitecture.of(network));

        // when, then
        assertThatThrownBy(() -> trainer.train(DIGITS))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageStartingWith("architecture 'my-net' (%s): ", GivenArchitecture.class.getName())
                .hasMessageContaining(message);
    }

    @Test
    void givenAnExceptionInAUsersCode_whenTrained_thenTheMessageSaysWhereAndItIsTheCause() {
        // given
        Architecture architecture = new com.example.Failing();

        // when, then
        assertThatThrownBy(() -> Trainer.of(architecture).train(DIGITS))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("at com.example.Failing.newBlock(Failing.java:")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void givenANetworkOfOneWidth_whenTrainedAtAnother_thenTheMessageSaysWhatToOverride() {
        // given
        Trainer trainer = Trainer.of(GivenArchitecture.of(() -> GivenArchitecture.linear(10)));
        Recipe wide = trainer.recipe().withCapacity(Capacity.DEFAULT.withWidthMultiplier(2));

        // when, then
        assertThatThrownBy(() -> trainer.recipe(wide).train(DIGITS))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining(
                        "architecture 'my-net' cannot be built with the widthMultiplier 2", "override newBlock(int)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "../x/Y z", "My-Net", "a--b", "-a", "a\nb"})
    void givenAnImproperName_whenGivenToATrainer_thenTheMessageNamesTheClassAndSaysWhatANameIs(String name) {
        assertThatThrownBy(() -> Trainer.of(new GivenArchitecture(name, () -> GivenArchitecture.linear(10))))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageStartingWith(GivenArchitecture.class.getName() + ": name() returns ")
                .hasMessageContaining("a name consists of lower-case letters, digits and single hyphens")
                .hasMessageNotContaining("\n");
    }

    @Test
    void givenNoRecipe_whenGivenToATrainer_thenTheMessageSaysSo() {
        // given
        Architecture without = new WithRecipes(null, null);
        Architecture withDefault = new WithRecipes(Recipe.DEFAULT, null);

        // when, then
        assertThatThrownBy(() -> Trainer.of(without))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("'my-net'", WithRecipes.class.getName(), "defaultRecipe() gives null");
        assertThatThrownBy(() -> Trainer.of(withDefault).preset(Preset.FAST))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("recipe(FAST) returns null");
    }

    private record WithRecipes(Recipe defaultRecipe, Recipe any) implements Architecture {

        @Override
        public String name() {
            return "my-net";
        }

        @Override
        public Block newBlock() {
            return GivenArchitecture.linear(10);
        }

        @Override
        public Recipe recipe(Preset preset) {
            return any;
        }
    }

    /** 180 digits to train on in batches of 32, which are 6 steps an epoch, after one step of the check before training. */
    private static Trainer failingInTheSecondEpoch(RuntimeException failure) {
        AtomicInteger steps = new AtomicInteger();
        return Trainer.of(GivenArchitecture.of(GivenArchitecture.linearAnd((logits, training) -> {
            if (training && steps.incrementAndGet() == 9) {
                throw failure;
            }
            return new NDList(logits);
        })));
    }

    @ParameterizedTest
    @MethodSource("ownFailures")
    void givenANetworkThatFailsLater_whenTrained_thenTheMessageSaysInWhichStep(RuntimeException failure) {
        // given
        Trainer trainer = failingInTheSecondEpoch(failure);

        // when, then
        assertThatThrownBy(() -> trainer.train(DIGITS))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining(
                        "'my-net' (%s): in epoch 2, step 2, its network throws %s",
                        GivenArchitecture.class.getName(), failure)
                .hasCause(failure);
    }

    static List<RuntimeException> ownFailures() {
        return List.of(
                new IllegalStateException("no luck"), new UncheckedIOException(new IOException("no file of mine")));
    }

    @Test
    void givenAnEngineThatFails_whenTrained_thenTheMessageSaysInWhichStep() {
        // given
        EngineException failure = new EngineException("can't allocate memory\nframe #0");

        // when, then
        assertThatThrownBy(() -> failingInTheSecondEpoch(failure).train(DIGITS))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "'my-net'", "the engine failed in epoch 2, step 2", "can't allocate memory", "lower batchSize")
                .hasMessageNotContaining("frame")
                .hasCause(failure);
    }

    @Test
    void givenAnEngineThatFailsBetweenEpochs_whenTrained_thenTheMessageSaysWhere() {
        // given
        EngineException failure = new EngineException("can't allocate memory");
        AtomicBoolean trained = new AtomicBoolean();
        Trainer trainer = Trainer.of(GivenArchitecture.of(() -> new SequentialBlock() {
                    {
                        add(GivenArchitecture.linear(10));
                    }

                    @Override
                    public void saveParameters(DataOutputStream out) throws IOException {
                        if (trained.get()) {
                            throw failure;
                        }
                        super.saveParameters(out);
                    }
                }))
                .listener(new TrainingListener() {
                    @Override
                    public void onEpoch(Epoch epoch) {}

                    @Override
                    public void onStep(Step step) {
                        trained.set(true);
                    }
                });

        // when, then
        assertThatThrownBy(() -> trainer.train(DIGITS))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the engine failed after epoch 1", "can't allocate memory")
                .hasCause(failure);
    }

    @Test
    void givenATrainedModel_whenItOrTheEngineFailsLater_thenTheMessageSaysWhich() {
        // given
        EngineException ofTheEngine = new EngineException("can't allocate memory\nframe #0");
        IllegalStateException ofTheNetwork = new IllegalStateException("no luck");
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        AtomicBoolean nan = new AtomicBoolean();
        Architecture architecture = GivenArchitecture.of(GivenArchitecture.linearAnd((logits, training) -> {
            if (failure.get() != null) {
                throw failure.get();
            }
            return new NDList(nan.get() ? logits.mul(Float.NaN) : logits);
        }));

        try (TrainedModel model = Trainer.of(architecture).epochs(1).train(DIGITS)) {
            // when, then
            nan.set(true);
            for (ThrowingCallable use :
                    List.<ThrowingCallable>of(() -> model.classify(DIGITS), () -> model.evaluate(DIGITS))) {
                assertThatThrownBy(use)
                        .isInstanceOf(ArchitectureException.class)
                        .hasMessageContaining("'my-net'", "for image 0, its network returns NaN");
            }
            failure.set(ofTheNetwork);
            assertThatThrownBy(() -> model.classify(DIGITS.image(0)))
                    .isInstanceOf(ArchitectureException.class)
                    .hasMessageContaining("classifying 1 digits, its network throws", "no luck");
            failure.set(ofTheEngine);
            for (ThrowingCallable use : List.<ThrowingCallable>of(
                    () -> model.classify(DIGITS), () -> model.evaluate(DIGITS), () -> model.save(directory))) {
                assertThatThrownBy(use)
                        .isInstanceOf(EngineFailureException.class)
                        .isNotInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("model 'my-net': the engine failed to", "can't allocate", "Memory")
                        .hasMessageNotContaining("frame")
                        .hasCause(ofTheEngine);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAListenerThatThrows_whenTrained_thenItsExceptionComesThroughUnchanged(boolean ofTheEngine) {
        // given
        RuntimeException failure =
                ofTheEngine ? new EngineException("of the listener") : new IllegalStateException("of the listener");
        Trainer trainer = Trainer.of(GivenArchitecture.of(() -> GivenArchitecture.linear(10)));
        TrainingListener inAStep = new TrainingListener() {
            @Override
            public void onEpoch(Epoch epoch) {}

            @Override
            public void onStep(Step step) {
                throw failure;
            }
        };

        // when, then
        assertThatThrownBy(() -> trainer.listener(inAStep).train(DIGITS)).isSameAs(failure);
        assertThatThrownBy(() -> trainer.listener(epoch -> {
                            throw failure;
                        })
                        .train(DIGITS))
                .isSameAs(failure);
    }

    @Test
    void givenManyFaultyNetworks_whenTrained_thenTheEngineHoldsNoMoreThanAfterTheFirst() {
        // given
        Trainer trainer = Trainer.of(GivenArchitecture.of(FaultyArchitecturesTest::remembering));
        assertThatThrownBy(() -> trainer.train(DIGITS)).isInstanceOf(ArchitectureException.class);
        int before = arraysHeld();

        // when
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> trainer.train(DIGITS)).isInstanceOf(ArchitectureException.class);
        }

        // then
        assertThat(arraysHeld()).isEqualTo(before);
    }

    private static int arraysHeld() {
        try (NDManager manager = NDManager.newBaseManager()) {
            return manager.getParentManager().getManagedArrays().size();
        }
    }
}
