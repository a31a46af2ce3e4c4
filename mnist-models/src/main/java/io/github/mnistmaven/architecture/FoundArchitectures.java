package io.github.mnistmaven.architecture;

import io.github.mnistmaven.internal.networks.ForeignCode;
import io.github.mnistmaven.internal.networks.GivenName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The architectures that are there at the moment. One that cannot be used is remembered with the reason and stands in no other's
 * way: a jar that somebody added does not keep {@code cnn} from training.
 */
final class FoundArchitectures {

    static final List<Architecture> OWN = List.of(new Cnn(), new Lstm(), new CnnReference(), new LstmReference());

    /** A loader makes an effort to get past what it cannot load, but does not promise that it does. */
    private static final int MAX_FAILURES = 1_000;

    private final Map<String, List<Architecture>> usable = new LinkedHashMap<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final Set<String> unusable = new LinkedHashSet<>();

    private FoundArchitectures() {}

    /**
     * Looks for services with the class loader of this library and with that of the thread: in a container, or where a program
     * loads its extensions itself, the first does not see the user's classes.
     */
    static FoundArchitectures now() {
        FoundArchitectures found = new FoundArchitectures();
        OWN.forEach(found::add);
        Stream.of(
                        FoundArchitectures.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(found::addServices);
        return found;
    }

    private void addServices(ClassLoader loader) {
        Iterator<Architecture> services =
                ServiceLoader.load(Architecture.class, loader).iterator();
        for (int failures = 0; failures < MAX_FAILURES; ) {
            try {
                if (!services.hasNext()) {
                    return;
                }
                add(services.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                failures++;
                unusable.add(reason(e));
            }
        }
    }

    /** Without the name of the service, which a {@link ServiceConfigurationError} begins with. */
    private static String reason(Error e) {
        if (!(e instanceof ServiceConfigurationError)) {
            return "a class cannot be loaded (%s)".formatted(e);
        }
        String what = e.getMessage().replace(Architecture.class.getName() + ": ", "");
        return e.getCause() == null ? what : "%s (%s)".formatted(what, ForeignCode.describe(e.getCause()));
    }

    private void add(Architecture architecture) {
        if (seen.add(architecture.getClass())) {
            try {
                String name = GivenName.of(architecture.getClass(), architecture::name, ArchitectureException::new);
                usable.computeIfAbsent(name, same -> new ArrayList<>()).add(architecture);
            } catch (ArchitectureException e) {
                unusable.add(e.getMessage());
            }
        }
    }

    List<Architecture> all() {
        return usable.values().stream().flatMap(List::stream).toList();
    }

    List<String> names() {
        return List.copyOf(usable.keySet());
    }

    Architecture named(String name) {
        List<Architecture> all = usable.getOrDefault(name, List.of());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("unknown architecture '%s'; the choices are %s%s"
                    .formatted(name, String.join(", ", names()), whyNotMore()));
        }
        if (all.size() > 1) {
            throw new ArchitectureException(
                    "the architectures %s have the same name '%s'; rename all but one, or remove their jars from the class path"
                            .formatted(
                                    String.join(
                                            ", ",
                                            all.stream()
                                                    .map(architecture -> architecture
                                                            .getClass()
                                                            .getName())
                                                    .toList()),
                                    name));
        }
        return all.get(0);
    }

    private String whyNotMore() {
        return unusable.isEmpty()
                ? ""
                : ". META-INF/services/%s lists others, which cannot be used: %s"
                        .formatted(Architecture.class.getName(), String.join("; ", unusable));
    }
}
