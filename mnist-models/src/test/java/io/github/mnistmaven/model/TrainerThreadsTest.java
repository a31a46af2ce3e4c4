package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.OtherJvm;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.training.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of threads of a training, and of whatever else uses the engine meanwhile. */
class TrainerThreadsTest {

    private static final DigitSet DIGITS = StripedDigits.of(300, 1);

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", "lstm-reference"})
    void givenANumberOfThreads_whenTrained_thenTheParametersAreThoseOfAJvmThatHasThatNumberFromItsStart(String model)
            throws Exception {
        // when
        String chosen = new OtherJvm(Program.class).run(model, "1", "2");
        String one = new OtherJvm(Program.class)
                .option("-Dai.djl.pytorch.num_threads=1")
                .run(model, "");
        String two = new OtherJvm(Program.class)
                .option("-Dai.djl.pytorch.num_threads=2")
                .run(model, "");

        // then
        List<String> expected = new ArrayList<>(trained(one));
        expected.addAll(trained(two));
        assertThat(trained(chosen)).hasSize(2).isEqualTo(expected);
        assertThat(trained(chosen).get(0)).startsWith("trained 1 ");
        assertThat(trained(chosen).get(1)).startsWith("trained 2 ");
        if (model.equals("cnn") || model.equals("lstm")) {
            assertThat(digest(trained(chosen).get(1)))
                    .isEqualTo(digest(trained(chosen).get(0)));
        }
    }

    private static String digest(String trained) {
        return trained.substring(trained.lastIndexOf(' '));
    }

    private static List<String> trained(String output) {
        return output.lines().filter(line -> line.startsWith("trained ")).toList();
    }

    @ParameterizedTest(name = "{0} replicas")
    @CsvSource({"1, 2, 0", "2, 0, 1"})
    void givenATrainingWithItsOwnNumber_whenAnotherThreadFirstUsesTheEngine_thenThatHasTheUsualNumberOrOne(
            int replicas, int more, int alone) {
        // given
        PyTorch.engine();
        int here = JniUtils.getNumThreads();
        int usual = onANewThread(JniUtils::getNumThreads);
        List<Integer> training = new ArrayList<>();
        List<Integer> others = new ArrayList<>();

        // when
        Trainer.of("cnn")
                .recipe(Architectures.named("cnn")
                        .recipe(Preset.FAST)
                        .withEpochs(1)
                        .withReplicas(replicas))
                .threads(usual + 2)
                .listener((Epoch epoch) -> {
                    training.add(JniUtils.getNumThreads());
                    others.add(onANewThread(JniUtils::getNumThreads));
                })
                .train(DIGITS)
                .close();

        // then
        assertThat(training).containsExactly(alone == 0 ? usual + more : alone);
        assertThat(others).containsExactly(alone == 0 ? usual : alone);
        assertThat(JniUtils.getNumThreads()).isEqualTo(here);
        assertThat(onANewThread(JniUtils::getNumThreads)).isEqualTo(usual);
    }

    private static <T> T onANewThread(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, task -> new Thread(task).start())
                .join();
    }

    /** What another JVM runs: trains a model with each number of threads; with that of the JVM where it is empty. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            for (String threads : List.of(arguments).subList(1, arguments.length)) {
                Trainer trainer = Trainer.of(arguments[0]).epochs(1);
                try (TrainedModel model =
                        (threads.isEmpty() ? trainer : trainer.threads(Integer.parseInt(threads))).train(DIGITS)) {
                    System.out.printf(
                            "trained %d %s%n",
                            model.provenance().platform().threads(),
                            model.history().best().parametersSha256());
                }
            }
        }
    }
}
