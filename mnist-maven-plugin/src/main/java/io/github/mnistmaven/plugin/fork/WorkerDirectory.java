package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The directory that workers are started from, held by one goal at a time and for all of its work: two builds, or two
 * modules of one, must not write to one output directory at once.
 */
public final class WorkerDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private WorkerDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
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
            WorkerDirectory held = lock(output.worker())
                    .orElseThrow(() -> new UserErrorException(
                            "%s is in use by another build: wait until it has ended, or give this one another outputDirectory (parameter <outputDirectory>, -Dmnist.outputDirectory)"
                                    .formatted(output.root())));
            Leftovers.delete(output);
            return held;
        } catch (IOException e) {
            throw Unwritable.because("anything", output.root(), e);
        }
    }

    private static Optional<WorkerDirectory> lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new WorkerDirectory(directory, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this JVM: another module of a parallel build.
        }
        channel.close();
        return Optional.empty();
    }

    Path path() {
        return path;
    }

    /** The file stays: to delete it would take it from under whoever opened it in between. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of %s cannot be released".formatted(path), e);
        }
    }
}
