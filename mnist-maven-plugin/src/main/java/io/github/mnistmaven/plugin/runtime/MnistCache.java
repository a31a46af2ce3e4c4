package io.github.mnistmaven.plugin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that MNIST is downloaded to. */
public final class MnistCache {

    private static final int FILES = 4;

    private MnistCache() {}

    /**
     * The directory that Maven's process and the worker are to look in.
     *
     * @param parameter as configured
     * @param home the user's home
     * @return nothing if the library finds it by itself
     */
    public static Optional<Path> directory(Optional<Path> parameter, UserHome home) {
        return parameter.or(() -> home.toBeNamed(".mnist-maven", MnistCache::isComplete));
    }

    /** Whether MNIST was downloaded to it, so that nothing has to be written. */
    static boolean isComplete(Path cache) {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith("-ubyte.gz")).count() == FILES;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
