package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitCsvTest {

    private static final DigitSet DIGITS = SampleDigits.of(7, 1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void givenRowsWithOrWithoutLabels_whenImagesAreRead_thenTheyAreThere(boolean header, boolean labels)
            throws Exception {
        // given
        Path file = SampleFiles.csv(directory.resolve("test.csv"), DIGITS, header, labels);

        // when
        List<byte[]> images = DigitCsv.readImages(file);

        // then
        assertThat(images).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(images.get(i)).isEqualTo(DIGITS.image(i));
        }
    }

    @Test
    void givenRowsWithLabels_whenRead_thenTheyAreADigitSet() throws Exception {
        assertThat(DigitCsv.read(SampleFiles.csv(directory.resolve("a.csv"), DIGITS, true, true)))
                .isEqualTo(DIGITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\n(\\d+),\\d+,   | \\n$1,       | line 2: there are 783 columns; expected 784, the pixels of an image",
                "\\n           | \\n5,       | line 2: there are more than 784 columns; expected 784",
                "\\n           | \\n-        | line 2, column 1: the pixel is '-'",
                "pixel0,       | ''        | is not a table of digits"
            })
    void givenAFault_whenImagesAreRead_thenTheMessageSaysWhereAndWhat(String fault, String replacement, String message)
            throws Exception {
        // given
        Path file = SampleFiles.csv(directory.resolve("test.csv"), DIGITS, true, false);
        Files.writeString(file, Files.readString(file).replaceFirst(fault, replacement.replace("\\n", "\n")));

        // then
        assertThatThrownBy(() -> DigitCsv.readImages(file))
                .isInstanceOf(DigitFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }
}
