package io.github.mnistmaven.internal.engine;

import ai.djl.util.Utils;
import io.github.mnistmaven.internal.natives.CacheChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory that DJL has PyTorch's libraries in: some 450 MB, unpacked once.
 *
 * @param path the directory
 * @param chosenBy what it comes from, in words
 */
record CacheDirectory(Path path, String chosenBy) {

    /** What to do where it cannot be used. */
    static final String ANOTHER = "To use another directory, set the environment variable ENGINE_CACHE_DIR";

    /** The first that is set decides, each as a variable or a system property. */
    private static final List<String> SETTINGS = List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR");

    /** The one that DJL uses in this process. */
    static CacheDirectory current() {
        return new CacheDirectory(Utils.getEngineCacheDir("pytorch").toAbsolutePath(), choice());
    }

    private static String choice() {
        String chosenBy = System.getProperty(CacheChoice.PROPERTY);
        if (chosenBy != null) {
            return chosenBy;
        }
        for (String setting : SETTINGS) {
            String value = Utils.getEnvOrSystemProperty(setting);
            if (value != null && !value.isEmpty()) {
                return "%s is %s".formatted(setting, value);
            }
        }
        return "in the user's home, or where that is not writable, in the directory of temporary files";
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(path, chosenBy);
    }
}
