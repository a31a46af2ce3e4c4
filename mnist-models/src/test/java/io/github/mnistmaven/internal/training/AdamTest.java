package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.recipe.Recipe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamTest {

    private static final double RATE = 0.1;

    @ParameterizedTest
    @CsvSource({"0.9, 0.999, 0.01", "0.7, 0.9, 1e-8", "0, 0, 1"})
    void givenWeights_whenStepsAreTaken_thenTheyMoveAsTheFormulaSays(double beta1, double beta2, double epsilon) {
        // given
        float[] weights = {1, -2};
        Recipe recipe = Recipe.DEFAULT.withAdamBetas(beta1, beta2).withAdamEpsilon(epsilon);
        Adam adam = new Adam(recipe, weights.length);
        float[][] gradients = {{0.5f, -1}, {-0.02f, 0.3f}, {0.1f, 0.7f}};

        double[] expected = {1, -2};
        double[] first = new double[2];
        double[] second = new double[2];
        for (int step = 1; step <= gradients.length; step++) {
            // when
            adam.step(weights, gradients[step - 1], RATE);

            // then: algorithm 1 of the paper, with the correction of the bias in the learning rate
            double corrected = RATE * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step));
            for (int i = 0; i < weights.length; i++) {
                double gradient = gradients[step - 1][i];
                first[i] = beta1 * first[i] + (1 - beta1) * gradient;
                second[i] = beta2 * second[i] + (1 - beta2) * gradient * gradient;
                expected[i] -= corrected * first[i] / (Math.sqrt(second[i]) + epsilon);
                assertThat((double) weights[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }
}
