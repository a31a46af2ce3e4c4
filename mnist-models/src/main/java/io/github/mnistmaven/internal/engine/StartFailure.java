package io.github.mnistmaven.internal.engine;

import ai.djl.util.Utils;
import io.github.mnistmaven.internal.engine.NativeFiles.Library;
import io.github.mnistmaven.internal.engine.NativeFiles.Versions;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.natives.NativePlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why the engine could not be started. What DJL throws tells of its last attempt, such as a download, so first comes what is
 * missing.
 */
final class StartFailure {

    private static final String DIRECTORY = "PYTORCH_LIBRARY_PATH";

    private final NativePlatform platform;
    private final NativeFiles files;
    private final Versions needed;

    private StartFailure(NativePlatform platform, NativeFiles files, Versions needed) {
        this.platform = platform;
        this.files = files;
        this.needed = needed;
    }

    /**
     * Says it.
     *
     * @param platform of this process
     * @param files on the class path
     * @param cause what DJL threw
     * @return what is missing or failed, and what to do
     */
    static String message(NativePlatform platform, NativeFiles files, Throwable cause) {
        return files.engine()
                .flatMap(needed -> new StartFailure(platform, files, needed).whatIsMissing())
                .orElseGet(() -> whatFailed(cause));
    }

    /**
     * Says it, whatever else is wrong: to look for what is missing may fail too, on a jar that is damaged or a variable that is no
     * path, and must not hide why the engine could not be started.
     *
     * @param platform of this process
     * @param files finds those on the class path
     * @param cause what DJL threw
     * @return what is missing or failed, and what to do if that is known
     */
    static String message(NativePlatform platform, Supplier<NativeFiles> files, Throwable cause) {
        try {
            return message(platform, files.get(), cause);
        } catch (RuntimeException | LinkageError e) {
            cause.addSuppressed(e);
            return "PyTorch cannot be started: " + Causes.inWords(cause);
        }
    }

    private Optional<String> whatIsMissing() {
        if (!platform.isSupported()) {
            return Optional.of(platform.unsupported(needed.pytorch()));
        }
        return missingDirectory().or(this::missingLibrary).or(this::missingJni);
    }

    private static Optional<String> missingDirectory() {
        return directory()
                .filter(directory -> !hasLibrary(directory))
                .map(directory -> "%s is '%s', but there is no %s; correct it, or remove it to use the class path"
                        .formatted(DIRECTORY, directory, libraryFile()));
    }

    private static Optional<String> directory() {
        return Optional.ofNullable(Utils.getEnvOrSystemProperty(DIRECTORY)).filter(value -> !value.isBlank());
    }

    private static boolean hasLibrary(String directories) {
        return Stream.of(directories.split(java.io.File.pathSeparator))
                .map(Path::of)
                .anyMatch(path -> path.endsWith(libraryFile()) || Files.exists(path.resolve(libraryFile())));
    }

    private static String libraryFile() {
        return System.mapLibraryName("torch");
    }

    private Optional<String> missingLibrary() {
        if (directory().isPresent() || files.libraries().stream().anyMatch(this::fits)) {
            return Optional.empty();
        }
        String found = files.libraries().isEmpty()
                ? "PyTorch's native library is not on the class path"
                : "the class path has PyTorch's native library for %s, but this program needs it for %s %s"
                        .formatted(
                                files.libraries().stream()
                                        .map(library -> (library.classifier() + " " + library.version()).strip())
                                        .collect(Collectors.joining(" and ")),
                                platform.classifier(),
                                needed.pytorch());
        return Optional.of(
                "%s; add the dependency ai.djl.pytorch:pytorch-native-cpu:%s with the classifier %s, in the scope runtime"
                        .formatted(found, needed.pytorch(), platform.classifier()));
    }

    /** An artifact for graphics processors fits too. */
    private boolean fits(Library library) {
        return library.classifier().endsWith(platform.classifier())
                && library.version().startsWith(needed.pytorch());
    }

    private Optional<String> missingJni() {
        if (files.jniVersion()
                .filter(version -> version.startsWith(needed.jni()))
                .isPresent()) {
            return Optional.empty();
        }
        String found = files.jniVersion()
                .map(version ->
                        "the class path has the library between Java and PyTorch in version %s, but version %s is needed"
                                .formatted(version, needed.jni()))
                .orElse("the library between Java and PyTorch is not on the class path");
        return Optional.of("%s; add the dependency ai.djl.pytorch:pytorch-jni:%s, in the scope runtime"
                .formatted(found, needed.jni()));
    }

    private static String whatFailed(Throwable cause) {
        if (cause instanceof UnpackingException) {
            return cause.getMessage();
        }
        CacheDirectory cache = CacheDirectory.current();
        return "PyTorch cannot be started: %s. %s"
                .formatted(
                        Causes.inWords(cause),
                        LoadingObstacle.in(cache.path())
                                .orElseGet(() ->
                                        "Its libraries are unpacked to %s; if one is damaged there, delete that directory. %s"
                                                .formatted(cache, CacheDirectory.ANOTHER)));
    }
}
