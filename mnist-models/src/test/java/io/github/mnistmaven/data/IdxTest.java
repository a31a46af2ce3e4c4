package io.github.mnistmaven.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {

    private static final DigitSet DIGITS = SampleDigits.of(20, 1);

    @TempDir
    Path directory;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeDigits() throws IOException {
        images = directory.resolve("images");
        labels = directory.resolve("labels");
        Idx.write(DIGITS, images, labels);
    }

    @Test
    void givenDigits_whenWritten_thenTheFilesAreLaidOutAsPublished() throws Exception {
        assertThat(images).hasSize(16 + 20 * 784);
        assertThat(Arrays.copyOf(Files.readAllBytes(images), 16))
                .containsExactly(0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 28, 0, 0, 0, 28);
        assertThat(Arrays.copyOf(Files.readAllBytes(labels), 8)).containsExactly(0, 0, 8, 1, 0, 0, 0, 20);
        assertThat(Files.readAllBytes(labels)[8 + 3]).isEqualTo((byte) DIGITS.label(3));
    }

    @Test
    void givenAFileOfImagesAlone_whenRead_thenTheyAreThere() throws Exception {
        // when
        List<byte[]> read = Idx.readImages(images);

        // then
        assertThat(read).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(read.get(i)).isEqualTo(DIGITS.image(i));
        }
        read.get(3)[0]++;
        assertThat(read.get(3)).isEqualTo(DIGITS.image(3));
        assertThatThrownBy(() -> Idx.readImages(labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining("that is a file of labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void givenWrittenDigits_whenRead_thenTheyAreTheSame(String suffix) throws Exception {
        // given
        Path writtenImages = directory.resolve("i" + suffix);
        Path writtenLabels = directory.resolve("l" + suffix);

        // when
        Idx.write(DIGITS, writtenImages, writtenLabels);

        // then
        DigitSet read = Idx.read(writtenImages, writtenLabels);
        assertThat(read.fingerprint()).isEqualTo(DIGITS.fingerprint());
        assertThat(Files.readAllBytes(writtenImages))
                .startsWith(suffix.isEmpty() ? new byte[] {0, 0} : new byte[] {31, -117});
    }

    @Test
    void givenASlice_whenWritten_thenItAloneIsInTheFile() throws Exception {
        // when
        Idx.write(DIGITS.slice(5, 7), images, labels);

        // then
        assertThat(Idx.read(images, labels).fingerprint())
                .isEqualTo(DIGITS.slice(5, 7).fingerprint());
    }

    @Test
    void givenTheSameDigits_whenWrittenTwice_thenTheBytesAreEqual() throws Exception {
        // given
        Path first = directory.resolve("first.gz");
        Path second = directory.resolve("second.gz");

        // when
        Idx.write(DIGITS, first, labels);
        Idx.write(DIGITS, second, labels);

        // then
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void givenNamesThatMislead_whenRead_thenTheContentDecides() throws Exception {
        // given
        Path plainNamedGzip = Files.move(images, directory.resolve("images.gz"));
        Path gzipNamedPlain = Files.write(labels, gzip(Files.readAllBytes(labels)));

        // when
        DigitSet read = Idx.read(plainNamedGzip, gzipNamedPlain);

        // then
        assertThat(read.fingerprint()).isEqualTo(DIGITS.fingerprint());
    }

    @Test
    void givenGzipOfSeveralMembers_whenRead_thenAllOfThemCount() throws Exception {
        // given
        byte[] content = Files.readAllBytes(images);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(gzip(Arrays.copyOf(content, 5000)));
        members.writeBytes(gzip(Arrays.copyOfRange(content, 5000, content.length)));
        Files.write(images, members.toByteArray());

        // when
        DigitSet read = Idx.read(images, labels);

        // then
        assertThat(read.fingerprint()).isEqualTo(DIGITS.fingerprint());
    }

    @Test
    void givenImagesAndLabelsSwapped_whenRead_thenSaysSo() {
        assertThatThrownBy(() -> Idx.read(labels, images))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(labels.toString(), "00 00 08 01", "00 00 08 03", "file of labels", "swapped");
    }

    @Test
    void givenAFileOfSomethingElse_whenRead_thenSaysHowItBegins() throws Exception {
        Files.write(images, "<html>".getBytes(UTF_8));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "begins with 3c 68 74 6d", "fetch it again");
    }

    @Test
    void givenAnErrorPageSavedAsGzip_whenRead_thenSaysThatItIsNotGzip() throws Exception {
        Path page = Files.write(directory.resolve("images.gz"), "<html>404</html>".getBytes(UTF_8));

        assertThatThrownBy(() -> Idx.read(page, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(page.toString(), "a web page and not gzip, as its name says", "error message");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 15})
    void givenAFileThatEndsWithinItsHeader_whenRead_thenSaysHowLongItIs(int length) throws Exception {
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), length));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "cut short", "holds %d bytes".formatted(length), "16");
    }

    @Test
    void givenImagesOfAnotherSize_whenRead_thenSaysWhich() throws Exception {
        putInt(images, 8, 32);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "32x28", "28x28");
    }

    @Test
    void givenNoImages_whenRead_thenRefuses() throws Exception {
        putInt(images, 4, 0);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "holds no images");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenMissingBytes_whenRead_thenSaysHowMany(boolean gzip) throws Exception {
        byte[] cut = Arrays.copyOf(Files.readAllBytes(images), 16 + 20 * 784 - 5);
        Files.write(images, gzip ? gzip(cut) : cut);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "5 bytes are missing", "20 images", "15696", "15691");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenTrailingBytes_whenRead_thenSaysHowMany(boolean gzip) throws Exception {
        byte[] longer = Arrays.copyOf(Files.readAllBytes(labels), 8 + 20 + 3);
        Files.write(labels, gzip ? gzip(longer) : longer);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(labels.toString(), "3 bytes follow", "20 labels", "28", "31");
    }

    @Test
    void givenBytesBehindTheGzip_whenRead_thenSaysSo() throws Exception {
        byte[] zipped = gzip(Files.readAllBytes(labels));
        Files.write(labels, Arrays.copyOf(zipped, zipped.length + 100));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(labels.toString(), "bytes follow the end of its gzip data");
    }

    @Test
    void givenALabelAboveNine_whenRead_thenSaysWhichAndWhere() throws Exception {
        byte[] content = Files.readAllBytes(labels);
        content[8 + 17] = 10;
        Files.write(labels, content);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(labels.toString(), "label 17", "is 10", "0 to 9");
    }

    @Test
    void givenALabelTooFew_whenRead_thenNamesBothFilesAndCounts() throws Exception {
        Path fewer = directory.resolve("fewer");
        Idx.write(DIGITS.first(19), directory.resolve("unused"), fewer);

        assertThatThrownBy(() -> Idx.read(images, fewer))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "20 images", fewer.toString(), "19 labels");
    }

    @Test
    void givenGzipThatIsCutShort_whenRead_thenSaysSo() throws Exception {
        byte[] gzip = gzip(Files.readAllBytes(images));
        Files.write(images, Arrays.copyOf(gzip, gzip.length / 2));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "cut short", "fetch it again");
    }

    @Test
    void givenGzipThatEndsWithinItsOwnHeader_whenRead_thenSaysSo() throws Exception {
        Files.write(images, Arrays.copyOf(gzip(Files.readAllBytes(images)), 5));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "cut short");
    }

    @Test
    void givenGzipWithOneBitTurned_whenRead_thenItsChecksumTells() throws Exception {
        byte[] gzip = gzip(Files.readAllBytes(images));
        gzip[gzip.length / 2] ^= 1;
        Files.write(images, gzip);

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "corrupt gzip", "fetch it again");
    }

    @Test
    void givenAMissingFile_whenRead_thenNamesIt() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> Idx.read(missing, labels))
                .isInstanceOf(IOException.class)
                .hasMessage("%s does not exist; check the path", missing);
    }

    @Test
    void givenADirectoryInPlaceOfAFile_whenRead_thenSaysSo() {
        assertThatThrownBy(() -> Idx.read(directory, labels))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(directory.toString(), "not a file");
    }

    @Test
    void givenADirectoryWhereAFileIsToBe_whenWritten_thenSaysSo() {
        assertThatThrownBy(() -> Idx.write(DIGITS, directory, labels))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContainingAll(directory.toString(), "is a directory");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenAHeaderThatAnnouncesTooMuch_whenRead_thenNoMemoryIsTakenForIt(boolean gzip) throws Exception {
        // given
        putInt(images, 4, 2_000_000);
        if (gzip) {
            Files.write(images, gzip(Files.readAllBytes(images)));
        }

        // when
        long before = allocated();
        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContainingAll(images.toString(), "cut short", "2000000 images");

        // then
        assertThat(allocated() - before).isLessThan(5_000_000);
    }

    @Test
    void givenGzipWhoseTrailerLiesAsItsHeaderDoes_whenRead_thenNoMemoryIsTakenForThem() throws Exception {
        // given
        putInt(images, 4, 2_000_000);
        byte[] gzip = gzip(Files.readAllBytes(images));
        ByteBuffer.wrap(gzip).putInt(gzip.length - 4, Integer.reverseBytes(16 + 2_000_000 * 784));
        Files.write(images, gzip);

        // when
        long before = allocated();
        assertThatThrownBy(() -> Idx.read(images, labels)).isInstanceOf(DigitFormatException.class);

        // then
        assertThat(allocated() - before).isLessThan(5_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void givenSixtyThousandDigits_whenRead_thenAllThatIsAllocatedFitsSixtyMegabytes(String suffix) throws Exception {
        // given
        Path manyImages = directory.resolve("many-images" + suffix);
        Path manyLabels = directory.resolve("many-labels" + suffix);
        Idx.write(DigitSet.owning(new byte[60_000 * DigitSet.PIXELS], new byte[60_000]), manyImages, manyLabels);

        // when
        long before = allocated();
        DigitSet read = Idx.read(manyImages, manyLabels);

        // then
        assertThat(allocated() - before).isLessThan(60_000_000);
        assertThat(read.size()).isEqualTo(60_000);
    }

    /** Bytes that this thread ever took from the heap: no less than what it had at any one time. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void putInt(Path file, int position, int value) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer.wrap(content).putInt(position, value);
        Files.write(file, content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
