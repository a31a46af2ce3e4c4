package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.files.LockedFile;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that workers are started from, held by one goal at a time and for all of its work: two builds, or two
 * modules of one, must not write to one output directory at once.
 */
public final class WorkerDirectory implements AutoCloseable {

    private final Path path;
    private final LockedFile lock;

    private WorkerDirectory(Path path, LockedFile lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Reserves an output directory, and deletes what builds that were killed left half written in it.
     *
     * @param output the directory
     * @return holds it until closed
     * @throws UserErrorException if it is in use, or cannot be written
     */
    public static WorkerDirectory reserve(OutputDirectory output) throws UserErrorException {
        try {
            Files.createDirectories(output.worker());
            LockedFile lock = LockedFile.tryLock(output.worker().resolve("lock"))
                    .orElseThrow(() -> UserErrorException.about(
                            "outputDirectory",
                            "%s is in use by another build: wait until it has ended, or give this one another directory"
                                    .formatted(output.root())));
            Leftovers.delete(output);
            return new WorkerDirectory(output.worker(), lock);
        } catch (IOException e) {
            throw Unwritable.because("anything", output.root(), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of %s cannot be released".formatted(path), e);
        }
    }
}
