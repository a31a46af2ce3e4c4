package io.github.mnistmaven.internal.files;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks of values that may come from an untrusted file. Records call them in their constructors, so that no value is
 * used unchecked. Each message names the field, its value and what it may be.
 */
public final class Bounds {

    /** The largest loss that is still a number that training can go on from. */
    public static final double MAX_LOSS = 1e30;

    /** For descriptive text, such as the name of a processor. */
    private static final int MAX_LENGTH = 300;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_CLASS_NAME_LENGTH = 40;
    private static final int CLASSES = 10;

    private Bounds() {}

    /**
     * Requires a whole number within bounds.
     *
     * @param field its name
     * @param value the number
     * @param min the smallest that is allowed
     * @param max the largest that is allowed
     * @throws IllegalArgumentException if it lies outside
     */
    public static void requireWithin(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s is %d; %s".formatted(field, value, range(min, max)));
        }
    }

    /** Says "at least" where the maximum is only that of the type. */
    private static String range(long min, long max) {
        return max == Integer.MAX_VALUE || max == Long.MAX_VALUE
                ? "it must be at least %d".formatted(min)
                : "it must be between %d and %d".formatted(min, max);
    }

    /**
     * Requires an index.
     *
     * @param field its name
     * @param index the index
     * @param size how many there are
     * @throws IndexOutOfBoundsException if it is negative, or not below the size
     */
    public static void requireIndex(String field, int index, int size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "%s is %d; it must be between 0 and %d".formatted(field, index, size - 1));
        }
    }

    /**
     * Requires a finite number within bounds.
     *
     * @param field its name
     * @param value the number
     * @param min the smallest that is allowed
     * @param max the largest that is allowed
     * @throws IllegalArgumentException if it lies outside or is NaN
     */
    public static void requireWithin(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be between %s and %s".formatted(field, value, min, max));
        }
    }

    /**
     * Requires a share.
     *
     * @param field its name
     * @param value 0 to 1
     * @throws IllegalArgumentException if it lies outside or is NaN
     */
    public static void requireShare(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s; it must be between 0 and 1".formatted(field, value));
        }
    }

    /**
     * Requires a SHA-256 digest.
     *
     * @param field its name
     * @param value 64 characters, lower-case hexadecimal
     * @throws IllegalArgumentException if it is not one
     */
    public static void requireSha256(String field, String value) {
        requirePresent(field, value);
        if (!SHA256.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is '%s'; it must be a SHA-256 digest, 64 characters 0-9 and a-f"
                    .formatted(field, PrintableText.abbreviated(value)));
        }
    }

    /**
     * Requires the name of a model or an architecture: a name that is also a safe name of a directory.
     *
     * @param field its name
     * @param value lower-case letters and digits, in groups separated by hyphens; at most 100 characters
     * @throws IllegalArgumentException if it is not one
     */
    public static void requireName(String field, String value) {
        requirePresent(field, value);
        if (!isName(value)) {
            throw new IllegalArgumentException(
                    "%s is '%s'; a name consists of lower-case letters, digits and single hyphens, at most %d characters"
                            .formatted(field, PrintableText.abbreviated(value), MAX_NAME_LENGTH));
        }
    }

    /**
     * Whether a text is a name as {@link #requireName} requires it.
     *
     * @param value the text
     * @return true for such as {@code cnn-reference}
     */
    public static boolean isName(String value) {
        return value.length() <= MAX_NAME_LENGTH && NAME.matcher(value).matches();
    }

    /**
     * Requires the names of ten classes.
     *
     * @param field its name
     * @param names in the order of the classes
     * @return a copy
     * @throws IllegalArgumentException if these are not ten different texts of 1 to 40 printable characters on one line
     */
    public static List<String> classNames(String field, List<String> names) {
        List<String> copy = copyOf(field, names);
        if (copy.size() != CLASSES) {
            throw new IllegalArgumentException("%s has %s; expected %d, one for each class"
                    .formatted(field, Counted.of(copy.size(), "name"), CLASSES));
        }
        Set<String> seen = new HashSet<>();
        for (String name : copy) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("%s lists '%s' twice; each class needs a name of its own"
                        .formatted(field, PrintableText.abbreviated(name)));
            }
            if (name.isBlank() || name.length() > MAX_CLASS_NAME_LENGTH || !PrintableText.isPrintable(name)) {
                throw new IllegalArgumentException("%s has '%s'; a name is one line of 1 to %d printable characters"
                        .formatted(field, PrintableText.abbreviated(name), MAX_CLASS_NAME_LENGTH));
            }
        }
        return copy;
    }

    /**
     * Requires that classes are called the same by two who have to mean the same by them.
     *
     * @param whose names these are, in words
     * @param names of the classes
     * @param others the other's words
     * @param othersNames of the classes
     * @throws IllegalArgumentException if a class has two names
     */
    public static void requireSameClassNames(
            String whose, List<String> names, String others, List<String> othersNames) {
        for (int i = 0; i < CLASSES; i++) {
            if (!names.get(i).equals(othersNames.get(i))) {
                throw new IllegalArgumentException(
                        "class %d of %s is '%s', but '%s' of %s; if both mean the same, give both the same names by DigitSet.withClassNames"
                                .formatted(i, whose, names.get(i), othersNames.get(i), others));
            }
        }
    }

    /**
     * Requires a short text on one line, without control characters.
     *
     * @param field its name
     * @param value at most 300 characters
     * @throws IllegalArgumentException if it is longer or has control characters
     */
    public static void requireText(String field, String value) {
        requirePresent(field, value);
        if (value.length() > MAX_LENGTH || !PrintableText.isPrintable(value)) {
            throw new IllegalArgumentException("%s is '%s'; it must be one line of at most %d printable characters"
                    .formatted(field, PrintableText.abbreviated(value), MAX_LENGTH));
        }
    }

    /**
     * Requires a list, and that nothing in it is null.
     *
     * @param <T> what it holds
     * @param field its name
     * @param values the list
     * @return a copy
     * @throws NullPointerException if it is null or holds null
     */
    public static <T> List<T> copyOf(String field, List<T> values) {
        requirePresent(field, values);
        for (T value : values) {
            requirePresent("an element of " + field, value);
        }
        return List.copyOf(values);
    }

    /**
     * Requires that there is a value.
     *
     * @param field its name
     * @param value anything
     * @throws NullPointerException if it is null
     */
    public static void requirePresent(String field, Object value) {
        Objects.requireNonNull(value, () -> field + " is null");
    }
}
