package io.github.mnistmaven.internal.files;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a list of numbers on one line, so that a row of a matrix is a row of the file. */
final class NumberListAdapters implements TypeAdapterFactory {

    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class, Float.class, Double.class);

    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        boolean known = type.getRawType() == List.class
                && type.getType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && NUMBERS.contains(element);
        // Null is how a factory tells Gson that it does not know a type.
        return known ? new OnOneLine<>(gson.getDelegateAdapter(this, type)) : null;
    }

    private static final class OnOneLine<T> extends TypeAdapter<T> {

        private final TypeAdapter<T> asGsonDoes;

        OnOneLine(TypeAdapter<T> asGsonDoes) {
            this.asGsonDoes = asGsonDoes;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.jsonValue(
                    ((List<?>) value).stream().map(OnOneLine::number).collect(Collectors.joining(", ", "[", "]")));
        }

        private static String number(Object number) {
            if (!Double.isFinite(((Number) number).doubleValue())) {
                throw new IllegalArgumentException(number + " is not a number that JSON knows");
            }
            return number.toString();
        }

        @Override
        public T read(JsonReader in) throws IOException {
            String place = RecordAdapters.place(in);
            T numbers = asGsonDoes.read(in);
            if (numbers != null && ((List<?>) numbers).contains(null)) {
                throw new JsonFormatException(place + " holds null among its numbers");
            }
            return numbers;
        }
    }
}
