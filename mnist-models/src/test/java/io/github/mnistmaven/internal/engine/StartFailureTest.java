package io.github.mnistmaven.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.engine.NativeFiles.Library;
import io.github.mnistmaven.internal.engine.NativeFiles.Versions;
import io.github.mnistmaven.internal.natives.NativePlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {

    private static final NativePlatform LINUX = new NativePlatform("Linux", "amd64");
    private static final Optional<Versions> NEEDED = Optional.of(new Versions("2.7.1", "0.36.0"));
    private static final Optional<String> JNI = Optional.of("2.7.1-0.36.0");
    private static final List<Library> LIBRARY = List.of(new Library("linux-x86_64", "2.7.1-20250812"));
    private static final Throwable DOWNLOAD = new IllegalStateException("Failed to save pytorch index file");

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, aarch64, osx-aarch64",
        "Windows 11, amd64, win-x86_64"
    })
    void givenNoLibrary_thenTheArtifactForThisPlatformIsNamed(String os, String arch, String classifier) {
        // given
        NativeFiles files = new NativeFiles(List.of(), JNI, NEEDED);

        // when
        String message = StartFailure.message(new NativePlatform(os, arch), files, DOWNLOAD);

        // then
        assertThat(message)
                .isEqualTo(
                        "PyTorch's native library is not on the class path; add the dependency"
                                + " ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier %s, in the scope runtime",
                        classifier);
    }

    @ParameterizedTest
    @CsvSource({"osx-aarch64, 2.7.1-20250812", "linux-x86_64, 2.5.1", "'', 2.7.1"})
    void givenALibraryOfAnotherPlatformOrVersion_thenBothAreNamed(String classifier, String version) {
        // given
        NativeFiles files = new NativeFiles(List.of(new Library(classifier, version)), JNI, NEEDED);

        // when
        String message = StartFailure.message(LINUX, files, DOWNLOAD);

        // then
        assertThat(message)
                .contains(
                        "has PyTorch's native library for " + (classifier + " " + version).strip() + ", but",
                        "needs it for linux-x86_64 2.7.1; add the dependency",
                        "ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier linux-x86_64");
    }

    @Test
    void givenAPlatformThatPyTorchDoesNotExistFor_thenThoseItExistsForAreListed() {
        // given
        NativeFiles files = new NativeFiles(List.of(), JNI, NEEDED);

        // when
        String message = StartFailure.message(new NativePlatform("SunOS", "sparcv9"), files, DOWNLOAD);

        // then
        assertThat(message).contains("SunOS on sparcv9", "linux-aarch64, linux-x86_64, osx-aarch64, win-x86_64");
    }

    @Test
    void givenNoLibraryBetweenJavaAndPyTorch_thenItsArtifactIsNamed() {
        // given
        NativeFiles files = new NativeFiles(LIBRARY, Optional.empty(), NEEDED);

        // when
        String message = StartFailure.message(LINUX, files, DOWNLOAD);

        // then
        assertThat(message)
                .contains("is not on the class path; add the dependency ai.djl.pytorch:pytorch-jni:2.7.1-0.36.0");
    }

    @Test
    void givenALibraryBetweenJavaAndPyTorchOfAnotherVersion_thenBothAreNamed() {
        // given
        NativeFiles files = new NativeFiles(LIBRARY, Optional.of("2.5.1-0.32.0"), NEEDED);

        // when
        String message = StartFailure.message(LINUX, files, DOWNLOAD);

        // then
        assertThat(message).contains("in version 2.5.1-0.32.0, but version 2.7.1-0.36.0 is needed");
    }

    @Test
    void givenThatLookingForTheCauseFailsToo_thenTheCauseIsSaidAndTheOtherIsKept() {
        // given
        Throwable cause = new IllegalStateException("Failed to load PyTorch native library");
        RuntimeException another = new UncheckedIOException(new IOException("damaged jar"));

        // when
        String message = StartFailure.message(
                LINUX,
                () -> {
                    throw another;
                },
                cause);

        // then
        assertThat(message)
                .isEqualTo("PyTorch cannot be started: IllegalStateException: Failed to load PyTorch native library");
        assertThat(cause).hasSuppressedException(another);
    }

    @Test
    void givenThatNothingIsMissing_thenItSaysWhatFailedOnceAndWhereTheLibrariesAreUnpacked() {
        // given
        NativeFiles files = new NativeFiles(LIBRARY, JNI, NEEDED);
        Throwable cause = new IllegalStateException(
                "Failed to load PyTorch native library", new UnsatisfiedLinkError("libtorch_cpu.so: file too short"));

        // when
        String message = StartFailure.message(LINUX, files, new IllegalStateException("engine", cause));

        // then
        assertThat(message)
                .containsOnlyOnce("UnsatisfiedLinkError: libtorch_cpu.so: file too short")
                .containsOnlyOnce("Failed to load PyTorch native library")
                .contains("ENGINE_CACHE_DIR");
    }
}
