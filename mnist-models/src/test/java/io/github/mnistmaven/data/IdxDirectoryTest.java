package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDirectoryTest {

    private static final DigitSet TRAINING = SampleDigits.of(12, 1);
    private static final DigitSet TEST = SampleDigits.of(5, 2);

    @TempDir
    Path directory;

    @BeforeEach
    void writeDigits() throws IOException {
        write(TRAINING, "train", ".gz");
        write(TEST, "t10k", "");
    }

    @Test
    void givenTheFourFilesPlainAndGzip_whenLoaded_thenBothSetsAreThere() throws Exception {
        // when
        Digits digits = new IdxDirectory(directory).load();

        // then
        assertThat(digits.training().fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(digits.test().fingerprint()).isEqualTo(TEST.fingerprint());
    }

    @Test
    void givenAFilePlainAndGzip_whenRead_thenThePlainOneIs() throws Exception {
        // given
        DigitSet other = SampleDigits.of(12, 3);
        write(other, "train", "");

        // when
        DigitSet training = new IdxDirectory(directory).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void givenAMissingTestFile_whenOnlyTrainingDigitsAreRead_thenSaysWhichIsMissing() throws Exception {
        Files.delete(directory.resolve("t10k-labels-idx1-ubyte"));

        assertThatThrownBy(() -> new IdxDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s holds 3 of the 4 files of a digit set; missing: t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz)",
                        directory);
    }

    @Test
    void givenAFileNamedWithADot_whenRead_thenSaysHowToRenameIt() throws Exception {
        Files.move(directory.resolve("train-images-idx3-ubyte.gz"), directory.resolve("train-images.idx3-ubyte.gz"));

        assertThatThrownBy(() -> new IdxDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is train-images.idx3-ubyte.gz: rename it to train-images-idx3-ubyte.gz");
    }

    @Test
    void givenAnEmptyDirectory_whenRead_thenListsAllFour(@TempDir Path empty) {
        assertThatThrownBy(() -> new IdxDirectory(empty).test())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "0 of the 4",
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte",
                        "t10k-images-idx3-ubyte",
                        "t10k-labels-idx1-ubyte");
    }

    @Test
    void givenNoDirectory_whenRead_thenSaysWhatToName() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> new IdxDirectory(missing).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(missing.toString(), "does not exist", "name one that holds");
    }

    @Test
    void givenAFileInPlaceOfTheDirectory_whenRead_thenSaysSo() {
        Path file = directory.resolve("t10k-images-idx3-ubyte");

        assertThatThrownBy(() -> new IdxDirectory(file).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "not a directory");
    }

    @Test
    void givenAFileThatIsWrong_whenRead_thenTheMessageNamesItWithItsDirectory() throws Exception {
        Path wrong = directory.resolve("t10k-images-idx3-ubyte");
        Files.copy(directory.resolve("t10k-labels-idx1-ubyte"), wrong, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> new IdxDirectory(directory).test())
                .isInstanceOf(DigitFormatException.class)
                .hasMessageStartingWith(wrong.toString());
    }

    @Test
    void givenTheRealMnist_whenLoaded_thenItHasTheDigitsThatItIsKnownFor() throws Exception {
        // given
        Path real = RealMnist.directory();

        // when
        Digits digits = new IdxDirectory(real).load();

        // then
        assertThat(digits.training().size()).isEqualTo(60_000);
        assertThat(digits.test().size()).isEqualTo(10_000);
        assertThat(digits.training().label(0)).isEqualTo(5);
        assertThat(digits.test().label(0)).isEqualTo(7);
    }

    private void write(DigitSet digits, String set, String suffix) throws IOException {
        Idx.write(
                digits,
                directory.resolve(set + "-images-idx3-ubyte" + suffix),
                directory.resolve(set + "-labels-idx1-ubyte" + suffix));
    }
}
