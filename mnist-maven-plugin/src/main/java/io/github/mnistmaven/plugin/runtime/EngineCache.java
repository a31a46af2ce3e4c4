package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.internal.natives.CacheChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory that the engine's native libraries are unpacked to, as the worker is told.
 *
 * @param directory the directory
 * @param chosenBy what it comes from, in words
 */
public record EngineCache(Path directory, String chosenBy) {

    /** By which DJL is told. */
    public static final String VARIABLE = "ENGINE_CACHE_DIR";

    private static final String ALL_CACHES = "DJL_CACHE_DIR";

    /** Of which libraries are unpacked last, so that the others are there too. */
    private static final List<String> LIBRARIES =
            List.of(System.mapLibraryName("torch"), System.mapLibraryName("djl_torch"));

    /**
     * Chooses it.
     *
     * @param parameter as configured
     * @param environment of Maven's process, which the worker has too
     * @param home the user's home
     * @return nothing if DJL finds it by itself
     */
    public static Optional<EngineCache> choose(
            Optional<Path> parameter, Map<String, String> environment, UserHome home) {
        if (parameter.isPresent()) {
            return parameter.map(
                    path -> new EngineCache(path.toAbsolutePath().normalize(), "parameter <engineCacheDirectory>"));
        }
        // Where the home is not writable, DJL would take the directory of temporary files, which everybody shares.
        return isSet(environment, VARIABLE) || isSet(environment, ALL_CACHES)
                ? Optional.empty()
                : home.toBeNamed(".djl.ai", EngineCache::isComplete)
                        .map(path -> new EngineCache(
                                path,
                                home.isSubstitute(path)
                                        ? "as .djl.ai in the user's home cannot be written to"
                                        : "in the user's home"));
    }

    /**
     * What tells the worker's JVM where the choice comes from, for messages.
     *
     * @return an argument of the JVM
     */
    public String argument() {
        return "-D%s=%s".formatted(CacheChoice.PROPERTY, chosenBy);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** Whether the libraries were unpacked there, so that nothing has to be written. */
    static boolean isComplete(Path cache) {
        try (Stream<Path> versions = Files.list(cache.resolve("pytorch"))) {
            return versions.filter(version -> version.getFileName().toString().startsWith(NativeLibrary.version()))
                    .anyMatch(EngineCache::hasLibraries);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean hasLibraries(Path version) {
        try (Stream<Path> files = Files.list(version)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return LIBRARIES.stream().allMatch(library -> names.stream().anyMatch(name -> name.endsWith(library)));
        } catch (IOException e) {
            return false;
        }
    }
}
