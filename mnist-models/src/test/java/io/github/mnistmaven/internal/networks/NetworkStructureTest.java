package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.engine.OtherJvm;
import io.github.mnistmaven.recipe.Capacity;
import java.util.Arrays;
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
        Structure one = Structure.of(Ensemble.of(cnn::newBlock, Capacity.DEFAULT));
        Structure two = Structure.of(Ensemble.of(cnn::newBlock, Capacity.DEFAULT.withEnsembleSize(2)));
        Structure wide = Structure.of(Ensemble.of(cnn::newBlock, Capacity.DEFAULT.withWidthMultiplier(2)));

        // then
        assertThat(one).isEqualTo(Structure.of(cnn.newBlock()));
        assertThat(two.parameters()).isEqualTo(2 * one.parameters());
        assertThat(wide.parameters()).isGreaterThan(3 * one.parameters());
        assertThat(List.of(one.sha256(), two.sha256(), wide.sha256())).doesNotHaveDuplicates();
    }

    /** Prints the structure of a network whose layers have no names of their own. */
    static final class Program {

        public static void main(String[] otherLambdas) {
            // The JVM numbers lambdas in the order in which they are first met.
            Arrays.stream(otherLambdas).map(text -> text + text).forEach(text -> {});
            Block block = new SequentialBlock()
                    .addSingleton(array -> array.reshape(-1, 784))
                    .addSingleton(Activation::relu)
                    .add(new AbstractBlock((byte) 1) {
                        @Override
                        protected NDList forwardInternal(
                                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> more) {
                            return inputs;
                        }

                        @Override
                        public Shape[] getOutputShapes(Shape[] inputShapes) {
                            return inputShapes;
                        }
                    })
                    .add(Linear.builder().setUnits(10).build());
            System.out.println("structure " + Structure.of(block).sha256());
        }
    }

    @Test
    void givenLambdasMethodReferencesAndAnonymousBlocks_whenDescribedInOtherProcesses_thenTheStructureIsTheSame()
            throws Exception {
        // when
        String first = new OtherJvm(Program.class).run();
        String second = new OtherJvm(Program.class).option("-Xint").run("other", "lambdas");

        // then
        assertThat(structureIn(first)).isEqualTo(structureIn(second)).startsWith("structure ");
    }

    private static String structureIn(String output) {
        return output.lines()
                .filter(line -> line.startsWith("structure"))
                .findFirst()
                .orElseThrow();
    }
}
