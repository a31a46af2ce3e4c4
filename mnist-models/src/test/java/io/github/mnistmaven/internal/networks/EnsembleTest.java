package io.github.mnistmaven.internal.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.recipe.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final int SIZE = 3;
    private static final int IMAGES = 4;

    private static final IntFunction<Block> CNN = Architectures.named("cnn")::newBlock;

    private final NDManager manager = NDManager.newBaseManager();
    private final Block ensemble = Ensemble.of(CNN, Capacity.DEFAULT.withEnsembleSize(SIZE));

    @BeforeEach
    void initialize() {
        ensemble.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void givenAnImage_whenInferring_thenTheMeanOfTheMembersLogitsIsReturned() {
        // given
        NDList images = images();
        List<float[]> members = new ArrayList<>();
        for (Block member : ensemble.getChildren().values()) {
            members.add(forward(member, images, false).singletonOrThrow().toFloatArray());
        }

        // when
        float[] given = forward(ensemble, images, false).singletonOrThrow().toFloatArray();

        // then
        assertThat(members).hasSize(SIZE).doesNotHaveDuplicates();
        assertThat(given).hasSize(IMAGES * 10);
        for (int i = 0; i < given.length; i++) {
            double sum = 0;
            for (float[] logits : members) {
                sum += logits[i];
            }
            assertThat((double) given[i]).isCloseTo(sum / SIZE, within(1e-5));
        }
    }

    @Test
    void givenTrainingMode_whenForwarded_thenTheLogitsOfEachMemberAreReturned() {
        // when
        NDList given = forward(ensemble, images(), true);

        // then
        assertThat(given).hasSize(SIZE).allSatisfy(logits -> assertThat(logits.getShape())
                .isEqualTo(new Shape(IMAGES, 10)));
        assertThat(given.stream().map(logits -> logits.toFloatArray()).toList()).doesNotHaveDuplicates();
    }

    @Test
    void givenOneMember_thenItIsThatNetwork() {
        assertThat(Ensemble.of(CNN, Capacity.DEFAULT)).isNotInstanceOf(Ensemble.class);
    }

    private NDList images() {
        float[] pixels = new float[IMAGES * 784];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new NDList(manager.create(pixels, new Shape(IMAGES, 1, 28, 28)));
    }

    private NDList forward(Block block, NDList images, boolean training) {
        return block.forward(new ParameterStore(manager, false), images, training);
    }
}
