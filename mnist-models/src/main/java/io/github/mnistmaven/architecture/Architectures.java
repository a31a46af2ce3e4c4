package io.github.mnistmaven.architecture;

import io.github.mnistmaven.files.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;

/** All available architectures: this library's own and those found on the class path through {@link ServiceLoader}. */
public final class Architectures {

    private static final List<Architecture> OWN =
            List.of(new Cnn(), new Lstm(), new CnnReference(), new LstmReference());

    private Architectures() {}

    /**
     * The architecture of a name.
     *
     * @param name such as {@code cnn}
     * @return the architecture
     * @throws NoSuchElementException if there is none; the message lists those there are
     * @throws IllegalStateException if one that the class path adds has no proper name, or that of another
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
        Map<String, Architecture> all = new LinkedHashMap<>();
        OWN.forEach(own -> all.put(own.name(), own));
        for (Architecture added : ServiceLoader.load(Architecture.class, Architectures.class.getClassLoader())) {
            if (!Bounds.isName(added.name())) {
                throw new IllegalStateException(
                        "%s is named '%s'; a name consists of lower-case letters, digits and single hyphens"
                                .formatted(added.getClass().getName(), added.name()));
            }
            Architecture other = all.putIfAbsent(added.name(), added);
            if (other != null) {
                throw new IllegalStateException("%s and %s are both named '%s'; rename one"
                        .formatted(other.getClass().getName(), added.getClass().getName(), added.name()));
            }
        }
        return List.copyOf(all.values());
    }
}
