package io.github.mnistmaven.architecture;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.networks.ForeignCode;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * All available architectures: this library's own, and those that {@link ServiceLoader} finds with the class loader of this library
 * or with the context class loader of the thread. Of the latter, those that cannot be used are left out: whose class cannot be
 * loaded, or which have no proper name.
 */
public final class Architectures {

    private Architectures() {}

    /**
     * The architecture of a name.
     *
     * @param name such as {@code cnn}
     * @return the architecture
     * @throws IllegalArgumentException if there is none; the message lists those there are, and those that cannot be used with the
     *     reason
     * @throws ArchitectureException if there are several of that name
     */
    public static Architecture named(String name) {
        return FoundArchitectures.now().named(Objects.requireNonNull(name, "name is null"));
    }

    /**
     * Those of this library.
     *
     * @return {@code cnn}, {@code lstm}, {@code cnn-reference} and {@code lstm-reference}
     */
    public static List<Architecture> builtIn() {
        return FoundArchitectures.OWN;
    }

    /**
     * The names of all architectures.
     *
     * @return in the order they were found, this library's first
     */
    public static List<String> names() {
        return FoundArchitectures.now().names();
    }

    /**
     * Requires that an architecture has a proper name. Whether its network is any good is found when it is trained.
     *
     * @param architecture any
     * @throws ArchitectureException if it has none; the message names its class
     */
    public static void requireUsable(Architecture architecture) {
        requireName(Objects.requireNonNull(architecture, "architecture is null"));
    }

    /** Its name, which is also that of a directory and of files. */
    static String requireName(Architecture architecture) {
        String type = architecture.getClass().getName();
        String name = ForeignCode.call(
                architecture::name,
                thrown -> new ArchitectureException(
                        "%s: name() throws %s".formatted(type, ForeignCode.describe(thrown)), thrown));
        if (name == null || !Bounds.isName(name)) {
            throw new ArchitectureException(
                    "%s: name() gives %s; a name consists of lower-case letters, digits and single hyphens, at most 100 characters, such as my-net"
                            .formatted(type, name == null ? null : "'" + PrintableText.abbreviated(name) + "'"));
        }
        return name;
    }
}
