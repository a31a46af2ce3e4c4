package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class OrthogonalInitializerTest {

    @Test
    void givenAnOrthogonalInitializer_thenTheColumnsAreOrthonormal() {
        try (NDManager manager = NDManager.newBaseManager()) {
            // when
            NDArray matrix = new OrthogonalInitializer().initialize(manager, new Shape(48, 12), DataType.FLOAT32);
            NDArray products = matrix.transpose().dot(matrix);

            // then
            assertThat(products.sub(manager.eye(12)).abs().max().getFloat()).isLessThan(1e-5f);
        }
    }
}
