package io.github.mnistmaven.internal.engine;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import io.github.mnistmaven.internal.files.AtomicCopies;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PyTorch's libraries, unpacked from their jars to where DJL looks for them. DJL would unpack them itself; but it takes a library
 * for whole if a file of its name is there, which one that was cut off by a full disk is not, and a process that is killed
 * meanwhile leaves hundreds of megabytes behind for good.
 */
final class UnpackedLibraries {

    private static final String JNI = System.mapLibraryName("djl_torch");
    private static final String TORCH = System.mapLibraryName("torch");

    private UnpackedLibraries() {}

    /**
     * Unpacks what is missing in a directory, or has another size than in its jar. Where jars are missing, DJL is to say so.
     *
     * @throws UnpackingException if that fails
     */
    static void complete(CacheDirectory cache) {
        Platform platform = Platform.detectPlatform("pytorch");
        if (isElsewhere(platform) || platform.isPlaceholder()) {
            return;
        }
        Path directory = cache.path()
                .resolve("%s-%s-%s".formatted(platform.getVersion(), platform.getFlavor(), platform.getClassifier()));
        UnfinishedUnpacking.delete(cache.path(), directory, List.of(platform.getLibraries()));
        try {
            AtomicCopies.complete(directory, libraries(platform));
        } catch (UnwritableException e) {
            throw new UnpackingException(
                    "PyTorch's libraries, some 450 MB, cannot be unpacked to %s: %s. %s"
                            .formatted(cache, e.getMessage(), CacheDirectory.ANOTHER),
                    e);
        } catch (IOException e) {
            throw new UnpackingException(
                    "PyTorch's libraries cannot be read from their jar: %s. Delete the jar from the local repository, so that it is fetched again"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** DJL takes other libraries than those of the class path: those of a directory, or of another version, which it downloads. */
    private static boolean isElsewhere(Platform platform) {
        return setting("PYTORCH_LIBRARY_PATH").isPresent()
                || setting("PYTORCH_VERSION")
                        .filter(version -> !platform.getVersion().startsWith(version))
                        .isPresent();
    }

    /** A variable or a system property, as DJL reads it. */
    private static Optional<String> setting(String name) {
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(name)).filter(value -> !value.isBlank());
    }

    /** File names and where they come from. The one that tells DJL that the others are there comes last. */
    private static Map<String, URL> libraries(Platform platform) throws IOException {
        Map<String, URL> libraries = new LinkedHashMap<>();
        String place = "%s/%s".formatted(platform.getFlavor(), platform.getClassifier());
        find("jnilib/%s/%s/%s".formatted(platform.getClassifier(), platform.getFlavor(), JNI))
                .ifPresent(url -> libraries.put(platform.getApiVersion() + "-" + JNI, url));
        List<String> names = new ArrayList<>(List.of(platform.getLibraries()));
        names.sort(Comparator.comparing(TORCH::equals));
        for (String library : names) {
            find("pytorch/%s/%s".formatted(place, library)).ifPresent(url -> libraries.put(library, url));
        }
        return libraries;
    }

    private static Optional<URL> find(String resource) throws IOException {
        return Optional.ofNullable(ClassLoaderUtils.getResource(resource));
    }
}
