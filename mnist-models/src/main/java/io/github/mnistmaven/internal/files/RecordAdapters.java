package io.github.mnistmaven.internal.files;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads and writes records, and classes that keep their values in a record of their own, see {@link ValueClass}. Gson's own way with records leaves missing fields null, ignores unknown ones, and
 * writes fields in the order of their declaration.
 */
final class RecordAdapters implements TypeAdapterFactory {

    private final Predicate<String> ignored;

    /**
     * Adapters.
     *
     * @param ignored which unknown fields are ignored, by their place as Gson has it, such as {@code $.format}; the
     *     others are errors
     */
    RecordAdapters(Predicate<String> ignored) {
        this.ignored = ignored;
    }

    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        @SuppressWarnings("unchecked")
        Class<T> raw = (Class<T>) type.getRawType();
        if (raw.isRecord()) {
            return new RecordAdapter<>(raw, gson, ignored);
        }
        return ValueClass.of(raw)
                .map(valueClass -> (TypeAdapter<T>) new ValueClassAdapter<>(valueClass, gson))
                .orElse(null); // how a factory tells Gson that it does not know a type
    }

    private static final class ValueClassAdapter<T> extends TypeAdapter<T> {

        private final ValueClass<T> type;
        private final TypeAdapter<Object> adapter;

        ValueClassAdapter(ValueClass<T> type, Gson gson) {
            this.type = type;
            this.adapter = adapterOf(type.record(), gson);
        }

        @SuppressWarnings("unchecked")
        private static TypeAdapter<Object> adapterOf(Class<?> type, Gson gson) {
            return (TypeAdapter<Object>) gson.getAdapter(type);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            adapter.write(out, type.values(value));
        }

        @Override
        public T read(JsonReader in) throws IOException {
            return type.with(adapter.read(in));
        }
    }

    /** One component of a record and how its values are read and written. */
    private record Field(int position, Method accessor, TypeAdapter<Object> adapter) {}

    private static final class RecordAdapter<T> extends TypeAdapter<T> {

        private final SortedMap<String, Field> fields = new TreeMap<>();
        private final Constructor<T> constructor;
        private final Predicate<String> ignored;

        RecordAdapter(Class<T> type, Gson gson, Predicate<String> ignored) {
            this.ignored = ignored;
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                fields.put(components[i].getName(), field(i, components[i], gson));
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                constructor = type.getDeclaredConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
            constructor.setAccessible(true);
        }

        private static Field field(int position, RecordComponent component, Gson gson) {
            @SuppressWarnings("unchecked")
            TypeAdapter<Object> adapter =
                    (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(component.getGenericType()));
            component.getAccessor().setAccessible(true);
            return new Field(position, component.getAccessor(), adapter);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
            for (Map.Entry<String, Field> entry : fields.entrySet()) {
                out.name(entry.getKey());
                entry.getValue().adapter().write(out, component(value, entry.getValue()));
            }
            out.endObject();
        }

        private Object component(T value, Field field) {
            try {
                return field.accessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + field.accessor(), e);
            }
        }

        @Override
        public T read(JsonReader in) throws IOException {
            String place = place(in);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonFormatException(
                        "%s is %s, not an object in braces".formatted(place, Json.inWords(in.peek())));
            }
            Object[] values = new Object[fields.size()];
            in.beginObject();
            while (in.hasNext()) {
                readField(in, values);
            }
            in.endObject();
            requireAll(values, place);
            return construct(values, place);
        }

        private void readField(JsonReader in, Object[] values) throws IOException {
            String name = in.nextName();
            String place = place(in);
            Field field = fields.get(name);
            if (field == null && ignored.test(in.getPath())) {
                in.skipValue();
                return;
            }
            if (field == null) {
                throw new JsonFormatException(
                        "%s is unknown; the known fields are %s".formatted(place, String.join(", ", fields.keySet())));
            }
            if (values[field.position()] != null) {
                throw new JsonFormatException(place + " appears twice");
            }
            values[field.position()] = readValue(in, field, place);
        }

        private static Object readValue(JsonReader in, Field field, String place) throws IOException {
            Object value;
            try {
                value = field.adapter().read(in);
            } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
                throw new JsonFormatException("%s is of the wrong type (%s)".formatted(place(in), e.getMessage()), e);
            }
            if (value == null) {
                throw new JsonFormatException("%s is null or not one of the allowed values".formatted(place));
            }
            return value;
        }

        private void requireAll(Object[] values, String place) throws JsonFormatException {
            List<String> missing = new ArrayList<>();
            fields.forEach((name, field) -> {
                if (values[field.position()] == null) {
                    missing.add(name);
                }
            });
            if (!missing.isEmpty()) {
                throw new JsonFormatException("%s lacks %s".formatted(place, String.join(", ", missing)));
            }
        }

        private T construct(Object[] values, String place) throws JsonFormatException {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new JsonFormatException("%s: %s".formatted(place, reason(e.getCause())), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot construct " + constructor, e);
            }
        }

        private static String reason(Throwable refusal) {
            return refusal instanceof NullPointerException ? "a list in it holds null" : refusal.getMessage();
        }
    }

    /** Where a reader is: from Gson's {@code $.a.b[0]}. */
    static String place(JsonReader in) {
        String path = in.getPath();
        return path.equals("$") ? "the JSON" : "field '%s'".formatted(path.substring("$.".length()));
    }
}
