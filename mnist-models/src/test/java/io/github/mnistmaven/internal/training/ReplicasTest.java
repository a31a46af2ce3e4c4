package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.util.Pair;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicasTest {

    private static final DigitSet DIGITS = StripedDigits.of(250, 1);
    private static final Recipe QUICK =
            Recipe.DEFAULT.withEpochs(2).withBatchSize(32).withLearningRate(0.005);

    /** Without batch norm, which would see other digits at a time. */
    private record Perceptron() implements Architecture {

        @Override
        public String name() {
            return "perceptron";
        }

        @Override
        public Block newBlock() {
            return new SequentialBlock()
                    .add(Blocks.batchFlattenBlock())
                    .add(Linear.builder().setUnits(16).build())
                    .add(Activation.reluBlock())
                    .add(Linear.builder().setUnits(10).build());
        }
    }

    @ParameterizedTest(name = "{0}, {1} replicas, {2} networks")
    @CsvSource({"cnn, 2, 1", "cnn, 3, 1", "cnn, 2, 2", "lstm, 2, 1"})
    void givenReplicas_whenTrainedWithOneThreadTwoOrFour_thenTheParametersHaveTheSameBits(
            String name, int replicas, int ensembleSize) {
        // given
        Recipe recipe = QUICK.withReplicas(replicas).withCapacity(Capacity.DEFAULT.withEnsembleSize(ensembleSize));
        Run run = new Run(Architectures.named(name), recipe, DIGITS, 1);

        // when
        Set<String> digests = new HashSet<>();
        for (int threads : new int[] {1, 2, 4, 2}) {
            digests.add(Turn.take(OptionalInt.of(threads), () -> digest(run)));
        }

        // then
        assertThat(digests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void givenANetworkWithoutBatchNorm_whenReplicasShareEachBatch_thenItLearnsWhatASingleOneDoes(int replicas) {
        // given
        Run single = new Run(new Perceptron(), QUICK, DIGITS, 1);
        Run shared = new Run(new Perceptron(), QUICK.withReplicas(replicas), DIGITS, 1);

        // when, then
        assertThat(parameters(shared)).containsExactly(parameters(single), within(1e-4f));
    }

    @Test
    void givenANetworkThatDrawsRandomNumbers_whenTrainedWithReplicas_thenTheMessageSaysWhyNotAndWhatToDo() {
        // given
        Trainer trainer = Trainer.of("cnn-reference").recipe(QUICK.withReplicas(2));

        // when, then
        assertThatThrownBy(() -> trainer.train(DIGITS))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining(
                        "draws random numbers in training, as dropout does, but its recipe has 2 replicas")
                .hasMessageContaining("recipe.withReplicas(1)");
    }

    @Test
    void givenATrainingWithReplicas_whenItIsOverOrFails_thenNewThreadsComputeWithAsManyThreadsAsBefore() {
        // given
        int before = EngineThreads.current();
        Recipe recipe = QUICK.withReplicas(2);
        TrainingListener failing = epoch -> {
            throw new IllegalStateException("stop");
        };

        // when
        digest(new Run(new Perceptron(), recipe, DIGITS, 1));
        assertThatThrownBy(() -> Training.train(new Run(new Perceptron(), recipe, DIGITS, 1), failing))
                .hasMessage("stop");

        // then
        List<Integer> elsewhere = new ArrayList<>();
        Thread thread = new Thread(() -> elsewhere.add(EngineThreads.current()));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(elsewhere).containsExactly(before);
        assertThat(EngineThreads.current()).isEqualTo(before);
    }

    private static String digest(Run run) {
        try (Model model = Training.train(run, TrainingListener.NONE).model()) {
            return ParameterDigest.of(model.getBlock());
        }
    }

    private static float[] parameters(Run run) {
        try (Model model = Training.train(run, TrainingListener.NONE).model()) {
            List<Float> values = new ArrayList<>();
            for (Pair<String, ai.djl.nn.Parameter> pair : model.getBlock().getParameters()) {
                NDArray array = pair.getValue().getArray();
                for (float value : array.toFloatArray()) {
                    values.add(value);
                }
            }
            float[] all = new float[values.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = values.get(i);
            }
            return all;
        }
    }
}
