package io.github.mnistmaven.plugin.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The directory that the engine's native libraries are unpacked to. */
public final class EngineCache {

    /** By which DJL is told. */
    public static final String VARIABLE = "ENGINE_CACHE_DIR";

    private static final String ALL_CACHES = "DJL_CACHE_DIR";

    private EngineCache() {}

    /**
     * The directory that the worker is to be told.
     *
     * @param parameter as configured
     * @param environment of Maven's process, which the worker has too
     * @param home the user's home
     * @return nothing if DJL finds it by itself
     */
    public static Optional<Path> directory(Optional<Path> parameter, Map<String, String> environment, UserHome home) {
        if (parameter.isPresent()) {
            return parameter.map(path -> path.toAbsolutePath().normalize());
        }
        boolean decided = isSet(environment, VARIABLE) || isSet(environment, ALL_CACHES);
        // Where the home is not writable, DJL would take the directory of temporary files, which everybody shares.
        return decided || home.isUsable() ? Optional.empty() : Optional.of(home.directory(".djl.ai"));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
