package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.internal.training.TrainedNetwork;
import io.github.mnistmaven.internal.training.Training;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An architecture that no service file names is trained, saved and loaded as any other. */
class OwnArchitectureTest {

    private static final DigitSet DIGITS = StripedDigits.of(200, 1);
    private static final DigitSet TEST = StripedDigits.of(50, 2);
    private static final Architecture LINEAR = GivenArchitecture.of(() -> GivenArchitecture.linear(10));

    @TempDir
    private Path temp;

    private Path saved(Architecture architecture) throws IOException {
        Path directory = temp.resolve("model");
        try (TrainedModel model = Trainer.of(architecture).train(DIGITS)) {
            model.save(directory);
        }
        return directory;
    }

    @Test
    void givenAnUnregisteredArchitecture_whenSavedAndLoadedWithIt_thenThePredictionsAreTheSame() throws IOException {
        // given
        try (TrainedModel before = Trainer.of(LINEAR).train(DIGITS)) {
            before.save(temp.resolve("model"));

            // when
            try (TrainedModel after = TrainedModel.load(temp.resolve("model"), LINEAR)) {

                // then
                assertThat(after.classify(TEST)).isEqualTo(before.classify(TEST));
                assertThat(after.evaluate(TEST).accuracy()).isGreaterThan(0.5);
            }
        }
    }

    @Test
    void givenAnArchitectureThatWasChanged_whenLoadedWithIt_thenTheMessageSaysSo() throws IOException {
        // given
        Path directory = saved(LINEAR);
        Architecture larger = GivenArchitecture.of(() -> hidden(5));

        // when, then
        assertThatThrownBy(() -> TrainedModel.load(directory, larger))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll(
                        directory.resolve("my-net-0000.params").toString(),
                        "it does not hold the parameters of architecture 'my-net' ("
                                + GivenArchitecture.class.getName(),
                        "which has 3985: the model was trained with 7850",
                        "train the model again");
    }

    @Test
    void givenAsManyParametersOfOtherShapes_whenLoadedWithThem_thenTheMessageSaysSo() throws IOException {
        // given
        Path directory = saved(GivenArchitecture.of(() -> hidden(10)));
        Architecture sameSize = GivenArchitecture.of(() -> GivenArchitecture.linear(10)
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(11).optBias(false).build())
                .addSingleton(eleven -> eleven.get(":, :10")));

        // when, then
        assertThatThrownBy(() -> TrainedModel.load(directory, sameSize))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll("'my-net'", "names or shapes differ", "train the model again");
    }

    private static SequentialBlock hidden(int units) {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(units).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build());
    }

    @Test
    void givenCodeThatFailsOnlyNow_whenLoadedOrClassifying_thenTheMessageNamesIt() throws IOException {
        // given
        AtomicBoolean fails = new AtomicBoolean();
        Architecture failing = GivenArchitecture.of(GivenArchitecture.linearAnd((logits, training) -> {
            throwIf(fails.get());
            return new NDList(logits);
        }));
        Path directory = saved(failing);
        Architecture broken = GivenArchitecture.of(() -> {
            throwIf(fails.get());
            return GivenArchitecture.linear(10);
        });

        try (TrainedModel model = TrainedModel.load(directory, failing)) {
            // when
            fails.set(true);

            // then
            assertThatThrownBy(() -> model.classify(TEST))
                    .isInstanceOf(ArchitectureException.class)
                    .hasMessageContaining(
                            "classifying 50 digits, its network throws java.lang.AssertionError: no luck");
        }
        assertThatThrownBy(() -> TrainedModel.load(directory, broken))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("'my-net'", "newBlock() throws java.lang.AssertionError: no luck");
    }

    private static void throwIf(boolean fails) {
        if (fails) {
            throw new AssertionError("no luck");
        }
    }

    /** Adds to the first logit what it counts in training, but begins to do so only after the check before training. */
    private static Supplier<Block> forgetful() {
        return () -> {
            AtomicInteger steps = new AtomicInteger();
            return GivenArchitecture.linearAnd((logits, training) -> {
                        if (training) {
                            steps.incrementAndGet();
                        }
                        NDArray first = logits.get(":, 0:1").add(Math.max(0, steps.get() - 10));
                        return new NDList(first.concat(logits.get(":, 1:"), 1));
                    })
                    .get();
        };
    }

    @Test
    void givenStateOutsideTheParameters_whenSaved_thenItIsSaidAndTheOldModelStays() throws IOException {
        // given
        Path directory = saved(LINEAR);
        byte[] before = Files.readAllBytes(directory.resolve("run.json"));

        try (TrainedModel model = Trainer.of(GivenArchitecture.of(forgetful())).train(DIGITS)) {
            // when, then
            assertThatThrownBy(() -> model.save(directory))
                    .isInstanceOf(ArchitectureException.class)
                    .hasMessageContainingAll(
                            "'my-net'",
                            GivenArchitecture.class.getName(),
                            "its network gives different predictions once it is saved and loaded again",
                            "Keep it in a Parameter");
        }
        assertThat(directory.resolve("run.json")).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactly(directory);
        }
    }

    @Test
    void givenANetworkThatIsBuiltOtherwiseLater_whenSaved_thenItIsSaid() {
        // given
        AtomicBoolean larger = new AtomicBoolean();
        Architecture changing = GivenArchitecture.of(() -> larger.get() ? hidden(5) : GivenArchitecture.linear(10));

        try (TrainedModel model = Trainer.of(changing).train(DIGITS)) {
            // when
            larger.set(true);

            // then
            assertThatThrownBy(() -> model.save(temp.resolve("model")))
                    .isInstanceOf(ArchitectureException.class)
                    .hasMessageContaining("the parameters of its network cannot be loaded again")
                    .hasMessageContaining("newBlock() must build the same layers at each call");
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void givenANetworkWithDropout_whenTrained_thenTheCheckBeforeChangesNoBits() {
        // given
        Architecture random = GivenArchitecture.of(() -> new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Linear.builder().setUnits(10).build()));
        Run run = new Run(random, random.defaultRecipe(), DIGITS, 1);

        // when
        TrainedNetwork unchecked = Training.train(run, TrainingListener.NONE);
        unchecked.model().close();

        // then
        try (TrainedModel checked = Trainer.of(random).seed(1).train(DIGITS)) {
            assertThat(RecordedEpochs.parameterDigests(checked.history()))
                    .isEqualTo(RecordedEpochs.parameterDigests(unchecked.history()));
        }
    }
}
