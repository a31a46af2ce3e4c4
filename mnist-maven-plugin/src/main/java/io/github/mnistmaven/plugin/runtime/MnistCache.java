package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.data.PublishedMnist;
import java.nio.file.Path;
import java.util.Optional;

/** The directory that MNIST is downloaded to. */
public final class MnistCache {

    private MnistCache() {}

    /**
     * The directory that Maven's process and the worker are to look in.
     *
     * @param parameter as configured
     * @param home the user's home
     * @return nothing if the library finds it by itself
     */
    public static Optional<Path> directory(Optional<Path> parameter, UserHome home) {
        return parameter.or(() -> home.toBeNamed(".mnist-maven", PublishedMnist::isComplete));
    }
}
