package io.github.mnistmaven.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticProbeTest {

    /** With an operation that no network of this library has. */
    private static final class SquareRoots implements Architecture {
        @Override
        public String name() {
            return "square-roots";
        }

        @Override
        public Block newBlock() {
            return new SequentialBlock()
                    .add(Blocks.batchFlattenBlock())
                    .addSingleton(pixels -> pixels.add(1).sqrt())
                    .add(Linear.builder().setUnits(10).build());
        }
    }

    @ParameterizedTest
    @CsvSource({"cnn, 15", "lstm, 3", "cnn-reference, 14", "lstm-reference, 6"})
    void givenANetworkOfThisLibrary_thenEachOfItsLayersIsComputedForthAndBack(String name, int layers) {
        // given
        Architecture architecture = Architectures.named(name);

        // when
        Map<String, String> checksums = ArithmeticProbe.checksums(architecture, architecture.defaultRecipe());

        // then
        for (int layer = 1; layer <= layers; layer++) {
            String start = "%s: layer %02d (".formatted(name, layer);
            assertThat(checksums.keySet())
                    .anyMatch(operation -> operation.startsWith(start) && operation.endsWith(", inference"))
                    .anyMatch(operation -> operation.startsWith(start) && operation.endsWith(", training"))
                    .anyMatch(operation -> operation.startsWith(start) && operation.endsWith(", backward pass"));
        }
        assertThat(checksums.keySet())
                .noneMatch(operation -> operation.startsWith("%s: layer %02d".formatted(name, layers + 1)))
                .contains(
                        name + ": initial parameters",
                        name + ": whole network, inference",
                        name + ": whole network, training",
                        name + ": whole network, backward pass");
        assertThat(ArithmeticProbe.checksums(architecture, architecture.defaultRecipe()))
                .isEqualTo(checksums);
    }

    @Test
    void givenAnEnsemble_thenItsMeanIsComputedToo() {
        // given
        Architecture lstm = Architectures.named("lstm");
        Recipe recipe = lstm.recipe(Preset.FAST).withCapacity(Capacity.DEFAULT.withEnsembleSize(3));

        // when + then
        assertThat(ArithmeticProbe.checksums(lstm, recipe)).containsKey("lstm: mean of an ensemble");
        assertThat(ArithmeticProbe.checksums(lstm, lstm.recipe(Preset.FAST)))
                .doesNotContainKey("lstm: mean of an ensemble");
    }

    @Test
    void givenANetworkOfTheUsersOwn_thenAllThatItMayUseIsComputed() {
        // given
        Architecture own = new SquareRoots();

        // when
        Set<String> operations =
                ArithmeticProbe.checksums(own, own.defaultRecipe()).keySet();

        // then
        assertThat(operations)
                .contains("function sqrt", "function exp", "function matrix product")
                .contains(
                        "cnn-reference: layer 01 (Conv2d), training",
                        "lstm-reference: layer 01 (RowLstm), backward pass");
    }

    @Test
    void givenDifferentFunctions_thenTheirChecksumsDiffer() {
        Map<String, String> functions = ElementaryFunctions.checksums();
        assertThat(functions.values()).doesNotHaveDuplicates();
    }
}
