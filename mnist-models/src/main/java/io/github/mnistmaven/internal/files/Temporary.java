package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;

/**
 * A file or directory that is being made beside the one that it will become. Closing it deletes what is left of it, and so does
 * a process that is told to stop. A process that is killed leaves it behind: so its name says which process makes it, by which
 * another one finds out that nobody does any more.
 */
public final class Temporary implements AutoCloseable {

    /** Hidden, with the name of what it becomes, the number of the process, where that number counts, and something unique. */
    private static final Pattern NAME = Pattern.compile(
            "\\.(?<target>.+)\\.(?<process>[0-9]{1,19})-(?<space>[0-9a-f]{8})-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.(tmp|new)");

    /** What another container or machine makes, whose processes cannot be seen from here, counts as left behind after this time. */
    private static final Duration ELSEWHERE = Duration.ofDays(1);

    private static final int ATTEMPTS = 3;

    private final Path path;
    private final Thread hook = new Thread(this::deleteQuietly, "mnist-temporary");

    private Temporary(Path path) {
        this.path = path;
    }

    /**
     * Chooses a name; nothing is made yet. What dead processes left of the same target is deleted.
     *
     * @param target what it will become
     * @return a name beside it
     */
    static Temporary file(Path target) {
        return named(target, "tmp");
    }

    /**
     * Chooses a name; nothing is made yet. What dead processes left of the same target is deleted.
     *
     * @param target what it will become
     * @return a name beside it
     */
    public static Temporary directory(Path target) {
        return named(target, "new");
    }

    private static Temporary named(Path target, String kind) {
        String name = target.getFileName().toString();
        delete(
                target.toAbsolutePath().getParent(),
                (found, path) -> found.group("target").equals(name) && isDead(found, path));
        Temporary temporary = new Temporary(target.resolveSibling(".%s.%d-%s-%s.%s"
                .formatted(name, ProcessHandle.current().pid(), ProcessSpace.ID, UUID.randomUUID(), kind)));
        try {
            Runtime.getRuntime().addShutdownHook(temporary.hook);
        } catch (IllegalStateException e) {
            // The process is being stopped. What it leaves is deleted by the next one.
        }
        return temporary;
    }

    /**
     * Where it is.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /** Does nothing to what was moved into place. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs just now, and deletes the same.
        }
        delete(path);
    }

    private void deleteQuietly() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                delete(path);
                return;
            } catch (IOException e) {
                // Whoever makes it is still at it.
            }
        }
    }

    /**
     * Deletes what dead processes left in a directory; nothing else, and nothing in the directories below. What cannot be deleted
     * stays.
     *
     * @param directory the directory; may be missing
     */
    public static void deleteDead(Path directory) {
        delete(directory, Temporary::isDead);
    }

    /**
     * As {@link #deleteDead}, in a directory that no other container or machine writes to at the moment, as the caller holds its
     * lock: what was made elsewhere is dead.
     *
     * @param directory the directory; may be missing
     */
    public static void deleteDeadInLocked(Path directory) {
        delete(directory, (found, path) -> !isAlive(found, path));
    }

    /**
     * Deletes what was to become something that no other container or machine makes at the moment, as the caller holds a lock of
     * it.
     *
     * @param target what it would have become
     */
    static void deleteDeadOfLocked(Path target) {
        String name = target.getFileName().toString();
        delete(
                target.toAbsolutePath().getParent(),
                (found, path) -> found.group("target").equals(name) && !isAlive(found, path));
    }

    private static void delete(Path directory, BiPredicate<Matcher, Path> chosen) {
        for (Path path : hidden(directory)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches() && chosen.test(name, path)) {
                try {
                    delete(path);
                } catch (IOException e) {
                    // It is of no use, and does no harm.
                }
            }
        }
    }

    private static List<Path> hidden(Path directory) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, ".*")) {
            entries.forEach(found::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException | UncheckedIOException e) {
            // There is no directory, or it cannot be listed, so nothing is known to be left there.
        }
        return found;
    }

    private static boolean isDead(Matcher name, Path path) {
        if (name.group("space").equals(ProcessSpace.ID)) {
            return !isAlive(name, path);
        }
        return modified(path).isBefore(Instant.now().minus(ELSEWHERE));
    }

    /** Numbers are used again: a process that started later did not make it. */
    private static boolean isAlive(Matcher name, Path path) {
        return ProcessHandle.of(Long.parseLong(name.group("process")))
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(modified(path)))
                        .orElse(true))
                .orElse(false);
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private static void delete(Path path) throws IOException {
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                PathUtils.deleteDirectory(path);
            } else {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Somebody else deletes the same.
        }
    }
}
