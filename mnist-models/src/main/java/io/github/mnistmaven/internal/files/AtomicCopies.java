package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Large resources of the class path as files of one directory, which any number of processes share. One of them copies, the others
 * wait for it; no file is ever there in part under its own name.
 */
public final class AtomicCopies {

    private static final int PAUSE_MILLIS = 50;

    private AtomicCopies() {}

    /**
     * Copies what is missing, or has not the size of its resource. Where nothing is, nothing is written, not even a lock.
     *
     * @param directory made where it is missing; other files in it stay
     * @param resources by the names of their files, in the order in which they come to be there
     * @throws UnwritableException if something cannot be written; the message says why
     * @throws IOException if a resource cannot be read
     */
    public static void complete(Path directory, Map<String, URL> resources) throws IOException {
        if (incomplete(directory, resources).isEmpty()) {
            return;
        }
        make(directory);
        Path lock = directory.resolveSibling(".%s.lock".formatted(directory.getFileName()));
        try (FileChannel channel = open(lock)) {
            if (lock(channel, lock)) {
                Temporary.deleteDeadOfLocked(directory);
            }
            copy(directory, incomplete(directory, resources));
        }
    }

    private static void make(Path directory) throws IOException {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
        } catch (FileSystemException e) {
            throw new UnwritableException(ParentDirectory.reason(e), e);
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        try {
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new UnwritableException(ParentDirectory.reason(e), e);
        }
    }

    /** Waits for it. There are network file systems without locks: there, several may copy the same, and the last one wins. */
    private static boolean lock(FileChannel channel, Path path) throws IOException {
        while (true) {
            try {
                channel.lock();
                return true;
            } catch (OverlappingFileLockException e) {
                pause(path);
            } catch (FileLockInterruptionException e) {
                throw new UnwritableException("interrupted while waiting for " + path, e);
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Another thread of this process copies. */
    private static void pause(Path path) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnwritableException("interrupted while waiting for " + path, e);
        }
    }

    private static Map<String, URL> incomplete(Path directory, Map<String, URL> resources) throws IOException {
        Map<String, URL> incomplete = new LinkedHashMap<>();
        for (Map.Entry<String, URL> resource : resources.entrySet()) {
            Path file = directory.resolve(resource.getKey());
            if (!Files.isRegularFile(file) || !hasSize(file, resource.getValue())) {
                incomplete.put(resource.getKey(), resource.getValue());
            }
        }
        return incomplete;
    }

    /** A size that is not known is that of the file. */
    private static boolean hasSize(Path file, URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        long size = connection.getContentLengthLong();
        connection.getInputStream().close();
        return size < 0 || size == Files.size(file);
    }

    /** Beside the directory, as whoever loads all libraries of it would take an unfinished one for one of them. */
    private static void copy(Path directory, Map<String, URL> resources) throws IOException {
        try (Temporary temporary = Temporary.directory(directory)) {
            Files.createDirectory(temporary.path());
            for (Map.Entry<String, URL> resource : resources.entrySet()) {
                copy(resource.getValue(), temporary.path().resolve(resource.getKey()), directory);
            }
            for (String name : resources.keySet()) {
                Path to = directory.resolve(name);
                Files.move(temporary.path().resolve(name), to, StandardCopyOption.ATOMIC_MOVE);
            }
            Disk.syncEntries(directory);
        } catch (FileSystemException e) {
            throw new UnwritableException(ParentDirectory.reason(e), e);
        }
    }

    private static void copy(URL resource, Path file, Path directory) throws IOException {
        try (InputStream in = resource.openStream();
                OutputStream out = new NamedOutput(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        directory.resolve(file.getFileName()))) {
            in.transferTo(out);
        }
        try {
            Disk.sync(file);
        } catch (IOException e) {
            throw UnwritableException.of(directory.resolve(file.getFileName()), e);
        }
    }
}
