package io.github.mnistmaven.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
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

    private RunFile read(String file) throws IOException {
        Files.copy(KEPT.resolve(file), directory.resolve(RunFile.FILE));
        return RunFile.read(directory);
    }

    @Test
    void givenARunOfVersion1_whenRead_thenItIsOneOfNow() throws IOException {
        // when
        RunFile run = read("run-1.json");

        // then
        assertThat(run.model()).isEqualTo("lstm");
        assertThat(run.provenance().inputs().recipe().validationSplit()).isEqualTo(ValidationSplit.LAST);
        assertThat(run.provenance().inputs().recipe().schedule().warmupFraction())
                .isEqualTo(0.15);
        assertThat(run.history().bestEpoch()).isEqualTo(1);
        assertThat(run.provenance().inputs().data().classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
    }

    @Test
    void givenARunOfVersion20_whenRead_thenItsClassesAreNamedAfterTheDigits() throws IOException {
        // when
        RunFile run = read("run-2.0.json");

        // then
        assertThat(run.provenance().inputs().recipe().validationSplit()).isEqualTo(ValidationSplit.STRATIFIED);
        assertThat(run.provenance().inputs().data().classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
    }

    @Test
    void givenARunOfVersion21_whenRead_thenItHasOneReplicaAndTheUsualBetas() throws IOException {
        // when
        Recipe recipe = read("run-2.1.json").provenance().inputs().recipe();

        // then
        assertThat(recipe.replicas()).isEqualTo(1);
        assertThat(recipe.adamBeta1()).isEqualTo(0.9);
        assertThat(recipe.adamBeta2()).isEqualTo(0.999);
    }

    @Test
    void givenARunOfVersion22_whenRead_thenItHasOnlyADigestOfItsOperations() throws IOException {
        // when
        Platform platform = read("run-2.2.json").provenance().platform();

        // then
        assertThat(platform.arithmetic()).isEmpty();
        assertThat(platform.arithmeticSha256()).hasSize(64);
    }

    @Test
    void givenARunOfVersion23_whenRead_thenItHasTheNamesOfTheFile() throws IOException {
        // when
        RunFile run = read("run-2.3.json");

        // then
        assertThat(run.provenance().inputs().recipe().validationSplit()).isEqualTo(ValidationSplit.STRATIFIED);
        assertThat(run.provenance().platform().arithmetic()).isNotEmpty();
        assertThat(run.provenance().inputs().data().classNames())
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }

    @Test
    void givenARunOfVersion23_whenRead_thenItsStrokesWereNotVaried() throws IOException {
        assertThat(augmentation("run-2.3.json").strokeWidth()).isZero();
    }

    @Test
    void givenARunOfVersion24_whenRead_thenTheBoundOfItsStrokesIsThatOfTheFile() throws IOException {
        assertThat(augmentation("run-2.4.json").strokeWidth()).isEqualTo(1.25);
    }

    private Augmentation augmentation(String file) throws IOException {
        return read(file).provenance().inputs().recipe().augmentation();
    }

    @Test
    void givenARunOfVersion24WithoutStrokeWidth_whenRead_thenTheFieldIsNamed() throws IOException {
        // given
        String text = Files.readString(KEPT.resolve("run-2.3.json")).replace("\"2.3\"", "\"2.4\"");
        Files.writeString(directory.resolve(RunFile.FILE), text);

        // when + then
        assertThatThrownBy(() -> RunFile.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("strokeWidth");
    }

    @Test
    void givenARunOfVersion23WithoutNames_whenRead_thenTheFieldIsNamed() throws IOException {
        // given
        String text = Files.readString(KEPT.resolve("run-2.0.json")).replace("\"2.0\"", "\"2.3\"");
        Files.writeString(directory.resolve(RunFile.FILE), text);

        // when + then
        assertThatThrownBy(() -> RunFile.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("classNames");
    }

    @Test
    void givenARunOfVersion20WithAFieldTwice_whenRead_thenTheFieldIsNamed() throws IOException {
        // given
        String model = "\"model\": \"lstm\",";
        String text = Files.readString(KEPT.resolve("run-2.0.json")).replace(model, model + model);
        Files.writeString(directory.resolve(RunFile.FILE), text);

        // when + then
        assertThatThrownBy(() -> RunFile.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("field 'model' appears twice");
    }

    @Test
    void givenARunOfNow_whenWritten_thenItIsTheKeptFile() throws IOException {
        // given
        RunFile run = read("run-2.4.json");

        // when
        run.write(directory);

        // then
        assertThat(directory.resolve(RunFile.FILE)).hasSameTextualContentAs(KEPT.resolve("run-2.4.json"));
    }

    @Test
    void givenARunOfANewerVersion_whenRead_thenTheVersionIsNamedAndNothingIsCalledDamaged() throws IOException {
        // given
        String text = Files.readString(KEPT.resolve("run-2.4.json")).replace("\"2.4\"", "\"3.1\"");
        Files.writeString(directory.resolve(RunFile.FILE), text);

        // when + then
        assertThatThrownBy(() -> RunFile.read(directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(
                        "has version 3.1 of the format 'mnist-run', but this version of the library reads")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void givenTheFileInPlaceOfItsDirectory_whenRead_thenTheMessageSaysWhatToName() throws IOException {
        // given
        Path file = Files.copy(KEPT.resolve("run-2.4.json"), directory.resolve(RunFile.FILE));

        // when + then
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(
                        "is a file, but a trained model is a directory; name the directory that holds run.json");
    }

    @Test
    void givenAnotherModelThanWasAskedFor_thenBothAreNamed() throws IOException {
        // given
        RunFile run = read("run-2.4.json");

        // when + then
        assertThatThrownBy(() -> run.requireModel("cnn", directory))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("holds the model 'lstm' of the architecture 'lstm', not 'cnn'");
    }
}
