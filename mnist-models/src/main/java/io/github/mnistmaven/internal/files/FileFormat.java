package io.github.mnistmaven.internal.files;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A versioned JSON file format. Its first field says what the file is:
 *
 * <pre>{@code
 * "format": {"name": "mnist-run", "version": "2.0"},
 * }</pre>
 *
 * <p>A newer minor version only adds fields: whoever reads it ignores those it does not know. A newer major version
 * means
 * something else by a field; reading it fails with a {@link FormatVersionException}, which says so. Files of an older
 * major
 * version are read where there is a way to bring them up to date. Files from before formats had a name say a number
 * alone,
 * or nothing, which is version 1.
 *
 * @param <T> the record that the file holds
 */
public final class FileFormat<T extends Record> {

    private static final String FIELD = "format";
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,3})\\.([0-9]{1,4})");

    private final String name;
    private final Version current;
    private final Class<T> type;
    private final NavigableMap<Version, UnaryOperator<JsonObject>> upgrades;

    private record Version(int major, int minor) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            return Comparator.comparingInt(Version::major)
                    .thenComparingInt(Version::minor)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    private FileFormat(
            String name, Version current, Class<T> type, NavigableMap<Version, UnaryOperator<JsonObject>> upgrades) {
        this.name = name;
        this.current = current;
        this.type = type;
        this.upgrades = upgrades;
    }

    /**
     * A format.
     *
     * @param <T> the record that its files hold
     * @param name what a file says that it is
     * @param version that is written, such as {@code 2.0}
     * @param type the record
     * @return a format that reads files of this major version
     */
    public static <T extends Record> FileFormat<T> of(String name, String version, Class<T> type) {
        return new FileFormat<>(name, parse(version, name), type, new TreeMap<>());
    }

    private static Version parse(String version, String origin) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("%s: field 'format.version' is '%s'; it must be a version such as 2.0"
                    .formatted(origin, PrintableText.abbreviated(version)));
        }
        return new Version(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    /**
     * The same, for files of an older version as well.
     *
     * @param version of theirs, such as {@code 1.0}; and later ones of the same major version
     * @param upgrade makes of such a file's content that of the current version
     * @return the format
     */
    public FileFormat<T> alsoReading(String version, UnaryOperator<JsonObject> upgrade) {
        NavigableMap<Version, UnaryOperator<JsonObject>> all = new TreeMap<>(upgrades);
        all.put(parse(version, name), upgrade);
        return new FileFormat<>(name, current, type, all);
    }

    /**
     * The content of a file.
     *
     * @param value what it is to hold
     * @return JSON, the format first
     * @throws IllegalArgumentException if a number is NaN or infinite, which JSON does not know
     */
    public String text(T value) {
        String text = Json.text(value);
        String first = "{\n  \"%s\": {\"name\": \"%s\", \"version\": \"%s\"}".formatted(FIELD, name, current);
        return text.startsWith("{}") ? first + "\n}\n" : first + "," + text.substring(1);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file the file
     * @param value what it is to hold
     * @throws IOException if it cannot be written; the previous file stays
     * @throws IllegalArgumentException if a number is NaN or infinite, which JSON does not know
     */
    public void write(Path file, T value) throws IOException {
        String text = text(value);
        Json.requireReadable(file, text);
        AtomicFile.writeString(file, text);
    }

    /**
     * Reads a file.
     *
     * @param file the file, in UTF-8
     * @return what it holds
     * @throws FormatVersionException if it is of another format or of a version that is not read
     * @throws JsonFormatException if its content is not what the format demands; the message names the file and the
     *     field
     * @throws IOException if the file cannot be read
     */
    public T read(Path file) throws IOException {
        return content(Json.readText(file), file.toString());
    }

    /**
     * Reads what is not a file of its own, but lies in a jar, say.
     *
     * @param in UTF-8
     * @param origin where it comes from, for messages
     * @return what it holds
     * @throws JsonFormatException as {@link #read(Path)}
     * @throws IOException if it cannot be read
     */
    public T read(InputStream in, String origin) throws IOException {
        return content(Json.readText(in, origin), origin);
    }

    private T content(String text, String origin) throws JsonFormatException {
        Version found = find(text, origin);
        if (found.major == current.major && found.minor >= current.minor) {
            return Json.parse(text, origin, type, found.minor > current.minor ? Json.NEWER_VERSION : Json.SAME_VERSION);
        }
        Map.Entry<Version, UnaryOperator<JsonObject>> upgrade = upgrades.floorEntry(found);
        if (upgrade == null || upgrade.getKey().major != found.major) {
            throw new FormatVersionException(
                    "%s has version %s of the format '%s', but this version of the library reads %s; %s"
                            .formatted(origin, found, name, readable(), wayOut(found)));
        }
        String older = "%s (version %s of the format '%s')".formatted(origin, found, name);
        return Json.parse(upgraded(text, upgrade.getValue(), older), older, type, Json.SAME_VERSION);
    }

    private String readable() {
        return Stream.concat(upgrades.keySet().stream(), Stream.of(current))
                .map(version -> version.major + ".x")
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private String wayOut(Version found) {
        return found.major > current.major ? "update mnist-maven" : "write the file again with this version";
    }

    private static String upgraded(String text, UnaryOperator<JsonObject> upgrade, String origin)
            throws JsonFormatException {
        requireEachFieldOnce(text, origin);
        try {
            return upgrade.apply(JsonParser.parseString(text).getAsJsonObject()).toString();
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw new JsonFormatException("%s: a field is missing or of the wrong type".formatted(origin), e);
        }
    }

    /** As the parser that upgrades start from takes more than JSON, and the last of several fields of one name. */
    private static void requireEachFieldOnce(String text, String origin) throws JsonFormatException {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            requireEachFieldOnce(in);
            // Fails if anything follows.
            in.peek();
        } catch (JsonFormatException e) {
            throw new JsonFormatException("%s: %s".formatted(origin, e.getMessage()), e);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new JsonFormatException("%s is incomplete or not JSON: %s".formatted(origin, Json.firstLine(e)), e);
        }
    }

    private static void requireEachFieldOnce(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Set<String> names = new HashSet<>();
                in.beginObject();
                while (in.hasNext()) {
                    String field = in.nextName();
                    if (!names.add(field)) {
                        throw new JsonFormatException(
                                "field '%s' appears twice".formatted(PrintableText.abbreviated(field)));
                    }
                    requireEachFieldOnce(in);
                }
                in.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                while (in.hasNext()) {
                    requireEachFieldOnce(in);
                }
                in.endArray();
            }
            default -> in.skipValue();
        }
    }

    /** What the file says of itself, wherever in it that stands. */
    private Version find(String text, String origin) throws JsonFormatException {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonFormatException(
                        "%s: the JSON is %s, not an object in braces".formatted(origin, Json.inWords(in.peek())));
            }
            in.beginObject();
            while (in.hasNext()) {
                if (in.nextName().equals(FIELD)) {
                    return find(in, origin);
                }
                in.skipValue();
            }
            return new Version(1, 0);
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new JsonFormatException("%s is incomplete or not JSON: %s".formatted(origin, Json.firstLine(e)), e);
        }
    }

    private Version find(JsonReader in, String origin) throws IOException {
        if (in.peek() == JsonToken.NUMBER) {
            return version(in.nextString() + ".0", origin);
        }
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw new JsonFormatException("%s: field 'format' is %s, not an object with a name and a version"
                    .formatted(origin, Json.inWords(in.peek())));
        }
        String foundName = "";
        String foundVersion = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.nextName()) {
                case "name" -> foundName = in.nextString();
                case "version" -> foundVersion = in.nextString();
                default -> in.skipValue();
            }
        }
        if (!foundName.equals(name)) {
            throw new FormatVersionException("%s has the format '%s'; expected '%s'; name another file"
                    .formatted(origin, PrintableText.abbreviated(foundName), name));
        }
        return version(foundVersion, origin);
    }

    private static Version version(String text, String origin) throws JsonFormatException {
        try {
            return parse(text, origin);
        } catch (IllegalArgumentException e) {
            throw new JsonFormatException(PrintableText.of(e.getMessage()), e);
        }
    }
}
