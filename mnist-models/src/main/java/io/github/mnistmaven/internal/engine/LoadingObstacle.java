package io.github.mnistmaven.internal.engine;

import io.github.mnistmaven.internal.failures.AddressSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Why the system may not load a library that is whole: of these, it only says that a part of it cannot be mapped. */
final class LoadingObstacle {

    private LoadingObstacle() {}

    /** What is known to stand in the way of loading libraries from a directory, and what to do. */
    static Optional<String> in(Path directory) {
        return noExecution(directory).or(AddressSpace::limit);
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
}
