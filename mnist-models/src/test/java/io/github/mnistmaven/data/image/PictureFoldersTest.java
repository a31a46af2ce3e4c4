package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFoldersTest {

    private static final List<String> GARMENTS = List.of(
            "T-shirt", "ankle boot", "bag", "coat", "dress", "pullover", "sandal", "shirt", "sneaker", "trouser");
    private static final DigitSet DRAWN =
            new EmbeddedDigits().seed(3).sizes(40, 20).training();

    @TempDir
    private Path directory;

    private PictureFolders source;

    @BeforeEach
    void start() {
        source = new PictureFolders(directory);
    }

    private void write(String folder, int index) throws IOException {
        Path place = Files.createDirectories(directory.resolve(folder));
        ImageIO.write(
                DRAWN.picture(index),
                "png",
                place.resolve("%02d.png".formatted(index)).toFile());
    }

    private void writeAll(String root, List<String> names, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            write(root + names.get(DRAWN.label(i)), i);
        }
    }

    @Test
    void givenFoldersOfTrainingAndTestDigits_whenRead_thenEachPictureHasTheLabelOfItsFolder() throws IOException {
        // given
        writeAll("train/", DigitSet.DIGIT_NAMES, 0, 20);
        writeAll("test/", DigitSet.DIGIT_NAMES, 20, 30);

        // when
        Digits digits = source.load();

        // then: in the order of the folders, and of the files in each
        int[] expected = IntStream.range(0, 20)
                .boxed()
                .sorted((a, b) -> DRAWN.label(a) != DRAWN.label(b) ? DRAWN.label(a) - DRAWN.label(b) : a - b)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(digits.training().size()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat(digits.training().label(i)).isEqualTo(DRAWN.label(expected[i]));
            assertThat(digits.training().image(i)).isEqualTo(SingleDigit.pixels(DRAWN.picture(expected[i])));
        }
        assertThat(digits.test().size()).isEqualTo(10);
        assertThat(digits.training().classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
        assertThat(digits.training().source()).isEqualTo("folders");
        assertThat(source.load()).isEqualTo(digits);
        assertThat(source.all()).isEqualTo(digits.training().plus(digits.test()));
    }

    @Test
    void givenFoldersOfClassesAlone_whenRead_thenAFifthIsHeldOutOrWhatIsAskedFor() throws IOException {
        // given
        writeAll("", GARMENTS, 0, 20);

        // when
        Digits digits = source.named("my scanner").load();
        Digits halves = source.split(0.5, 7).load();

        // then
        assertThat(digits.training().size()).isEqualTo(16);
        assertThat(digits.test().size()).isEqualTo(4);
        assertThat(digits.test().classNames()).isEqualTo(GARMENTS);
        assertThat(digits.test().source()).isEqualTo("my scanner");
        assertThat(source.training()).isEqualTo(digits.training());
        assertThat(source.test()).isEqualTo(digits.test());
        assertThat(halves).isEqualTo(Digits.split(source.all(), 0.5, 7));
    }

    @Test
    void givenOnlySomeDigits_whenRead_thenTheyKeepTheirLabels() throws IOException {
        // given
        Files.createDirectories(directory.resolve("7/more"));
        ImageIO.write(DRAWN.picture(0), "png", directory.resolve("7/more/a.png").toFile());
        Files.createDirectories(directory.resolve("3"));
        ImageIO.write(DRAWN.picture(1), "bmp", directory.resolve("3/b.bmp").toFile());

        // when
        DigitSet digits = source.all();

        // then
        assertThat(IntStream.range(0, digits.size()).map(digits::label)).containsExactly(3, 7);
    }

    @Test
    void givenWhatFileManagersLeave_whenRead_thenItIsNoPicture() throws IOException {
        // given
        write("1", 0);
        Files.createDirectories(directory.resolve(".git/objects"));
        Files.createDirectories(directory.resolve("1/.thumbnails"));
        for (String file :
                List.of("1/.DS_Store", "1/Thumbs.db", "1/desktop.ini", "1/.thumbnails/a.png", "readme.txt")) {
            Files.writeString(directory.resolve(file), "x");
        }

        // then
        assertThat(source.all().size()).isEqualTo(1);
    }

    @Test
    void givenPicturesThatCannotBeRead_whenRead_thenOneExceptionListsThem() throws IOException {
        // given
        writeAll("", DigitSet.DIGIT_NAMES, 0, 20);
        Path blank = spoil();

        // then
        assertThatThrownBy(source::all)
                .isInstanceOf(DigitFormatException.class)
                .hasMessageStartingWith("2 of 22 pictures in %s cannot be read; mend or remove them", directory)
                .hasMessageContainingAll(
                        "\n  " + blank + ": the image of 28x28 pixels shows no digit",
                        "\n  " + directory.resolve("6/notes.txt") + " is not an image");
    }

    @Test
    void givenPicturesThatCannotBeRead_whenTheyAreSkipped_thenTheListenerIsToldOfEachAndTheOthersAreRead()
            throws IOException {
        // given
        writeAll("", DigitSet.DIGIT_NAMES, 0, 20);
        DigitSet all = source.all();
        Path blank = spoil();
        List<Path> skipped = new ArrayList<>();

        // when
        DigitSet read = source.skipUnreadable((file, reason) -> {
                    assertThat(reason).hasMessageContaining(file.toString());
                    skipped.add(file);
                })
                .all();

        // then
        assertThat(read).isEqualTo(all);
        assertThat(skipped).containsExactly(blank, directory.resolve("6/notes.txt"));
    }

    private Path spoil() throws IOException {
        Path blank = directory.resolve("4/blank.png");
        ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", blank.toFile());
        Files.writeString(directory.resolve("6/notes.txt"), "no picture");
        return blank;
    }

    @Test
    void givenManyPicturesThatCannotBeRead_whenRead_thenTheMessageStaysShort() throws IOException {
        // given
        Files.createDirectories(directory.resolve("4"));
        for (int i = 0; i < 50; i++) {
            Files.writeString(directory.resolve("4/%d.png".formatted(i)), "");
        }

        // then
        assertThatThrownBy(source::all).hasMessageContaining("and 30 more");
        assertThatThrownBy(source.skipUnreadable((file, reason) -> {})::all)
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining("holds no picture of a digit in its folders, of 50 files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0 zero", "0 1 10", "a b c d e f g h i", "a b c d e f g h i j k"})
    void givenFoldersThatAreNotTenClasses_whenRead_thenTheMessageNamesThem(String folders) throws IOException {
        // given
        for (String folder : folders.split(" ")) {
            write(folder, 0);
        }

        // then
        assertThatThrownBy(source::load)
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining(
                        "%s has the folders %s; expected folders named 0 to 9, or ten others",
                        directory, String.join(", ", folders.split(" ")));
    }

    @Test
    void givenNoDirectoryOrNoFolders_whenRead_thenTheMessageSaysSo() {
        assertThatThrownBy(source::load)
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining("has no folders; expected");
        assertThatThrownBy(new PictureFolders(directory.resolve("no"))::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no is not a directory");
    }

    @Test
    void givenATestFolderThatLacksAClass_whenRead_thenLabelsAreTheSameAsInTheOther() throws IOException {
        // given
        writeAll("train/", GARMENTS, 0, 10);
        write("test/trouser", 11);

        // when
        Digits digits = source.load();

        // then
        assertThat(digits.test().label(0)).isEqualTo(9);
        assertThat(digits.test().classNames()).isEqualTo(GARMENTS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void givenAFractionThatIsNone_whenChosen_thenItIsRefused(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source.split(fraction, 1))
                .withMessage("newTestFraction is %s; it must be above 0 and below 1", fraction);
    }
}
