package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.StripedDigits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service does with models: it shares one between its threads, and replaces it now and then. */
class ServiceTest {

    private static final int THREADS = 8;
    private static final DigitSet DIGITS = StripedDigits.of(200, 1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenOneModel_whenManyThreadsClassifyWithIt_thenEachGetsTheAnswersThatOneThreadGets(String name)
            throws Exception {
        // given
        try (TrainedModel model = Trainer.of(name).epochs(1).train(DIGITS)) {
            List<Classification> expected = classified(model, 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Callable<List<Classification>>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * DIGITS.size() / THREADS;
                work.add(() -> classified(model, first));
            }

            // when
            List<Future<List<Classification>>> answers = threads.invokeAll(work);
            threads.shutdown();

            // then
            for (Future<List<Classification>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    /** One at a time, beginning anywhere; the answers in the order of the digits. */
    private static List<Classification> classified(TrainedModel model, int first) {
        Classification[] answers = new Classification[DIGITS.size()];
        for (int i = 0; i < answers.length; i++) {
            int index = (first + i) % answers.length;
            answers[index] = model.classify(DIGITS.image(index));
        }
        return List.of(answers);
    }

    @Test
    void givenASavedModel_whenItIsLoadedAndClosedManyTimes_thenItAnswersTheSameEachTime() throws Exception {
        // given
        try (TrainedModel model = Trainer.of("cnn").epochs(1).train(DIGITS)) {
            model.save(directory);
        }

        // when
        List<List<Classification>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            try (TrainedModel model = TrainedModel.load(directory)) {
                answers.add(model.classify(DIGITS));
            }
        }

        // then
        assertThat(answers).hasSize(20).containsOnly(answers.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm"})
    void givenAModelInUse_whenAnotherIsTrainedTwice_thenItAnswersAsBeforeAndBothHaveTheSameParameters(String name)
            throws Exception {
        // given
        try (TrainedModel model = Trainer.of(name).epochs(1).train(DIGITS)) {
            List<Classification> expected = classified(model, 0);
            ExecutorService other = Executors.newSingleThreadExecutor();

            // when
            Future<List<String>> trained = other.submit(() -> IntStream.range(0, 2)
                    .mapToObj(i -> parameters(Trainer.of(name).epochs(2).seed(7)))
                    .toList());
            List<List<Classification>> meanwhile = new ArrayList<>();
            do {
                meanwhile.add(classified(model, 0));
            } while (!trained.isDone());
            other.shutdown();

            // then
            assertThat(trained.get()).hasSize(2).containsOnly(trained.get().get(0));
            assertThat(meanwhile).containsOnly(expected);
        }
    }

    private static String parameters(Trainer trainer) {
        try (TrainedModel model = trainer.train(DIGITS)) {
            return model.history().best().parametersSha256();
        }
    }
}
