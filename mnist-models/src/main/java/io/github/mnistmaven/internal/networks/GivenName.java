package io.github.mnistmaven.internal.networks;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The name that an architecture gives itself, which is also that of a directory and of files. */
public final class GivenName {

    private GivenName() {}

    /**
     * Requires that it is one.
     *
     * @param type of the architecture
     * @param name its code
     * @param failure what to throw, from a message and what the code threw, which may be null
     * @return the name
     */
    public static String of(
            Class<?> type, Supplier<String> name, BiFunction<String, Throwable, ? extends RuntimeException> failure) {
        String given = ForeignCode.call(
                name,
                thrown -> failure.apply(
                        "%s: name() throws %s".formatted(type.getName(), ForeignCode.describe(thrown)), thrown));
        if (given == null || !Bounds.isName(given)) {
            throw failure.apply(
                    "%s: name() returns %s; a name consists of lower-case letters, digits and single hyphens, at most 100 characters, such as my-net"
                            .formatted(
                                    type.getName(),
                                    given == null ? null : "'" + PrintableText.abbreviated(given) + "'"),
                    null);
        }
        return given;
    }
}
