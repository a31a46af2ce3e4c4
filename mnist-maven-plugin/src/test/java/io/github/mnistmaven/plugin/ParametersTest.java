package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.gates.Rule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    @Test
    void givenModelNames_whenChecked_thenBlanksAreForgiven() throws UserErrorException {
        assertThat(Parameters.models(List.of("cnn", " lstm-reference "))).containsExactly("cnn", "lstm-reference");
    }

    @Test
    void givenNoModelsOrStrangeOrRepeatedOnes_whenChecked_thenTheyAreRefused() {
        assertRefused(() -> Parameters.models(List.of()), "models is empty", "-Dmnist.models");
        assertRefused(() -> Parameters.models(List.of("../cnn")), "'../cnn'", "lower-case letters, digits and hyphens");
        assertRefused(() -> Parameters.models(List.of("cnn", "cnn")), "lists 'cnn' twice");
    }

    @Test
    void givenADataset_whenChecked_thenItIsFoundByName() throws UserErrorException {
        assertThat(Parameters.dataset("embedded")).isEqualTo(Dataset.EMBEDDED);
        assertRefused(
                () -> Parameters.dataset("Fashion"), "unknown dataset 'Fashion'; the choices are mnist, embedded");
    }

    @Test
    void givenNamesOfClasses_whenChecked_thenTenOfADirectoryPass() throws UserErrorException {
        // given
        List<String> garments = List.of(
                "T-shirt", " trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot ");
        Optional<Path> directory = Optional.of(Path.of("garments"));

        // then
        assertThat(Parameters.classNames(garments, Dataset.MNIST, directory)).contains("trouser", "ankle boot");
        assertThat(Parameters.classNames(List.of(), Dataset.MNIST, directory)).isEmpty();
        assertThat(Parameters.classNames(DigitSet.DIGIT_NAMES, Dataset.EMBEDDED, Optional.empty()))
                .isEqualTo(DigitSet.DIGIT_NAMES);
        assertRefused(
                () -> Parameters.classNames(garments.subList(0, 9), Dataset.MNIST, directory),
                "classNames has 9 names; expected 10, one for each class",
                "(parameter <classNames>, -Dmnist.classNames)");
        assertRefused(
                () -> Parameters.classNames(garments, Dataset.EMBEDDED, Optional.empty()),
                "but none is set, and embedded holds the digits 0 to 9; set <dataDirectory>, or leave classNames out",
                "(parameter <classNames>, -Dmnist.classNames)");
    }

    @Test
    void givenAPreset_whenChecked_thenItIsFoundByName() throws UserErrorException {
        assertThat(Parameters.preset(" best ")).isEqualTo(Preset.BEST);
        assertRefused(
                () -> Parameters.preset("quick"),
                "unknown preset 'quick'; the choices are record, fast, standard, robust, best",
                "(parameter <preset>, -Dmnist.preset)");
    }

    @Test
    void givenADirectory_whenChecked_thenItMustBeOne(@TempDir Path directory) throws Exception {
        // given
        File file = Files.createFile(directory.resolve("file")).toFile();

        // then
        assertThat(Parameters.directory("dataDirectory", directory.toFile())).contains(directory);
        assertThat(Parameters.directory("dataDirectory", null)).isEmpty();
        assertRefused(() -> Parameters.directory("dataDirectory", file), file + ", which is not a directory");
        assertRefused(
                () -> Parameters.directory("dataDirectory", new File(directory.toFile(), "no")),
                "which does not exist",
                "(parameter <dataDirectory>, -Dmnist.dataDirectory)");
    }

    @Test
    void givenATimeout_whenChecked_thenZeroIsNone() throws UserErrorException {
        assertThat(Parameters.seconds("timeout", 0)).isEmpty();
        assertThat(Parameters.seconds("timeout", 90)).contains(Duration.ofSeconds(90));
        assertRefused(() -> Parameters.seconds("timeout", -1), "timeout is -1; it must be at least 0");
    }

    @Test
    void givenAddresses_whenChecked_thenOnlyThoseThatCanBeFetchedFromPass() throws UserErrorException {
        assertThat(Parameters.addresses("downloadUrls", List.of("https://example.com/mnist/")))
                .hasSize(1);
        assertRefused(() -> Parameters.addresses("downloadUrls", List.of("ftp://example.com/")), "ftp://example.com/");
        assertRefused(() -> Parameters.addresses("downloadUrls", List.of("a b")), "downloadUrls has 'a b'");
        assertThatThrownBy(() -> Parameters.addresses("downloadUrls", List.of("https://me:secret@example.com/mnist/")))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("an address of example.com with a user or a password", "<server>", "mnist")
                .hasMessageNotContaining("secret");
    }

    @Test
    void givenMinimaInPomAndOnCommandLine_whenMerged_thenTheCommandLineWinsModelByModel() throws UserErrorException {
        assertThat(Parameters.minAccuracy(
                        Map.of("cnn", "0.99", "lstm", "0.98"), List.of("cnn: 0.5"), List.of("cnn", "lstm")))
                .extracting(Rule::text)
                .containsExactly("accuracy of cnn at least 0.5", "accuracy of lstm at least 0.98");
    }

    @Test
    void givenMinimaThatMakeNoSense_whenChecked_thenTheyAreRefused() {
        List<String> models = List.of("cnn");
        assertRefused(() -> Parameters.minAccuracy(Map.of(), List.of("lstm:0.9"), models), "names 'lstm'", "cnn");
        assertRefused(() -> Parameters.minAccuracy(Map.of("cnn", "99 %"), List.of(), models), "'99 %'", "from 0 to 1");
        assertRefused(() -> Parameters.minAccuracy(Map.of("cnn", "99"), List.of(), models), "'99'", "from 0 to 1");
        assertRefused(() -> Parameters.minAccuracy(Map.of(), List.of("0.9"), models), "cnn:0.99,lstm:0.98");
    }

    @Test
    void givenAMinimumInThePomForAModelThatIsNotCompared_whenChecked_thenItIsLeftOut() throws UserErrorException {
        assertThat(Parameters.minAccuracy(Map.of("cnn", "0.9", "lstm", "0.8"), List.of(), List.of("lstm")))
                .extracting(Rule::text)
                .containsExactly("accuracy of lstm at least 0.8");
    }

    @Test
    void givenEmptyElements_whenChecked_thenTheParameterIsNamed() {
        List<String> empty = Arrays.asList("cnn", null);
        assertRefused(() -> Parameters.models(empty), "models has an empty element", "-Dmnist.models");
        assertRefused(() -> Parameters.addresses("downloadUrls", empty), "downloadUrls has an empty element");
        assertRefused(() -> Parameters.elements("jvmArgs", empty), "jvmArgs has an empty element");
        Map<String, String> minimum = new HashMap<>();
        minimum.put("cnn", null);
        assertRefused(() -> Parameters.minAccuracy(minimum, List.of(), List.of("cnn")), "minAccuracy of 'cnn' is ''");
    }

    @Test
    void givenTheProjectsOwnDirectoryForTheOutput_whenChecked_thenItIsRefused() throws UserErrorException {
        File project = new File("project");
        assertRefused(() -> Parameters.outputDirectory(new File("project/."), project), "outputDirectory is empty, or");
        assertThat(Parameters.outputDirectory(new File("project/target"), project))
                .isRelative();
    }

    @Test
    void givenThreads_whenChecked_thenNoMoreThanAProvenanceMayHavePass() throws UserErrorException {
        assertThat(Parameters.threads(256, Numerics.NATIVE)).contains(256);
        assertRefused(() -> Parameters.threads(257, Numerics.NATIVE), "threads is 257; it must be at most 256");
        assertRefused(() -> Parameters.threads(0, Numerics.NATIVE), "threads is 0; it must be at least 1");
    }

    @Test
    void givenThreadsWithPortableNumerics_whenChecked_thenOnlyThoseOfEveryMachinePass() throws UserErrorException {
        assertThat(Parameters.threads(3, Numerics.NATIVE)).contains(3);
        assertThat(Parameters.threads(null, Numerics.PORTABLE)).isEmpty();
        assertThat(Parameters.threads(2, Numerics.PORTABLE)).contains(2);
        assertRefused(() -> Parameters.threads(1, Numerics.PORTABLE), "threads is 1, but portable numerics");
    }

    private static void assertRefused(ThrowingCallable check, String... texts) {
        assertThatThrownBy(check).isInstanceOf(UserErrorException.class).hasMessageContainingAll(texts);
    }

    @Test
    void givenAnUnknownMode_thenThoseThatThereAreAreNamed() {
        assertThatThrownBy(() -> Parameters.reproducibility("roughly"))
                .hasMessageContaining("unknown reproducibility 'roughly'; the choices are bitwise, statistical, off")
                .hasMessageContaining("-Dmnist.reproducibility");
        assertThatThrownBy(() -> Parameters.numerics("fast"))
                .hasMessageContaining("unknown numerics 'fast'; the choices are native, portable");
        assertThatThrownBy(() -> Parameters.tolerance(0.01, -1))
                .hasMessageContaining("accuracyMargin is -1.0; it must be between 0 and 1");
    }

    @Test
    void givenNoReproducibility_whenModelsAreToBeVerified_thenThatIsAContradiction() throws UserErrorException {
        assertThatThrownBy(() -> Parameters.reproducibilityOfSavedModels("off"))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("use bitwise or statistical, or leave the goal out")
                .hasMessageContaining("(parameter <reproducibility>, -Dmnist.reproducibility)");
        assertThat(Parameters.reproducibilityOfSavedModels("statistical")).isEqualTo(ReproducibilityMode.STATISTICAL);
    }

    @Test
    void givenFilesAndDirectories_whenChecked_thenPicturesAreFoundInOrder(@TempDir Path directory) throws Exception {
        // given
        Path scans = Files.createDirectory(directory.resolve("scans"));
        for (String name : List.of("b.JPG", "a.png", "notes.txt", ".hidden.png", "c.tiff")) {
            Files.createFile(scans.resolve(name));
        }
        Path odd = Files.createFile(directory.resolve("photo"));

        // when + then
        assertThat(Parameters.pictures(List.of(odd.toFile(), scans.toFile())))
                .containsExactly(odd, scans.resolve("a.png"), scans.resolve("b.JPG"), scans.resolve("c.tiff"));
    }

    @Test
    void givenNoPicture_whenChecked_thenTheParameterIsNamed(@TempDir Path directory) {
        assertThatThrownBy(() -> Parameters.pictures(List.of()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("images names no picture", "-Dmnist.images");
        assertThatThrownBy(() -> Parameters.pictures(List.of(directory.toFile())))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("images names no picture", "-Dmnist.images");
        assertThatThrownBy(() -> Parameters.pictures(
                        List.of(directory.resolve("none.png").toFile())))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("none.png", "does not exist", "-Dmnist.images");
    }
}
