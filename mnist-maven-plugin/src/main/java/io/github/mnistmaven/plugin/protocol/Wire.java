package io.github.mnistmaven.plugin.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Requests and events as JSON on one line, each with the name of its type. Both ends come from one jar, so there is
 * nothing to be said about versions.
 */
public final class Wire {

    /**
     * What a line that holds an event starts with: the worker's standard output also takes what native libraries print.
     */
    public static final String MARKER = "@mnist-worker@";

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .serializeSpecialFloatingPointValues()
            .registerTypeHierarchyAdapter(Path.class, new PathAdapter())
            .registerTypeAdapterFactory(new OptionalAdapters())
            .create();

    /** What kind of request or event a value is: JSON does not know. */
    private record Envelope(String type, JsonElement value) {}

    private Wire() {}

    /**
     * A request as JSON.
     *
     * @param request what to do
     * @return one line
     */
    public static String json(Request request) {
        return typed(request);
    }

    /**
     * The request that was written.
     *
     * @param json from {@link #json(Request)}
     * @return what to do
     */
    public static Request request(String json) {
        return read(json, Request.class);
    }

    /**
     * An event as a line of its own, whatever was printed before it.
     *
     * @param event what to tell
     * @return a line feed, the marker, one line of JSON and a line feed
     */
    public static String line(Event event) {
        return "\n" + MARKER + typed(event) + "\n";
    }

    /**
     * The event in a line of a worker's output.
     *
     * @param line without its line feed
     * @return the event, or nothing if the line is something else that was printed
     */
    public static Optional<Event> event(String line) {
        if (!line.startsWith(MARKER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(line.substring(MARKER.length()), Event.class));
        } catch (JsonParseException e) {
            // Torn apart by something that was printed into it. It is logged as what it has become: text.
            return Optional.empty();
        }
    }

    private static String typed(Object value) {
        return GSON.toJson(new Envelope(value.getClass().getSimpleName(), GSON.toJsonTree(value)));
    }

    private static <T> T read(String json, Class<T> kind) {
        Envelope envelope = GSON.fromJson(json, Envelope.class);
        if (envelope == null || envelope.value() == null) {
            throw new JsonParseException("nothing in " + json);
        }
        for (Class<?> permitted : kind.getPermittedSubclasses()) {
            if (permitted.getSimpleName().equals(envelope.type())) {
                return kind.cast(GSON.fromJson(envelope.value(), permitted));
            }
        }
        throw new JsonParseException("unknown type in " + json);
    }

    private static final class PathAdapter extends TypeAdapter<Path> {

        @Override
        public void write(JsonWriter out, Path value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Path read(JsonReader in) throws IOException {
            return Path.of(in.nextString());
        }
    }

    /** Gson may not look into {@link Optional} by reflection; an empty one is {@code null} in JSON. */
    private static final class OptionalAdapters implements TypeAdapterFactory {

        @Override
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class) {
                return null; // how a factory tells Gson that it does not know a type
            }
            TypeToken<?> content = TypeToken.get(((ParameterizedType) type.getType()).getActualTypeArguments()[0]);
            @SuppressWarnings("unchecked")
            TypeAdapter<T> adapter = (TypeAdapter<T>) new OptionalAdapter<>(gson.getAdapter(content));
            return adapter;
        }
    }

    private static final class OptionalAdapter<E> extends TypeAdapter<Optional<E>> {

        private final TypeAdapter<E> content;

        OptionalAdapter(TypeAdapter<E> content) {
            this.content = content;
        }

        @Override
        public void write(JsonWriter out, Optional<E> value) throws IOException {
            if (value.isPresent()) {
                content.write(out, value.get());
            } else {
                out.nullValue();
            }
        }

        @Override
        public Optional<E> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(content.read(in));
        }
    }
}
