package io.github.mnistmaven.plugin.uptodate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.it.IdxFiles;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.recipe.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingInputsTest {

    private static final DigitsRequest DIGITS = new DigitsRequest(
            Dataset.EMBEDDED,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false);

    private static SortedMap<String, String> inputs(List<String> network, List<String> jvmArgs, int threads)
            throws UserErrorException {
        Launch launch = new Launch(
                Path.of("no-such-java"),
                List.of(),
                network,
                jvmArgs,
                threads,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return TrainingInputs.of(DIGITS, RecipeRequest.of(Preset.STANDARD), 1, launch);
    }

    @Test
    void givenAProxyOrAnotherHeap_thenNothingChanged() throws UserErrorException {
        // when
        List<String> differences = TrainingInputs.differences(
                inputs(List.of(), List.of(), 2), inputs(List.of("-Dhttp.proxyHost=proxy"), List.of("-Xmx2g"), 2));

        // then
        assertThat(differences).isEmpty();
    }

    @Test
    void givenOtherThreadsAndAProperty_thenBothAreTold() throws UserErrorException {
        // when
        List<String> differences =
                TrainingInputs.differences(inputs(List.of(), List.of(), 2), inputs(List.of(), List.of("-Dwidth=3"), 4));

        // then
        assertThat(differences)
                .containsExactly("jvmArgs changed from none to -Dwidth=3", "threads changed from 2 to 4");
    }

    @Test
    void givenNumerics_thenTheProcessorCountsUnlessTheyArePortable() throws UserErrorException {
        // when
        SortedMap<String, String> bound = inputs(Map.of());
        SortedMap<String, String> portable = inputs(Numerics.PORTABLE.environment(Map.of()));

        // then
        assertThat(bound).containsEntry("numerics", "native").containsKey("processor");
        assertThat(portable).containsEntry("numerics", "portable").doesNotContainKey("processor");
    }

    @Test
    void givenOtherNamesOfClasses_thenThatIsAChange(@TempDir Path directory) throws Exception {
        // given
        IdxFiles.write(directory, 2, 2);
        List<String> letters = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");

        // when
        List<String> differences =
                TrainingInputs.differences(inputsOf(directory, List.of()), inputsOf(directory, letters));

        // then
        assertThat(differences)
                .containsExactly(
                        "classNames changed from 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 to A, B, C, D, E, F, G, H, I, J");
    }

    @Test
    void givenADirectory_thenTheFilesWithTrainingDigitsCountAndNoOthers(@TempDir Path directory) throws Exception {
        // given
        IdxFiles.write(Files.createDirectories(directory.resolve("MNIST/raw")), 2, 2);
        SortedMap<String, String> before = inputsOf(directory, List.of());

        // when
        IdxFiles.write(directory.resolve("MNIST/raw"), 3, 4);

        // then
        assertThat(TrainingInputs.differences(before, inputsOf(directory, List.of())))
                .containsExactly("train-images-idx3-ubyte changed", "train-labels-idx1-ubyte changed");
    }

    @Test
    void givenATableWithoutTestDigits_whenTheyAreAddedInAFileOfTheirOwn_thenTheTrainingDigitsHaveChanged(
            @TempDir Path directory) throws Exception {
        // given
        String rows = ("7" + ",0".repeat(DigitSet.PIXELS) + "\n").repeat(6);
        Files.writeString(directory.resolve("train.csv"), rows);
        SortedMap<String, String> before = inputsOf(directory, List.of());

        // when
        Files.writeString(directory.resolve("test.csv"), rows);

        // then
        assertThat(TrainingInputs.differences(before, inputsOf(directory, List.of())))
                .containsExactly("test digits changed from the last sixth of the training file to a file of their own");
    }

    @Test
    void givenADirectoryWithoutDigits_thenSaysWhatIsExpectedAndNoMore(@TempDir Path directory) {
        assertThatThrownBy(() -> inputsOf(directory, List.of()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageStartingWith(directory + " is empty; expected train-images-idx3-ubyte");
    }

    private static SortedMap<String, String> inputsOf(Path directory, List<String> classNames)
            throws UserErrorException {
        DigitsRequest digits = new DigitsRequest(
                Dataset.MNIST,
                Optional.of(directory),
                classNames,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false);
        Launch launch = new Launch(
                Path.of("no-such-java"),
                List.of(),
                List.of(),
                List.of(),
                2,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return TrainingInputs.of(digits, RecipeRequest.of(Preset.STANDARD), 1, launch);
    }

    private static SortedMap<String, String> inputs(Map<String, String> environment) throws UserErrorException {
        Launch launch = new Launch(
                Path.of("no-such-java"),
                List.of(),
                List.of(),
                List.of(),
                2,
                environment,
                Optional.empty(),
                Optional.empty());
        return TrainingInputs.of(DIGITS, RecipeRequest.of(Preset.STANDARD), 1, launch);
    }

    @Test
    void givenParametersAndClasses_thenParametersComeFirstAndDigestsAreNotShown() {
        // when
        List<String> differences = TrainingInputs.differences(
                Map.of("seed", "1", "com.example:a", "0".repeat(64), "com.example:b", "old"),
                Map.of("seed", "2", "com.example:a", "1".repeat(64), "com.example:c", "new"));

        // then
        assertThat(differences)
                .containsExactly(
                        "seed changed from 1 to 2",
                        "com.example:a changed",
                        "com.example:b is gone",
                        "com.example:c is new");
    }
}
