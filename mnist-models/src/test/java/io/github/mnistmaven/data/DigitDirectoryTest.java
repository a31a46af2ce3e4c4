package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitDirectoryTest {

    private static final DigitSet TRAINING = SampleDigits.of(12, 1);
    private static final DigitSet TEST = SampleDigits.of(5, 2);

    @TempDir
    Path directory;

    @Test
    void givenTheFourFilesPlainAndGzip_whenLoaded_thenBothSetsAreThere() throws Exception {
        writeMnist(directory);

        assertHoldsTheDigits(directory);
        assertThat(new DigitDirectory(directory).description()).isEmpty();
        assertThat(new DigitDirectory(directory).trainingFiles())
                .containsExactly(
                        directory.resolve("train-images-idx3-ubyte.gz"),
                        directory.resolve("train-labels-idx1-ubyte.gz"));
    }

    @Test
    void givenAFilePlainAndGzip_whenRead_thenThePlainOneIs() throws Exception {
        // given
        writeMnist(directory);
        DigitSet other = SampleDigits.of(12, 3);
        write(other, directory, "train-images-idx3-ubyte", "train-labels-idx1-ubyte");

        // when
        DigitSet training = new DigitDirectory(directory).training();

        // then
        assertThat(training.fingerprint()).isEqualTo(other.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "MNIST/raw", "mnist"})
    void givenTheFilesFurtherDown_whenLoaded_thenTheyAreFound(String below) throws Exception {
        writeMnist(Files.createDirectories(directory.resolve(below)));
        Files.createDirectory(directory.resolve("other"));

        assertHoldsTheDigits(directory);
    }

    @Test
    void givenSeveralSetsFurtherDown_whenLoaded_thenTheyAreListed() throws Exception {
        writeMnist(Files.createDirectories(directory.resolve("FashionMNIST/raw")));
        writeMnist(Files.createDirectories(directory.resolve("MNIST/raw")));

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s holds several digit sets: %s, %s; name one of these directories",
                        directory, Path.of("FashionMNIST", "raw"), Path.of("MNIST", "raw"));
    }

    @Test
    void givenNamesWithDots_whenLoaded_thenTheyAreFound() throws Exception {
        write(TRAINING, directory, "train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz");
        write(TEST, directory, "t10k-images.idx3-ubyte", "t10k-labels-idx1-ubyte");

        assertHoldsTheDigits(directory);
    }

    @Test
    void givenDirectoriesNamedLikeTheFiles_whenLoaded_thenTheFilesInThemAreFound() throws Exception {
        // given
        for (PublishedFile file : PublishedFile.values()) {
            Files.createDirectory(directory.resolve(file.fileName()));
        }
        String images = PublishedFile.TRAINING_IMAGES.fileName();
        String labels = PublishedFile.TRAINING_LABELS.fileName();
        write(TRAINING, directory, images + "/" + images, labels + "/" + labels);
        images = PublishedFile.TEST_IMAGES.fileName();
        labels = PublishedFile.TEST_LABELS.fileName();
        write(TEST, directory, images + "/" + images, labels + "/" + labels.replace("-idx", ".idx"));

        // when + then
        assertHoldsTheDigits(directory);
    }

    @Test
    void givenADirectoryNamedLikeAFileWithoutIt_whenLoaded_thenSaysSo() throws Exception {
        writeMnist(directory);
        Files.delete(directory.resolve("train-images-idx3-ubyte.gz"));
        Files.createDirectory(directory.resolve("train-images-idx3-ubyte"));

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .hasMessage(
                        "%s holds 3 of the 4 files of a digit set; missing: train-images-idx3-ubyte (a directory of that name is there, but the file is not in it)",
                        directory);
    }

    @Test
    void givenQmnist_whenLoaded_thenTheFirstOfItsEightNumbersIsTheLabel() throws Exception {
        // given
        write(TRAINING, directory, "qmnist-train-images-idx3-ubyte.gz", "unused");
        writeLabelsWithOrigin(TRAINING, directory.resolve("qmnist-train-labels-idx2-int"));
        write(TEST, directory, "qmnist-test-images-idx3-ubyte", "unused");
        writeLabelsWithOrigin(TEST, directory.resolve("qmnist-test-labels-idx2-int"));

        // when + then
        assertHoldsTheDigits(directory);
        assertThat(new DigitDirectory(directory).description()).contains("QMNIST");
    }

    @Test
    void givenQmnistLabelsUnderMnistsNames_whenLoaded_thenTheContentDecides() throws Exception {
        writeMnist(directory);
        Files.delete(directory.resolve("train-labels-idx1-ubyte.gz"));
        writeLabelsWithOrigin(TRAINING, directory.resolve("train-labels-idx1-ubyte"));

        assertHoldsTheDigits(directory);
    }

    @Test
    void givenALabelOfQmnistThatIsNoDigit_whenLoaded_thenSaysWhich() throws Exception {
        // given
        writeMnist(directory);
        Files.delete(directory.resolve("train-labels-idx1-ubyte.gz"));
        Path labels = directory.resolve("train-labels-idx1-ubyte");
        writeLabelsWithOrigin(TRAINING, labels);
        byte[] content = Files.readAllBytes(labels);
        content[12 + 3 * 32] = -1;
        Files.write(labels, content);

        // when + then
        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(labels.toString(), "label 3 (counted from 0) is -", "expected 0 to 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "mnist"})
    void givenEmnist_whenLoaded_thenItsImagesAreTurnedUpright(String split) throws Exception {
        writeEmnist(split);

        assertHoldsTheDigits(directory);
        assertThat(new DigitDirectory(directory).description()).contains("EMNIST " + split);
    }

    @Test
    void givenOnlyLettersOfEmnist_whenLoaded_thenSaysThatTheseAreTooManyClasses() throws Exception {
        writeEmnist("letters");

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        directory.toString(), "EMNIST's 'letters'", "more than the ten classes", "'digits' or 'mnist'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void givenAnArchiveOfKeras_whenLoaded_thenBothSetsAreThere(int labelBytes) throws Exception {
        SampleFiles.npz(directory.resolve("mnist.npz"), TRAINING, TEST, labelBytes);

        assertHoldsTheDigits(directory);
        assertThat(new DigitDirectory(directory).description()).contains("mnist.npz");
    }

    @Test
    void givenAnArchiveWithoutLabels_whenLoaded_thenNamesTheArrays() throws Exception {
        Path file = SampleFiles.npz(directory.resolve("mnist.npz"), Map.of("arr_0", new byte[0]));

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(DigitFormatException.class)
                .hasMessage("%s has no array 'x_train'; expected x_train, y_train, x_test and y_test", file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<f4 ; (12, 28, 28)    ; type 'f4'; expected integers",
                "|u1 ; (12, 32, 32)    ; its shape is (12, 32, 32); expected (N, 28, 28)",
                "|u1 ; (11, 28, 28)    ; its header announces",
                "|u1 ; (999999, 28, 28); its header announces",
                "|u1 ; (0, 28, 28)     ; it has 0 elements",
                "|u1 ; (x, 28, 28)     ; does not say its type, order and shape"
            })
    void givenAnArrayOfAnotherKind_whenLoaded_thenSaysWhatIsExpected(String type, String shape, String message)
            throws Exception {
        // given
        Path file = directory.resolve("mnist.npz");
        SampleFiles.npz(
                file,
                Map.of(
                        "x_train",
                        SampleFiles.npy(type, shape, SampleFiles.pixels(TRAINING)),
                        "y_train",
                        SampleFiles.labels(TRAINING, 8)));

        // when + then
        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(file + ": the array 'x_train' cannot be read: ", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist_", "fashion-mnist_", ""})
    void givenTablesOfTrainingAndTestDigits_whenLoaded_thenBothAreThere(String name) throws Exception {
        SampleFiles.csv(directory.resolve(name + "train.csv"), TRAINING, true, true);
        SampleFiles.csv(directory.resolve(name + "test.csv"), TEST, name.isEmpty(), true);

        assertHoldsTheDigits(directory);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenTheTablesOfKaggle_whenLoaded_thenTheLastSixthOfTheLabelledOneIsForTesting(boolean unlabelled)
            throws Exception {
        // given
        SampleFiles.csv(directory.resolve("train.csv"), TRAINING, true, true);
        if (unlabelled) {
            SampleFiles.csv(directory.resolve("test.csv"), TEST, true, false);
        }

        // when
        Digits digits = new DigitDirectory(directory).load();

        // then
        assertThat(digits.training().fingerprint())
                .isEqualTo(TRAINING.slice(0, 10).fingerprint());
        assertThat(digits.test().fingerprint()).isEqualTo(TRAINING.slice(10, 12).fingerprint());
        assertThat(new DigitDirectory(directory).holdsOutTestDigits()).isTrue();
        assertThat(new DigitDirectory(directory).description())
                .contains("train.csv, whose last sixth is the test digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emnist-digits-", "emnist-mnist-", "EMNIST_digits_"})
    void givenTablesOfEmnist_whenLoaded_thenTheirImagesAreTurnedUpright(String name) throws Exception {
        SampleFiles.csv(directory.resolve(name + "train.csv"), transposed(TRAINING), false, true);
        SampleFiles.csv(directory.resolve(name + "test.csv"), transposed(TEST), false, true);
        SampleFiles.csv(directory.resolve("emnist-letters-train.csv"), TRAINING, false, true);

        assertHoldsTheDigits(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"letters", "balanced", "byclass", "bymerge"})
    void givenATableOfAnotherSplitOfEmnist_whenLoaded_thenSaysThatTheseAreTooManyClasses(String split)
            throws Exception {
        SampleFiles.csv(directory.resolve("emnist-%s-train.csv".formatted(split)), TRAINING, false, true);

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("EMNIST's '%s'".formatted(split), "'digits' or 'mnist'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(?s)^.*\\z                  | HTTP 404          | is not a table of digits: it begins with 'HTTP 404'",
                "(?s)^.*\\z                  | ``                | has no rows of digits",
                "label,                      | ``                | has no labels: its header names 784 columns; expected 785",
                "(?m)^label,(.*)$            | $1,label          | is 'pixel0'; expected the label",
                "\\n\\d,                     | \\n10,            | line 2, column 1: the label is 10; expected a whole number from 0 to 9",
                "\\n(\\d),\\d+               | \\n$1,256         | line 2, column 2: the pixel is 256; expected a whole number from 0 to 255",
                "\\n(\\d),\\d+               | \\n$1,-1          | line 2, column 2: the pixel is '-'; expected",
                "\\n(\\d),\\d+               | \\n$1,1.5         | line 2, column 2: there is '.' after the number; expected a comma",
                "\\n(\\d),\\d+,              | \\n$1,            | line 2: there are 784 columns; expected 785",
                "\\n(\\d),                   | \\n$1,5,          | line 2: there are more than 785 columns"
            })
    void givenATableWithAFault_whenLoaded_thenSaysWhereAndWhat(String fault, String replacement, String message)
            throws Exception {
        // given
        Path file = SampleFiles.csv(directory.resolve("train.csv"), TRAINING, true, true);
        String text = Files.readString(file).replaceFirst(fault, replacement.replace("\\n", "\n"));
        Files.writeString(file, text);

        // when + then
        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "fashion-mnist, T-shirt, Fashion-MNIST",
        "FashionMNIST/raw, T-shirt, Fashion-MNIST",
        "KMNIST/raw, o, Kuzushiji-MNIST",
        "kuzushiji_mnist, o, Kuzushiji-MNIST"
    })
    void givenTheNameOfADropInSet_whenLoaded_thenItsClassesHaveTheirNames(String name, String first, String title)
            throws Exception {
        // given
        Path named = Files.createDirectories(directory.resolve(name));
        writeMnist(named);

        // when
        DigitDirectory source = new DigitDirectory(named);

        // then
        assertThat(source.classNames().get(0)).isEqualTo(first);
        assertThat(source.training().classNames()).isEqualTo(source.classNames());
        assertThat(source.test().classNames()).isEqualTo(source.classNames());
        assertThat(source.description()).contains(title);
    }

    @Test
    void givenANameOfOnesOwn_whenLoaded_thenTheDigitsSayThatTheyComeFromThere() throws Exception {
        writeMnist(directory);

        assertThat(new DigitDirectory(directory).load().training().source()).isEqualTo("directory");
        assertThat(new DigitDirectory(directory).named("my scanner").test().source())
                .isEqualTo("my scanner");
    }

    @Test
    void givenAnotherName_whenLoaded_thenTheClassesAreTheDigits() throws Exception {
        writeMnist(Files.createDirectory(directory.resolve("fashionable-mnist")));

        assertThat(new DigitDirectory(directory).training().classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
    }

    @Test
    void givenAMissingTestFile_whenOnlyTrainingDigitsAreRead_thenSaysWhichIsMissing() throws Exception {
        writeMnist(directory);
        Files.delete(directory.resolve("t10k-labels-idx1-ubyte"));

        assertThatThrownBy(() -> new DigitDirectory(directory).training())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s holds 3 of the 4 files of a digit set; missing: t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz)",
                        directory);
    }

    @Test
    void givenAnEmptyDirectory_whenRead_thenSaysWhatIsExpected() {
        assertThatThrownBy(() -> new DigitDirectory(directory).test())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        directory + " is empty; expected ",
                        "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte",
                        "t10k-images-idx3-ubyte",
                        "t10k-labels-idx1-ubyte",
                        "mnist.npz",
                        "train.csv");
    }

    @Test
    void givenOtherFiles_whenRead_thenSaysWhatIsThereAndToUnpackIt() throws Exception {
        Files.createFile(directory.resolve("README.md"));
        Files.createFile(directory.resolve("gzip.zip"));

        assertThatThrownBy(() -> new DigitDirectory(directory).test())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "%s holds no digits in a known form; it holds README.md, gzip.zip; unpack gzip.zip, or name another directory; expected ",
                        directory);
    }

    @Test
    void givenNoDirectory_whenRead_thenSaysWhatToName() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> new DigitDirectory(missing).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(missing.toString(), "does not exist", "name one that holds");
    }

    @Test
    void givenAFileInPlaceOfTheDirectory_whenRead_thenSaysSo() throws Exception {
        Path file = Files.createFile(directory.resolve("mnist.npz"));

        assertThatThrownBy(() -> new DigitDirectory(file).training())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "not a directory", "name the directory that it is in");
    }

    @Test
    void givenAFileThatIsWrong_whenRead_thenTheMessageNamesItWithItsDirectory() throws Exception {
        writeMnist(directory);
        Path wrong = directory.resolve("t10k-images-idx3-ubyte");
        Files.copy(directory.resolve("t10k-labels-idx1-ubyte"), wrong, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> new DigitDirectory(directory).test())
                .isInstanceOf(DigitFormatException.class)
                .hasMessageStartingWith(wrong.toString());
    }

    @Test
    void givenTheRealMnist_whenLoaded_thenItHasTheDigitsThatItIsKnownFor() throws Exception {
        // given
        Path real = RealMnist.directory();

        // when
        Digits digits = new DigitDirectory(real).load();

        // then
        assertThat(digits.training().size()).isEqualTo(60_000);
        assertThat(digits.test().size()).isEqualTo(10_000);
        assertThat(digits.training().label(0)).isEqualTo(5);
        assertThat(digits.test().label(0)).isEqualTo(7);
    }

    private static void assertHoldsTheDigits(Path directory) throws IOException {
        Digits digits = new DigitDirectory(directory).load();
        assertThat(digits.training().fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(digits.test().fingerprint()).isEqualTo(TEST.fingerprint());
        assertThat(digits.training().source()).isEqualTo("directory");
    }

    private static void writeMnist(Path into) throws IOException {
        write(TRAINING, into, "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz");
        write(TEST, into, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    }

    private static void write(DigitSet digits, Path into, String images, String labels) throws IOException {
        Idx.write(digits, into.resolve(images), into.resolve(labels));
    }

    private void writeEmnist(String split) throws IOException {
        String name = "emnist-" + split;
        write(transposed(TRAINING), directory, name + "-train-images-idx3-ubyte", name + "-train-labels-idx1-ubyte.gz");
        write(transposed(TEST), directory, name + "-test-images-idx3-ubyte", name + "-test-labels-idx1-ubyte");
    }

    private static DigitSet transposed(DigitSet digits) {
        return DigitSet.generate(digits.size(), digits::label, index -> {
            byte[] image = digits.image(index);
            byte[] turned = new byte[DigitSet.PIXELS];
            for (int pixel = 0; pixel < turned.length; pixel++) {
                turned[pixel] = image[pixel % 28 * 28 + pixel / 28];
            }
            return turned;
        });
    }

    private static void writeLabelsWithOrigin(DigitSet digits, Path file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(12 + 32 * digits.size())
                .putInt(0x0C02)
                .putInt(digits.size())
                .putInt(8);
        for (int i = 0; i < digits.size(); i++) {
            content.putInt(digits.label(i));
            for (int other = 1; other < 8; other++) {
                content.putInt(1000 * other + i);
            }
        }
        Files.write(file, content.array());
    }
}
