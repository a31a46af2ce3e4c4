package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.recipe.Capacity;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NetworkStructureTest {

    private static Structure structure(Supplier<Block> block) {
        return Structure.of(block.get());
    }

    private static Block network(float dropout, boolean rectified, int units) {
        return new SequentialBlock()
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(units).build())
                .add(rectified ? Activation.reluBlock() : Activation.tanhBlock())
                .add(Dropout.builder().optRate(dropout).build())
                .add(Linear.builder().setUnits(10).build());
    }

    @Test
    void givenTheSameNetworkBuiltTwice_thenItsStructureIsTheSame() {
        // when
        Structure first = structure(() -> network(0.5f, true, 20));
        Structure second = structure(() -> network(0.5f, true, 20));

        // then
        assertThat(first).isEqualTo(second);
        assertThat(first.parameters()).isEqualTo(784 * 20 + 20 + 20 * 10 + 10);
        assertThat(first.sha256()).hasSize(64);
    }

    @Test
    void givenNetworksThatDifferInOneSetting_thenTheirStructuresDiffer() {
        // given
        List<Supplier<Block>> networks = List.of(
                () -> network(0.5f, true, 20),
                () -> network(0.4f, true, 20),
                () -> network(0.5f, false, 20),
                () -> network(0.5f, true, 21),
                () -> new SequentialBlock()
                        .add(Pool.maxPool2dBlock(new Shape(2, 2)))
                        .add(network(0.5f, true, 20)));

        // then
        assertThat(networks.stream().map(NetworkStructureTest::structure).map(Structure::sha256))
                .doesNotHaveDuplicates();
    }

    @Test
    void givenTheArchitecturesOfThisLibrary_thenEachHasAStructureOfItsOwn() {
        assertThat(Architectures.names().stream()
                        .map(Architectures::named)
                        .map(Architecture::newBlock)
                        .map(Structure::of))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void givenCapacities_thenEachHasAStructureOfItsOwn() {
        // given
        Architecture cnn = Architectures.named("cnn");

        // when
        Structure one = Structure.of(Ensemble.of(cnn::newBlock, new Capacity(1, 1)));
        Structure two = Structure.of(Ensemble.of(cnn::newBlock, new Capacity(1, 2)));
        Structure wide = Structure.of(Ensemble.of(cnn::newBlock, new Capacity(2, 1)));

        // then
        assertThat(one).isEqualTo(Structure.of(cnn.newBlock()));
        assertThat(two.parameters()).isEqualTo(2 * one.parameters());
        assertThat(wide.parameters()).isGreaterThan(3 * one.parameters());
        assertThat(List.of(one.sha256(), two.sha256(), wide.sha256())).doesNotHaveDuplicates();
    }
}
