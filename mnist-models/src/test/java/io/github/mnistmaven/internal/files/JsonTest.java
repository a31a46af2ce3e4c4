package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(int b, double a) {
        Inner {
            if (b < 0) {
                throw new IllegalArgumentException("b is %d; it must be at least 0".formatted(b));
            }
        }
    }

    record Outer(String name, long count, boolean open, Colour colour, List<Inner> inners, List<List<Integer>> matrix) {
        Outer {
            inners = List.copyOf(inners);
        }
    }

    record Labelled(Map<String, Double> byName) {}

    private static final Outer OUTER = new Outer(
            "a <b> \"c\" é",
            1L << 60,
            true,
            Colour.GREEN,
            List.of(new Inner(1, 0.1), new Inner(2, 1e-300)),
            List.of(List.of(1, 2), List.of(3, 4)));

    private static final String TEXT = """
            {
              "colour": "GREEN",
              "count": 1152921504606846976,
              "inners": [
                {
                  "a": 0.1,
                  "b": 1
                },
                {
                  "a": 1.0E-300,
                  "b": 2
                }
              ],
              "matrix": [
                [1, 2],
                [3, 4]
              ],
              "name": "a <b> \\"c\\" é",
              "open": true
            }
            """;

    private static final FileFormat<Outer> FORMAT = FileFormat.of("test", "2.0", Outer.class);

    @TempDir
    Path directory;

    @Test
    void givenARecord_whenWritten_thenFieldsAreInAlphabeticalOrderAndRowsOfNumbersOnALine() {
        // given a record of all kinds of components

        // when
        String text = Json.text(OUTER);

        // then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void givenAFile_whenRead_thenItIsWhatWasWritten() throws IOException {
        // given
        Path file = directory.resolve("deep/down/outer.json");
        FORMAT.write(file, OUTER);

        // when
        Outer read = FORMAT.read(file);

        // then
        assertThat(read).isEqualTo(OUTER);
    }

    @Test
    void givenAMap_whenWrittenAndRead_thenItIsTheSame() throws IOException {
        // given
        Labelled labelled = new Labelled(new TreeMap<>(Map.of("x", 1.5, "a", 2.0)));

        // when
        Labelled read = Json.parse(Json.text(labelled), "here", Labelled.class);

        // then
        assertThat(read).isEqualTo(labelled);
    }

    static List<Arguments> damages() {
        return List.of(
                arguments(
                        "'open': true",
                        "'opened': true",
                        "field 'opened' is unknown; the known fields are colour, count"),
                arguments(",\n  'open': true", "", "the JSON lacks open"),
                arguments("'b': 2", "'c': 2", "field 'inners[1].c' is unknown; the known fields are a, b"),
                arguments("'a': 0.1,", "", "field 'inners[0]' lacks a"),
                arguments("'open': true", "'open': true, 'open': true", "field 'open' appears twice"),
                arguments("'open': true", "'open': null", "field 'open' is null"),
                arguments("'GREEN'", "'BLUE'", "field 'colour' is null or not one of the allowed values"),
                arguments("'b': 2", "'b': -2", "field 'inners[1]': b is -2; it must be at least 0"),
                arguments("'b': 2", "'b': 2.5", "field 'inners[1].b' is of the wrong type"),
                arguments("'b': 2", "'b': 'two'", "field 'inners[1].b' is of the wrong type"),
                arguments("'a': 0.1", "'a': NaN", "is incomplete or not JSON"),
                arguments("[3, 4]", "5", "field 'matrix[1]' is of the wrong type"),
                arguments("[3, 4]", "[3, null]", "field 'matrix[1]' holds null among its numbers"),
                arguments("[3, 4]", "[3, 'x']", "field 'matrix[1][1]' is of the wrong type"),
                arguments(
                        "[\n    {\n      'a': 0.1,",
                        "[null,\n    {\n      'a': 0.1,",
                        "field 'inners[0]' is null, not an object"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void givenADamagedFile_whenRead_thenTheMessageNamesFileAndField(String good, String bad, String complaint)
            throws IOException {
        // given
        String original = good.replace('\'', '"');
        assertThat(TEXT).contains(original);
        Path file = directory.resolve("outer.json");
        Files.writeString(file, FORMAT.text(OUTER).replace(original, bad.replace('\'', '"')));

        // when + then
        assertThatThrownBy(() -> FORMAT.read(file))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void givenTextThatIsCutShort_whenRead_thenItIsRejected() {
        // given
        String half = TEXT.substring(0, TEXT.length() / 2);

        // when + then
        assertThatThrownBy(() -> Json.parse(half, "run.json", Outer.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("run.json is incomplete or not JSON: ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Json.parse("", "run.json", Outer.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("run.json is incomplete or not JSON: ");
    }

    @Test
    void givenTextAfterTheObject_whenRead_thenItIsRejected() {
        assertThatThrownBy(() -> Json.parse(TEXT + "{}", "run.json", Outer.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("run.json is incomplete or not JSON: ");
    }

    @Test
    void givenAnArrayInPlaceOfAnObject_whenRead_thenItIsRejected() {
        assertThatThrownBy(() -> Json.parse("[1]", "run.json", Outer.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage("run.json: the JSON is an array, not an object in braces");
    }

    @Test
    void givenBytesThatAreNoText_whenRead_thenTheyAreRejected() throws IOException {
        // given
        Path file = directory.resolve("outer.json");
        Files.write(file, TEXT.getBytes(StandardCharsets.ISO_8859_1));

        // when + then
        assertThatThrownBy(() -> FORMAT.read(file))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(file + " is not text in UTF-8");
    }

    @Test
    void givenNotANumber_whenWritten_thenItIsRejected() {
        assertThatThrownBy(() -> Json.text(new Inner(1, Double.NaN))).isInstanceOf(IllegalArgumentException.class);
    }

    /** A value without a public constructor. */
    private static final class Wrapped {

        private final Values values;

        private Wrapped(Values values) {
            this.values = values;
        }

        private record Values(int b, double a) {
            Values {
                if (b < 0) {
                    throw new IllegalArgumentException("b is %d; it must be at least 0".formatted(b));
                }
            }
        }
    }

    record Plain(Inner inner, List<Inner> more) {}

    record OfWrapped(Wrapped inner, List<Wrapped> more) {}

    @Test
    void givenAClassWithARecordOfValues_thenItStandsInAFileAsThatRecord() throws IOException {
        // given
        String text = Json.text(new Plain(new Inner(1, 0.1), List.of(new Inner(2, 0.2))));

        // when
        OfWrapped read = Json.parse(text, "here", OfWrapped.class);

        // then
        assertThat(read.inner().values).isEqualTo(new Wrapped.Values(1, 0.1));
        assertThat(read.more()).hasSize(1);
        assertThat(Json.text(read)).isEqualTo(text);
        assertThat(Json.text(read.inner())).isEqualTo(Json.text(new Inner(1, 0.1)));
        assertThatThrownBy(() -> Json.parse(text.replace("\"b\": 2", "\"b\": -2"), "here", OfWrapped.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("here: field 'more[0]': b is -2; it must be at least 0");
        assertThatThrownBy(() -> Json.parse(text.replace("\"b\": 2", "\"c\": 2"), "here", OfWrapped.class))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("field 'more[0].c' is unknown; the known fields are a, b");
    }
}
