package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.training.SoftmaxCrossEntropy.Score;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {

    private static final int N = 7;

    @Test
    void givenLogits_whenEvaluated_thenLossAndGradientAreThoseOfTheEngine() {
        // given
        float[] logits = logits(3);
        float[] targets = targets();
        float[] gradient = new float[logits.length];

        // when
        Score score = SoftmaxCrossEntropy.evaluate(logits, targets, N, gradient);

        // then
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray predicted = manager.create(logits, new Shape(N, 10));
            predicted.setRequiresGradient(true);
            NDArray loss = Autograd.on(() -> new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true)
                    .evaluate(new NDList(manager.create(targets, new Shape(N, 10))), new NDList(predicted)));
            Autograd.backward(loss, loss.onesLike());
            assertThat(score.loss() / N).isCloseTo(loss.getFloat(), within(1e-6));
            assertThat(gradient).containsExactly(predicted.getGradient().toFloatArray(), within(1e-7f));
        }
    }

    @Test
    void givenAPartOfABatch_whenEvaluated_thenItsGradientIsThatPartOfTheWhole() {
        // given
        float[] logits = logits(3);
        float[] gradient = new float[logits.length];

        // when
        Score score = SoftmaxCrossEntropy.evaluate(logits, targets(), 2 * N, gradient);

        // then
        float[] whole = new float[logits.length];
        assertThat(SoftmaxCrossEntropy.evaluate(logits, targets(), N, whole)).isEqualTo(score);
        for (int i = 0; i < whole.length; i++) {
            assertThat(gradient[i]).isCloseTo(whole[i] / 2, within(1e-7f));
        }
    }

    @Test
    void givenTheHighestLogitOfEachRow_thenThoseOfTheTrueClassCountAsCorrect() {
        // given
        float[] logits = new float[20];
        float[] targets = new float[20];
        logits[4] = 1;
        targets[4] = 1;
        logits[10] = 1;
        targets[11] = 1;

        // then
        assertThat(SoftmaxCrossEntropy.evaluate(logits, targets, 2, new float[20])
                        .correct())
                .isEqualTo(1);
    }

    @Test
    void givenHugeLogits_whenMadeToLogProbabilities_thenTheyStayFiniteAndAddUpToOne() {
        // given
        float[] logits = logits(1e4f);

        // when
        SoftmaxCrossEntropy.toLogProbabilities(logits);

        // then
        for (int row = 0; row < N; row++) {
            double sum = 0;
            for (int i = 0; i < 10; i++) {
                assertThat(logits[10 * row + i]).isFinite();
                sum += Math.exp(logits[10 * row + i]);
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void givenALogitThatIsNoNumber_whenEvaluated_thenTheLossIsNoneEither() {
        // given
        float[] logits = logits(1);
        logits[13] = Float.NaN;

        // then
        assertThat(SoftmaxCrossEntropy.evaluate(logits, targets(), N, new float[logits.length])
                        .loss())
                .isNaN();
    }

    private static float[] logits(float scale) {
        Random random = new Random(1);
        float[] logits = new float[10 * N];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = scale * (float) random.nextGaussian();
        }
        return logits;
    }

    /** Smoothed, and of another class in each row. */
    private static float[] targets() {
        float[] targets = new float[10 * N];
        for (int row = 0; row < N; row++) {
            for (int i = 0; i < 10; i++) {
                targets[10 * row + i] = i == row ? 0.91f : 0.01f;
            }
        }
        return targets;
    }
}
