package io.github.mnistmaven.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the system may not load a library that is whole: of these, it only says that a part of it cannot be mapped. */
final class LoadingObstacle {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern ADDRESS_SPACE = Pattern.compile("(?m)^Max address space\\s+(\\d+)");

    private LoadingObstacle() {}

    /** What is known to stand in the way of loading libraries from a directory, and what to do. */
    static Optional<String> in(Path directory) {
        return noExecution(directory).or(() -> addressSpace(limits()));
    }

    private static Optional<String> noExecution(Path directory) {
        return forbidsExecution(directory)
                ? Optional.of(
                        "The file system of %s does not allow code to be run from it: it is mounted with noexec. %s"
                                .formatted(directory, CacheDirectory.ANOTHER))
                : Optional.empty();
    }

    /** Asked of a file that may be executed as far as its own permissions go. */
    private static boolean forbidsExecution(Path directory) {
        try {
            Path file = Files.createTempFile(directory, "mnist-executable", ".tmp");
            try {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
                return !Files.isExecutable(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** From the limits of a process, as Linux lists them. */
    static Optional<String> addressSpace(String limits) {
        Matcher limit = ADDRESS_SPACE.matcher(limits);
        return limit.find()
                ? Optional.of(
                        "This process may have at most %d MB of address space, of which a JVM and PyTorch need several GB: raise the limit (ulimit -v unlimited)"
                                .formatted(Long.parseLong(limit.group(1)) >> 20))
                : Optional.empty();
    }

    private static String limits() {
        try {
            return Files.readString(LIMITS);
        } catch (IOException e) {
            return "";
        }
    }
}
