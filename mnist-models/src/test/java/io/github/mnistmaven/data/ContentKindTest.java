package io.github.mnistmaven.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people have in place of an IDX file, and what they are told. */
class ContentKindTest {

    @TempDir
    Path directory;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeDigits() throws IOException {
        images = directory.resolve("images");
        labels = directory.resolve("labels");
        Idx.write(SampleDigits.of(3, 1), images, labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "504b03041400 | a zip archive | unpack it",
                "fd377a585a00 | an xz file | unpack it",
                "425a683931415926 | a bzip2 file | unpack it",
                "377abcaf271c | a 7z archive | unpack it",
                "28b52ffd0458 | a zstd file | unpack it",
                "934e554d50590100 | a NumPy array | .npz",
                "89504e470d0a1a0a | a PNG picture | mnist:read",
                "76657273696f6e2068747470733a2f2f6769742d6c66732e6769746875622e636f6d2f737065632f7631 | a Git LFS pointer | git lfs pull",
                "3c21444f43545950452068746d6c3e3c68746d6c3e3c7469746c653e3430343c2f7469746c653e | a web page | fetch it again",
                "3c3f786d6c2076657273696f6e3d22312e30223f3e3c4572726f723e | a web page | fetch it again",
                "4e6f7420466f756e640a | text that begins with 'Not Found' | fetch it again",
                "7b226d657373616765223a20226e6f227d | text that begins with | fetch it again",
                "00000d0200000002 | an IDX file of 32-bit floats in 2 dimensions | another",
                "0000080400000002 | an IDX file of unsigned bytes in 4 dimensions | another",
                "0000080100000002 | file of labels | perhaps the two were swapped",
                "00000c0200000002 | file of labels | perhaps the two were swapped",
                "01020304 | something else | fetch it again"
            })
    void givenSomethingElse_whenRead_thenSaysWhatItIs(String content, String what, String advice) throws Exception {
        // given
        byte[] bytes = HexFormat.of().parseHex(content);

        // when + then
        assertThatThrownBy(() -> Idx.read(Files.write(images, bytes), labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageStartingWith(images + " is not an IDX file of images, but ")
                .hasMessageContainingAll(what, advice);
    }

    @Test
    void givenFilesThatWereCompressedTwice_whenRead_thenSaysSo() throws Exception {
        Files.write(images, gzip(gzip(Files.readAllBytes(images))));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessage(
                        "%s is not an IDX file of images, but a file that was compressed twice: it begins with 1f 8b 08 00; expected 00 00 08 03; decompress it, for example with gunzip",
                        images);
    }

    @Test
    void givenAnErrorPageInGzip_whenRead_thenSaysSo() throws Exception {
        Files.write(images, gzip("<html>404 Not Found</html>".getBytes(ISO_8859_1)));

        assertThatThrownBy(() -> Idx.read(images, labels))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageContaining("but gzip of a web page: it begins with 3c 68 74 6d");
    }

    @Test
    void givenControlCharacters_whenQuoted_thenTheyDoNotReachTheTerminal() {
        assertThat(ContentKind.of("a\u009b31m red".getBytes(ISO_8859_1))
                        .orElseThrow()
                        .what())
                .doesNotContain("\u009b");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
