package io.github.mnistmaven.files;

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
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records as JSON files that people read and compare: indented by two spaces, the fields of a record in alphabetical
 * order, lists of numbers on one line, a line feed at the end. Equal records give equal bytes on every machine.
 *
 * <p>A component of a record is a primitive, a string, an enum, another record or a list or map of these. When read,
 * each field has to be there, once, and no others: a file of another version is told apart instead of half understood.
 * Records check their own values; what their constructors throw is reported with the place in the file.
 */
public final class Json {

    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .registerTypeAdapterFactory(new RecordAdapters())
            .registerTypeAdapterFactory(new NumberListAdapters())
            .create();

    private Json() {}

    /**
     * A record as text.
     *
     * @param value the record
     * @return JSON, ending in a line feed
     * @throws IllegalArgumentException if a number is NaN or infinite, which JSON does not know
     */
    public static String text(Record value) {
        return GSON.toJson(value) + "\n";
    }

    /**
     * The values of a record by their places in its JSON, such as {@code recipe.epochs}: what a diff of two records can be
     * told by.
     *
     * @param value the record
     * @return the text of each number, string and boolean by its place
     */
    public static SortedMap<String, String> fields(Record value) {
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

    /**
     * Writes a record to a file, whole or not at all.
     *
     * @param file the file
     * @param value the record
     * @throws IOException if it cannot be written; what stood there before still does
     * @throws IllegalArgumentException if a number is NaN or infinite, which JSON does not know
     */
    public static void write(Path file, Record value) throws IOException {
        AtomicFile.writeString(file, text(value));
    }

    /**
     * Reads a record from a file.
     *
     * @param <T> the type of the record
     * @param file the file, in UTF-8
     * @param type the type of the record
     * @return the record
     * @throws JsonFormatException if the content is not such a record; the message names the file and the field
     * @throws IOException if the file cannot be read
     */
    public static <T extends Record> T read(Path file, Class<T> type) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new JsonFormatException(file + ": not text in UTF-8", e);
        }
        return parse(text, file.toString(), type);
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
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            T value = GSON.getAdapter(type).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonFormatException("there is more text after the end of the JSON object");
            }
            return value;
        } catch (EOFException | MalformedJsonException e) {
            throw new JsonFormatException("%s: not complete or not JSON: %s".formatted(origin, firstLine(e)), e);
        } catch (IOException | JsonParseException e) {
            throw new JsonFormatException("%s: %s".formatted(origin, firstLine(e)), e);
        }
    }

    /** Gson's messages go on with an address to look them up at. */
    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
