package io.github.mnistmaven.plugin.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of digits that need no directory. */
public enum Dataset {
    /** The published MNIST files, downloaded once. */
    MNIST,
    /** Digits drawn by the library itself. */
    EMBEDDED;

    /**
     * The name by which users ask for it.
     *
     * @return in lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The data set of a name.
     *
     * @param id such as {@code mnist}
     * @return the data set, or nothing if there is none of that name
     */
    public static Optional<Dataset> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * The names of all data sets.
     *
     * @return as users write them
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Dataset::id).toList();
    }
}
