package io.github.mnistmaven.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.recipe.ValidationSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code run.json} of every version that was ever written is kept, and read. */
class RunFilesTest {

    private static final Path KEPT = Path.of("src/test/resources/formats");

    @TempDir
    Path directory;

    private SavedRun read(String file) throws IOException {
        Files.copy(KEPT.resolve(file), directory.resolve(SavedRun.FILE));
        return SavedRun.read(directory);
    }

    @Test
    void givenARunOfVersion1_whenRead_thenItIsOneOfNow() throws IOException {
        // when
        SavedRun run = read("run-1.json");

        // then
        assertThat(run.model()).isEqualTo("lstm");
        assertThat(run.provenance().inputs().recipe().validationSplit()).isEqualTo(ValidationSplit.LAST);
        assertThat(run.provenance().inputs().recipe().schedule().warmupFraction())
                .isEqualTo(0.15);
        assertThat(run.history().bestEpoch()).isEqualTo(1);
    }

    @Test
    void givenARunOfVersion2_whenRead_thenItIsRead() throws IOException {
        assertThat(read("run-2.0.json").provenance().inputs().recipe().validationSplit())
                .isEqualTo(ValidationSplit.STRATIFIED);
    }

    @Test
    void givenARunOfANewerVersion_whenRead_thenTheVersionIsNamedAndNothingIsCalledDamaged() throws IOException {
        // given
        String text = Files.readString(KEPT.resolve("run-2.0.json")).replace("\"2.0\"", "\"3.1\"");
        Files.writeString(directory.resolve(SavedRun.FILE), text);

        // when + then
        assertThatThrownBy(() -> SavedRun.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(
                        "has version 3.1 of the format 'mnist-run', but this version of the library reads")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void givenAnotherModelThanWasAskedFor_thenBothAreNamed() throws IOException {
        // given
        SavedRun run = read("run-2.0.json");

        // when + then
        assertThatThrownBy(() -> run.requireModel("cnn", directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("holds the model 'lstm' of the architecture 'lstm', not 'cnn'");
    }
}
