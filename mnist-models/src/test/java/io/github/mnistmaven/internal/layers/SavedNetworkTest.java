package io.github.mnistmaven.internal.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.layers.Layer.Convolution;
import io.github.mnistmaven.internal.layers.Layer.Dense;
import io.github.mnistmaven.internal.layers.Layer.RowLstm;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.recipe.Capacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the layers compute what the engine does is tested where they are computed, in the browser tests of mnist-study. */
class SavedNetworkTest {

    private static final Capacity TWO_NARROW = Capacity.DEFAULT.withEnsembleSize(2);

    @TempDir
    private static Path directory;

    private static Path saved;

    @BeforeAll
    static void saveAnEnsemble() throws IOException {
        saved = directory.resolve("lstm");
        Trainer lstm = Trainer.of("lstm");
        try (TrainedModel model = lstm.recipe(lstm.recipe().withEpochs(1).withCapacity(TWO_NARROW))
                .train(new EmbeddedDigits().sizes(60, 1).training())) {
            model.save(saved);
        }
    }

    @Test
    void givenASavedEnsemble_whenRead_thenItHasTheLayersOfEachMember() throws IOException {
        // when
        LayeredNetwork network = SavedNetwork.read(saved, run -> true);

        // then
        assertThat(network.members()).hasSize(2).allSatisfy(member -> {
            assertThat(member).hasSize(2);
            RowLstm rows = (RowLstm) member.get(0);
            assertThat(rows.units()).isEqualTo(32);
            assertThat(rows.stateWeights()).hasSize(32 * 128);
            assertThat(((Dense) member.get(1)).inputs()).isEqualTo(96);
        });
    }

    @Test
    void givenAnotherModelThanExpected_whenRead_thenItIsRejected() {
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> SavedNetwork.read(saved, run -> false))
                .withMessageContaining("does not hold the model that was evaluated");
    }

    @Test
    void givenADamagedFile_whenRead_thenTheMessageNamesIt() throws IOException {
        // given
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(saved.resolve("run.json"), copy.resolve("run.json"));
        byte[] parameters = Files.readAllBytes(saved.resolve("lstm-0000.params"));
        parameters[parameters.length / 2]++;
        Files.write(copy.resolve("lstm-0000.params"), parameters);

        // when + then
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> SavedNetwork.read(copy, run -> true))
                .withMessageContaining("lstm-0000.params is damaged or cut short");
    }

    @Test
    void givenForgedFiles_whenTaken_thenTheyAreRejectedOrHaveTheRightShapes() throws IOException {
        // given
        byte[] parameters = Files.readAllBytes(saved.resolve("lstm-0000.params"));
        Random random = new Random(3);
        int rejected = 0;

        for (int i = 0; i < 400; i++) {
            byte[] forged = parameters.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                // Most of the file are values, where any byte will do.
                int at = random.nextBoolean() ? random.nextInt(400) : random.nextInt(forged.length);
                forged[at] = (byte) random.nextInt(256);
            }
            byte[] file = random.nextInt(4) == 0 ? Arrays.copyOf(forged, random.nextInt(forged.length)) : forged;

            // when
            try {
                LayeredNetwork network = KnownNetworks.of("lstm", TWO_NARROW, new SavedArrays(file));

                // then
                assertThat(((RowLstm) network.members().get(1).get(0)).inputWeights())
                        .hasSize(28 * 128);
            } catch (IllegalArgumentException e) {
                rejected++;
                assertThat(e).hasMessageContaining("the parameter '");
            }
        }
        assertThat(rejected).isBetween(100, 399);
    }

    @Test
    void givenParametersOfAnotherNetwork_whenTaken_thenTheyAreRejected() throws IOException {
        // given
        byte[] parameters = Files.readAllBytes(saved.resolve("lstm-0000.params"));

        // when + then
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> KnownNetworks.of("cnn", Capacity.DEFAULT, new SavedArrays(parameters)))
                .withMessageContaining("[8, 5, 5, 1]");
    }

    @Test
    void givenTheArchitecturesOfThisLibrary_thenTheyAreKnownAndOthersAreNot() {
        assertThat(Architectures.builtIn()).allMatch(architecture -> SavedNetwork.isKnown(architecture.name()));
        assertThat(SavedNetwork.isKnown("my-net")).isFalse();
    }

    @Test
    void givenACnn_whenRead_thenItsBatchNormsAreInItsConvolutions() throws IOException {
        // given
        Path cnn = directory.resolve("cnn");
        try (TrainedModel model = Trainer.of("cnn")
                .epochs(1)
                .train(new EmbeddedDigits().sizes(60, 1).training())) {
            model.save(cnn);
        }

        // when
        LayeredNetwork network = SavedNetwork.read(cnn, run -> true);

        // then
        assertThat(network.members().get(0))
                .filteredOn(Convolution.class::isInstance)
                .hasSize(4)
                .filteredOn(layer -> ((Convolution) layer).biases()[0] != 0)
                .hasSize(3);
    }
}
