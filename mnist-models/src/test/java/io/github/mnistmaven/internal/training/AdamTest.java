package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;

class AdamTest {

    private static final double EPSILON = 0.01;
    private static final double RATE = 0.1;

    @Test
    void givenAWeight_whenThreeStepsAreTaken_thenItMovesAsTheFormulaSays() {
        try (NDManager manager = NDManager.newBaseManager()) {
            // given: one weight w, its gradient the input x
            Linear block = Linear.builder().setUnits(1).optBias(false).build();
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
            NDArray weight = block.getParameters().values().stream()
                    .map(Parameter::getArray)
                    .findFirst()
                    .orElseThrow();
            double expected = weight.getFloat();
            double first = 0;
            double second = 0;

            try (Adam adam = new Adam(block, manager, EPSILON)) {
                float[] gradients = {0.5f, -0.02f, 0.1f};
                for (int step = 1; step <= gradients.length; step++) {
                    // when
                    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                        NDArray x = manager.create(new float[] {gradients[step - 1]}, new Shape(1, 1));
                        collector.backward(block.forward(new ParameterStore(manager, false), new NDList(x), true)
                                .singletonOrThrow()
                                .sum());
                    }
                    adam.step(RATE);

                    // then
                    first = 0.9 * first + 0.1 * gradients[step - 1];
                    second = 0.999 * second + 0.001 * gradients[step - 1] * gradients[step - 1];
                    double corrected = RATE * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                    expected -= corrected * first / (Math.sqrt(second) + EPSILON);
                    assertThat((double) weight.getFloat()).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }
}
