package io.github.mnistmaven.internal.failures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A limit to the addresses of this process. At the limit, the engine fails in ways that do not tell of it. */
public final class AddressSpace {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max address space\\s+(\\d+)");

    private AddressSpace() {}

    /**
     * The limit, and what to do.
     *
     * @return a sentence; nothing if there is no limit, or the system does not tell
     */
    public static Optional<String> limit() {
        try {
            return limit(Files.readString(LIMITS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the limits of a process, as Linux lists them. */
    static Optional<String> limit(String limits) {
        Matcher limit = LIMIT.matcher(limits);
        return limit.find()
                ? Optional.of(
                        "This process may have at most %d MB of address space, of which a JVM and PyTorch need several GB: raise the limit (ulimit -v unlimited)"
                                .formatted(Long.parseLong(limit.group(1)) >> 20))
                : Optional.empty();
    }

    /**
     * The limit, if a failure may come of it: one of the engine, of memory, or of a library that cannot be loaded.
     *
     * @param failure an exception
     * @return a sentence, or nothing
     */
    public static Optional<String> limitBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(AddressSpace::isOfMemory)
                ? limit()
                : Optional.empty();
    }

    /** By its name, as an engine need not be there. */
    private static boolean isOfMemory(Throwable failure) {
        return failure instanceof OutOfMemoryError
                || failure instanceof LinkageError
                || failure.getClass().getName().equals("ai.djl.engine.EngineException");
    }
}
