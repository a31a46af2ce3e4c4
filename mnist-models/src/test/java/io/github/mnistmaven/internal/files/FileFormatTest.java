package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Older versions are read, newer ones are recognized, and neither is reported as damaged. */
class FileFormatTest {

    private record Point(int x, int y) {}

    private static final FileFormat<Point> FORMAT = FileFormat.of("point", "3.2", Point.class)
            .alsoReading("1.0", file -> {
                file.add("y", new JsonPrimitive(0));
                return file;
            })
            .alsoReading("3.1", file -> {
                file.add("y", file.remove("up"));
                return file;
            });

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("point.json"), text.replace('\'', '"'));
    }

    @Test
    void givenAValue_whenWritten_thenTheFormatStandsFirstAndTheFileIsReadBack() throws IOException {
        // given
        Path file = directory.resolve("point.json");

        // when
        FORMAT.write(file, new Point(1, 2));

        // then
        assertThat(file).hasContent("""
                {
                  "format": {"name": "point", "version": "3.2"},
                  "x": 1,
                  "y": 2
                }
                """);
        assertThat(FORMAT.read(file)).isEqualTo(new Point(1, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'x': 1}                                                                    | 0
                    {'format': 1, 'x': 1}                                                       | 0
                    {'format': {'name': 'point', 'version': '1.7'}, 'x': 1}                     | 0
                    {'format': {'name': 'point', 'version': '3.1'}, 'x': 1, 'up': 5}            | 5
                    {'x': 1, 'y': 6, 'format': {'name': 'point', 'version': '3.2'}}             | 6
                    {'format': {'name': 'point', 'version': '3.9'}, 'x': 1, 'y': 7, 'z': [{}]}  | 7
                    """)
    void givenAFileOfAVersionThatIsRead_whenRead_thenItsContentIsThatOfNow(String text, int y) throws IOException {
        assertThat(FORMAT.read(file(text))).isEqualTo(new Point(1, y));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'format': {'name': 'point', 'version': '4.0'}}  | has version 4.0 of the format 'point', but this version of the library reads 1.x and 3.x; update mnist-maven
                    {'format': 2}                                    | has version 2.0 of the format 'point', but this version of the library reads 1.x and 3.x; write the file again
                    {'format': {'name': 'line', 'version': '3.2'}}   | has the format 'line'; expected 'point'; name another file
                    """)
    void givenAFileOfAnotherVersionOrFormat_whenRead_thenTheMessageSaysWhichAndWhatToDo(String text, String message)
            throws IOException {
        // given
        Path file = file(text);

        // when + then
        assertThatThrownBy(() -> FORMAT.read(file))
                .isInstanceOf(FormatVersionException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining("damaged");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'format': {'name': 'point', 'version': '3.2'}, 'x': 1, 'y': 2, 'z': 3}  | field 'z' is unknown; the known fields are x, y
                    {'format': {'name': 'point', 'version': '3'}, 'x': 1, 'y': 2}            | 'format.version' is '3'
                    {'format': {'name': 'point', 'version': {}}, 'x': 1, 'y': 2}             | incomplete or not JSON
                    {'format': true, 'x': 1, 'y': 2}                                         | field 'format' is true or false
                    {'format': 1.5, 'x': 1}                                                  | 'format.version' is '1.5.0'
                    {'format': {'name': 'point', 'version': '3.1'}, 'x': 1}                  | field 'y' is null
                    {'format': {'name': 'point', 'version': '3.2\\n[INFO] OK'}}               | is '3.2\\n[INFO] OK'
                    {'format': {'name': 'point', 'version': '3.1'}, 'x': 1, 'up': 2, 'x': 3} | version 3.1 of the format 'point'): field 'x' appears twice
                    {'x': 1, 'x': 2}                                                         | field 'x' appears twice
                    {'x': [{'a': 1, 'a': 1}]}                                                | field 'a' appears twice
                    {'x': 1 /* one */}                                                       | incomplete or not JSON
                    {x: 1}                                                                   | incomplete or not JSON
                    {'x': 1} {}                                                              | incomplete or not JSON
                    [1]                                                                      | not an object in braces
                    {'x': 1,                                                                 | incomplete or not JSON
                    """)
    void givenAFileThatIsNotWhatItSays_whenRead_thenTheMessageNamesTheFileAndWhatIsWrong(String text, String message)
            throws IOException {
        // given
        Path file = file(text);

        // when + then
        assertThatThrownBy(() -> FORMAT.read(file))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void givenAFileLargerThanAnyOfOurs_whenRead_thenItIsNotTakenIntoMemory() throws IOException {
        // given
        Path file = directory.resolve("huge.json");
        Files.write(file, new byte[(16 << 20) + 1]);

        // when + then
        assertThatThrownBy(() -> FORMAT.read(file))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("more than the 16777216 that such a file may have");
    }
}
