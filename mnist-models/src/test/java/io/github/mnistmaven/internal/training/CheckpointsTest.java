package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {

    private static final DigitSet DIGITS = StripedDigits.of(300, 1);

    /** Thrown in place of killing the process. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    private Path directory;

    private final List<String> events = new ArrayList<>();

    private final TrainingListener listener = new TrainingListener() {
        @Override
        public void onResume(List<Epoch> epochs) {
            events.add("resumed after " + epochs.size());
        }

        @Override
        public void onCheckpointLost(String reason) {
            events.add(reason);
        }

        @Override
        public void onEpoch(Epoch epoch) {
            events.add("epoch " + epoch.number());
        }
    };

    @ParameterizedTest(name = "{1} of {0}, patience {2}, killed in epoch {3}")
    @CsvSource({
        "cnn, 1, 0, 2",
        "cnn, 1, 0, 3",
        "cnn, 2, 2, 3",
        "lstm, 1, 0, 3",
        "cnn-reference, 1, 2, 3",
        "lstm-reference, 1, 1, 4"
    })
    void givenARunThatWasKilled_whenStartedAgain_thenItResumesWithTheSameResultToTheBit(
            String architecture, int ensembleSize, int patience, int killedIn) {
        // given
        Run run = run(architecture, patience, ensembleSize);
        History uninterrupted = train(run, TrainingListener.NONE, Optional.empty());
        assertThatThrownBy(() -> train(run, killIn(killedIn), checkpoints())).isInstanceOf(Killed.class);

        // when
        History resumed = train(run, listener, checkpoints());

        // then
        assertThat(digests(resumed)).isEqualTo(digests(uninterrupted));
        assertThat(resumed.bestEpoch()).isEqualTo(uninterrupted.bestEpoch());
        assertThat(events).startsWith("resumed after " + (killedIn - 1), "epoch " + killedIn);
    }

    @Test
    void givenARunKilledAtItsVeryEnd_whenStartedAgain_thenNothingIsTrainedTwice() {
        // given
        Run run = run("lstm", 0);
        History first = train(run, TrainingListener.NONE, checkpoints());

        // when
        History again = train(run, listener, checkpoints());

        // then
        assertThat(again).isEqualTo(first);
        assertThat(events).containsExactly("resumed after 4");
    }

    @Test
    void givenTheCheckpointOfAnotherRun_whenTrained_thenItIsIgnored() {
        // given
        train(run("lstm", 0), TrainingListener.NONE, Optional.of(new Checkpoints(directory, "another")));

        // when
        train(run("lstm", 0), listener, checkpoints());

        // then
        assertThat(events).containsExactly("epoch 1", "epoch 2", "epoch 3", "epoch 4");
    }

    @ParameterizedTest
    @CsvSource({"checkpoint.json, is incomplete or not JSON", "epoch-4.floats, is missing or damaged"})
    void givenADamagedCheckpoint_whenTrained_thenTheRunStartsAnewAndSaysWhy(String file, String reason)
            throws IOException {
        // given
        train(run("lstm", 0), TrainingListener.NONE, checkpoints());
        byte[] bytes = Files.readAllBytes(directory.resolve(file));
        Files.write(directory.resolve(file), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        // when
        train(run("lstm", 0), listener, checkpoints());

        // then
        assertThat(events.get(0)).contains(directory.resolve(file).toString(), reason);
        assertThat(events).contains("epoch 1");
    }

    @Test
    void givenWhatAKilledWriterLeft_whenTheNextCheckpointIsWritten_thenItIsClearedAway() throws IOException {
        // given
        Files.writeString(
                directory.resolve(".epoch-1.floats.999999999999-00000000-123e4567-e89b-12d3-a456-426614174000.tmp"),
                "half");
        Files.writeString(directory.resolve("epoch-9.floats"), "of a run before");

        // when
        train(run("lstm", 0), listener, checkpoints());

        // then
        Checkpoints.delete(directory);
        assertThat(directory.resolve("epoch-9.floats")).doesNotExist();
        assertThat(directory.resolve("checkpoint.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch-1", "epoch-notes.txt", ".epoch-1.floats.swp", "epoch-1.floats.bak", "plan.txt"})
    void givenFilesOfOthersInTheDirectory_whenTrainedAndDeleted_thenTheyStay(String name) throws IOException {
        // given
        Files.writeString(directory.resolve(name), "mine");

        // when
        train(run("lstm", 0), listener, checkpoints());
        Checkpoints.delete(directory);

        // then
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve(name));
        }
    }

    @Test
    void givenNothingElseInTheDirectory_whenDeleted_thenItIsGone() throws IOException {
        // given
        train(run("lstm", 0), listener, checkpoints());

        // when
        Checkpoints.delete(directory);

        // then
        assertThat(directory).doesNotExist();
    }

    @Test
    void givenACheckpointOfVersion1_whenTrained_thenTheVersionIsNamedAndTheRunStartsAnew() throws IOException {
        // given
        Files.copy(Path.of("src/test/resources/formats/checkpoint-1.json"), directory.resolve("checkpoint.json"));

        // when
        train(run("lstm", 0), listener, checkpoints());

        // then
        assertThat(events.get(0))
                .contains("has version 1.0 of the format 'mnist-checkpoint'")
                .doesNotContain("damaged");
        assertThat(events).contains("epoch 1");
    }

    @Test
    void givenACheckpointOfVersion2_whenRead_thenItIsRead() throws IOException {
        // when
        Checkpoints.Index index =
                Checkpoints.Index.FORMAT.read(Path.of("src/test/resources/formats/checkpoint-2.0.json"));

        // then
        assertThat(index.arrays()).isEqualTo("epoch-1.floats");
        assertThat(index.epochs()).hasSize(1);
    }

    @Test
    void givenAPlaceThatCannotBeWritten_whenTrained_thenTheErrorNamesIt() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("file"), "");

        // when, then
        assertThatThrownBy(() ->
                        train(run("lstm", 0), listener, Optional.of(new Checkpoints(file.resolve("below"), "run"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private Optional<Checkpoints> checkpoints() {
        return Optional.of(new Checkpoints(directory, "this run"));
    }

    private static Run run(String name, int patience) {
        return run(name, patience, 1);
    }

    private static Run run(String name, int patience, int ensembleSize) {
        Architecture architecture = Architectures.named(name);
        Recipe recipe = architecture
                .defaultRecipe()
                .withEpochs(4)
                .withBatchSize(64)
                .withPatience(patience)
                .withCapacity(Capacity.DEFAULT.withEnsembleSize(ensembleSize));
        return new Run(architecture, recipe, DIGITS, 7);
    }

    private static TrainingListener killIn(int epoch) {
        return new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (step.epoch() == epoch && step.number() == step.steps() / 2) {
                    throw new Killed();
                }
            }

            @Override
            public void onEpoch(Epoch number) {}
        };
    }

    private static History train(Run run, TrainingListener listener, Optional<Checkpoints> checkpoints) {
        TrainedNetwork trained = Training.train(run, listener, checkpoints);
        trained.model().close();
        return trained.history();
    }

    private static List<String> digests(History history) {
        return history.epochs().stream().map(Epoch::parametersSha256).toList();
    }
}
