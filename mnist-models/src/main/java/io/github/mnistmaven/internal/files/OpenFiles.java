package io.github.mnistmaven.internal.files;

import java.util.Optional;
import java.util.stream.Stream;

/** The limit to how many files a process may have open at once. At the limit, any file seems to be at fault. */
public final class OpenFiles {

    /** What to do, whichever process it is. */
    public static final String RAISE = "raise the limit (ulimit -n)";

    /** In the words of the system, as it gives no other sign of it. */
    private static final String LIMIT_REACHED = "Too many open files";

    private OpenFiles() {}

    /**
     * What to do if it was this limit that made something fail.
     *
     * @param failure an exception
     * @return nothing if it was something else
     */
    public static Optional<String> advice(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> isSaidIn(String.valueOf(cause.getMessage())))
                ? Optional.of(RAISE)
                : Optional.empty();
    }

    /**
     * Whether a text tells that the limit is reached.
     *
     * @param text such as a line of a log
     * @return whether it does
     */
    public static boolean isSaidIn(String text) {
        return text.contains(LIMIT_REACHED);
    }
}
