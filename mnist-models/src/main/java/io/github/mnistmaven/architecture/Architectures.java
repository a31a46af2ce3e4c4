package io.github.mnistmaven.architecture;

import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * All available architectures: this library's own, and those that {@link ServiceLoader} finds with the class loader of this library
 * or with the context class loader of the thread. Of the latter, those that cannot be used are left out: whose class cannot be
 * loaded, or which have no proper name.
 *
 * <pre>{@code
 * Architecture cnn = Architectures.named("cnn");
 * for (Architecture each : Architectures.all()) {
 *     System.out.println(each.name() + ": " + each.defaultRecipe());
 * }
 * }</pre>
 *
 * <p>They are looked for anew at each call, so what a thread's context class loader sees may differ from thread to thread.
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
     * All that can be used: those of this library, and those that were added.
     *
     * @return in the order they were found, this library's first; if several have the same name, all of them
     */
    public static List<Architecture> all() {
        return FoundArchitectures.now().all();
    }

    /**
     * The names of all architectures.
     *
     * @return in the order they were found, this library's first
     */
    public static List<String> names() {
        return FoundArchitectures.now().names();
    }
}
