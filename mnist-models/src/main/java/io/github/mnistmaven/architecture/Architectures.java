package io.github.mnistmaven.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;

/** The architectures there are: this library's four and whatever the class path adds through {@link ServiceLoader}. */
public final class Architectures {

    private Architectures() {}

    /**
     * The architecture of a name.
     *
     * @param name such as {@code cnn}
     * @return the architecture
     * @throws NoSuchElementException if there is none; the message lists those there are
     */
    public static Architecture named(String name) {
        return all().stream()
                .filter(architecture -> architecture.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "unknown architecture '%s'; there are %s".formatted(name, String.join(", ", names()))));
    }

    /**
     * The names of all architectures.
     *
     * @return in the order they were found, this library's first
     */
    public static List<String> names() {
        return all().stream().map(Architecture::name).toList();
    }

    private static List<Architecture> all() {
        List<Architecture> all = new ArrayList<>();
        ServiceLoader.load(Architecture.class, Architectures.class.getClassLoader())
                .forEach(all::add);
        return all;
    }
}
