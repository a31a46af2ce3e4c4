package io.github.mnistmaven.internal.files;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A class that keeps its values in a record that is declared in it, its only field, and has a constructor of that record alone. In a file it is
 * what the record is. Unlike a record, it has no public constructor, so that it can get a value more and no caller breaks.
 *
 * @param <T> the class
 */
final class ValueClass<T> {

    private final Field field;
    private final Constructor<T> constructor;

    private ValueClass(Field field, Constructor<T> constructor) {
        this.field = field;
        this.constructor = constructor;
    }

    /** A class as such a one, if it is. */
    static <T> Optional<ValueClass<T>> of(Class<T> type) {
        List<Field> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
        if (fields.size() != 1
                || !fields.get(0).getType().isRecord()
                || fields.get(0).getType().getDeclaringClass() != type) {
            return Optional.empty();
        }
        try {
            Constructor<T> constructor =
                    type.getDeclaredConstructor(fields.get(0).getType());
            constructor.setAccessible(true);
            fields.get(0).setAccessible(true);
            return Optional.of(new ValueClass<>(fields.get(0), constructor));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    "%s has no constructor of its record of values".formatted(type.getName()), e);
        }
    }

    Class<?> record() {
        return field.getType();
    }

    /** The record of an object. */
    Object values(T value) {
        try {
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    /** An object with a record. */
    T with(Object values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + constructor, e);
        }
    }
}
