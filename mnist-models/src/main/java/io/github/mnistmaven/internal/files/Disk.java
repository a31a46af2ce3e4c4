package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has the operating system write to the disk what it still holds in memory, so that it outlives a loss of power. What is moved
 * into place before that may be found there empty.
 */
final class Disk {

    private Disk() {}

    /** The content of a file. */
    static void sync(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    /** Which files a directory has. Not every system can do that; those that cannot do it by themselves. */
    static void syncEntries(Path directory) {
        try {
            force(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            // As on Windows, where a directory cannot be opened.
        }
    }

    /** All files below a directory, and which they are. */
    static void syncTree(Path directory) throws IOException {
        List<Path> below;
        try (Stream<Path> paths = Files.walk(directory)) {
            below = paths.toList();
        }
        for (Path path : below) {
            if (Files.isDirectory(path)) {
                syncEntries(path);
            } else {
                sync(path);
            }
        }
    }

    /** An interrupt closes a channel; it must not make a difference to what is written, and is seen by whoever waits next. */
    private static void force(Path path, OpenOption option) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            boolean done = false;
            while (!done) {
                try (FileChannel channel = FileChannel.open(path, option)) {
                    channel.force(true);
                    done = true;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } catch (UnsupportedOperationException e) {
            // A file system in memory or in an archive.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
