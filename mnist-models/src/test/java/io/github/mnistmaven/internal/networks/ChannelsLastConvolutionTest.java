package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsLastConvolutionTest {

    @ParameterizedTest(name = "{0} channels, {1} filters, kernel {2}, stride {3}")
    @CsvSource({"1, 16, 5, 2", "16, 32, 3, 1", "3, 7, 2, 3"})
    void givenImages_whenConvolved_thenTheResultIsThatOfAnOrdinaryConvolutionAndFlattenedInItsOrder(
            int channels, int filters, int kernel, int stride) {
        try (NDManager manager = NDManager.newBaseManager()) {
            // given
            Shape shape = new Shape(4, channels, 11, 13);
            NDArray images = manager.randomNormal(shape);
            ChannelsLastConvolution convolution = new ChannelsLastConvolution(filters, kernel, stride);
            convolution.initialize(manager, DataType.FLOAT32, shape);
            NDArray weight = convolution.getParameters().get(0).getValue().getArray();

            // when
            ParameterStore store = new ParameterStore(manager, false);
            NDArray result =
                    convolution.forward(store, new NDList(images), false).head();
            NDArray flat = new ChannelsLastFlatten()
                    .forward(store, new NDList(result), false)
                    .head();

            // then
            NDArray usual = manager.create(
                    weight.transpose(0, 3, 1, 2).toFloatArray(), new Shape(filters, channels, kernel, kernel));
            NDArray expected = Conv2d.conv2d(images, usual, null, new Shape(stride, stride))
                    .head();
            assertThat(result.getShape()).isEqualTo(expected.getShape());
            assertThat(convolution.getOutputShapes(new Shape[] {shape})).containsExactly(expected.getShape());
            assertThat(result.toFloatArray()).containsExactly(expected.toFloatArray(), within(1e-4f));
            assertThat(flat.toFloatArray())
                    .containsExactly(result.transpose(0, 2, 3, 1).toFloatArray(), within(0f));
        }
    }
}
