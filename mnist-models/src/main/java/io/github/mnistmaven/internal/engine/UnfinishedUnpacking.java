package io.github.mnistmaven.internal.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.io.file.PathUtils;

/**
 * What DJL leaves where it is killed while it unpacks libraries itself, as for other programs of the same user and earlier versions
 * of this one: up to 430 MB each time, and a part of a library that DJL then tries to load each time it starts. DJL keeps no lock, so
 * only what nobody has written to for long counts as left behind.
 */
final class UnfinishedUnpacking {

    private static final Duration LONG = Duration.ofHours(1);

    private UnfinishedUnpacking() {}

    /**
     * Deletes it; what cannot be deleted stays.
     *
     * @param cache that DJL makes directories for unpacking in
     * @param unpacked directory of the libraries, where DJL makes files for unpacking
     * @param libraries the names of the libraries: directories with anything else in them are not DJL's
     */
    static void delete(Path cache, Path unpacked, List<String> libraries) {
        for (Path directory : chosen(cache, "tmp[0-9]+", path -> isUnfinished(path, libraries))) {
            try {
                PathUtils.deleteDirectory(directory);
            } catch (IOException e) {
                // It only takes space.
            }
        }
        for (Path file : chosen(unpacked, "jni[0-9]+tmp", path -> Files.isRegularFile(path) && isOld(path))) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // DJL is going to say what it thinks of it.
            }
        }
    }

    private static boolean isUnfinished(Path directory, List<String> libraries) {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && isOld(directory)
                && chosen(directory, ".*", file -> !isOld(file) || !libraries.contains(name(file)))
                        .isEmpty();
    }

    private static boolean isOld(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(Instant.now().minus(LONG));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> chosen(Path directory, String names, Predicate<Path> condition) {
        List<Path> chosen = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory, path -> name(path).matches(names) && condition.test(path))) {
            entries.forEach(chosen::add);
        } catch (IOException | DirectoryIteratorException e) {
            // There is no such directory.
        }
        return chosen;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
