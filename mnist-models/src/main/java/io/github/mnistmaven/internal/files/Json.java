package io.github.mnistmaven.internal.files;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Records as JSON files that people read and compare: indented by two spaces, the fields of a record in alphabetical
 * order, lists of numbers on one line, a line feed at the end. Equal records give equal bytes on every machine.
 *
 * <p>A component of a record is a primitive, a string, an enum, another record, a {@link ValueClass} or a list or map of these. When read,
 * each field has to be there, once, and no others; {@link FileFormat} is for files that live longer than the program.
 * Records check their own values; what their constructors throw is reported with the place in the file.
 */
public final class Json {

    /** Files larger than any that this library writes are not read into memory. */
    private static final int MAX_BYTES = 16 << 20;

    /** Each field has to be known; but what the file says of its format stands apart. */
    static final Gson SAME_VERSION = gson("$.format"::equals);

    /** Fields that are not known are those of a newer version. */
    static final Gson NEWER_VERSION = gson(place -> true);

    private static final Gson PLAIN = gson(place -> false);

    private Json() {}

    private static Gson gson(Predicate<String> ignored) {
        return new GsonBuilder()
                .setFormattingStyle(FormattingStyle.PRETTY)
                .disableHtmlEscaping()
                .registerTypeAdapterFactory(new RecordAdapters(ignored))
                .registerTypeAdapterFactory(new NumberListAdapters())
                .create();
    }

    /**
     * A record as text.
     *
     * @param value the record, or an object of a {@link ValueClass}
     * @return JSON, ending in a line feed
     * @throws IllegalArgumentException if a number is NaN or infinite, which JSON does not know
     */
    public static String text(Object value) {
        return PLAIN.toJson(value) + "\n";
    }

    /**
     * The values of a record by their places in its JSON, such as {@code recipe.epochs}: the basis for a diff of two
     * records.
     *
     * @param value the record, or an object of a {@link ValueClass}
     * @return the text of each number, string and boolean by its place
     */
    public static SortedMap<String, String> fields(Object value) {
        SortedMap<String, String> fields = new TreeMap<>();
        collect(JsonParser.parseString(text(value)), "", fields);
        return fields;
    }

    private static void collect(JsonElement element, String place, SortedMap<String, String> fields) {
        if (element.isJsonObject()) {
            element.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> collect(
                            entry.getValue(), place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(), fields));
        } else if (element.isJsonArray()) {
            for (int i = 0; i < element.getAsJsonArray().size(); i++) {
                collect(element.getAsJsonArray().get(i), "%s[%d]".formatted(place, i), fields);
            }
        } else {
            fields.put(place, element.getAsString());
        }
    }

    /** Nothing is written that could not be read again. */
    static void requireReadable(Path file, String text) throws IOException {
        if (text.length() > MAX_BYTES) {
            throw new IOException("%s would have %d characters, more than the %d that such a file may have"
                    .formatted(file, text.length(), MAX_BYTES));
        }
    }

    /**
     * Reads the text of a JSON file.
     *
     * @param file the file, in UTF-8
     * @return its content
     * @throws JsonFormatException if it is too large, or no text
     * @throws IOException if the file cannot be read
     */
    static String readText(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw new JsonFormatException(
                    "%s has %d bytes, more than the %d that such a file may have".formatted(file, bytes, MAX_BYTES));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return readText(in, file.toString());
        }
    }

    /**
     * Reads JSON that is not a file of its own.
     *
     * @param in UTF-8; no more is read of it than a file may have
     * @param origin where it comes from, for the message of the exception
     * @return its content
     * @throws JsonFormatException if it is too large, or no text
     * @throws IOException if it cannot be read
     */
    static String readText(InputStream in, String origin) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new JsonFormatException(
                    "%s has more than the %d bytes that such a file may have".formatted(origin, MAX_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonFormatException(origin + " is not text in UTF-8", e);
        }
    }

    /**
     * Reads a record from text.
     *
     * @param <T> the type of the record
     * @param text JSON
     * @param origin where the text comes from, for the message of the exception
     * @param type the type of the record
     * @return the record
     * @throws JsonFormatException if the text is not such a record; the message names the origin and the field
     */
    public static <T extends Record> T parse(String text, String origin, Class<T> type) throws JsonFormatException {
        return parse(text, origin, type, PLAIN);
    }

    static <T extends Record> T parse(String text, String origin, Class<T> type, Gson gson) throws JsonFormatException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            T value = gson.getAdapter(type).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonFormatException("there is more text after the end of the JSON object");
            }
            return value;
        } catch (EOFException | MalformedJsonException e) {
            throw new JsonFormatException("%s is incomplete or not JSON: %s".formatted(origin, firstLine(e)), e);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new JsonFormatException("%s: %s".formatted(origin, firstLine(e)), e);
        }
    }

    /** What Gson found in place of something else. */
    static String inWords(JsonToken token) {
        return switch (token) {
            case BEGIN_ARRAY -> "an array";
            case BEGIN_OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> "something else";
        };
    }

    /** Gson's messages go on with an address to look them up at. */
    static String firstLine(Exception e) {
        return PrintableText.of(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
}
