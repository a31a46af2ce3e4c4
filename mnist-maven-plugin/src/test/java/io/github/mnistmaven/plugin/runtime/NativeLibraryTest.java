package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import org.eclipse.aether.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, aarch64, osx-aarch64",
        "Windows 11, amd64, win-x86_64"
    })
    void givenAPlatformWithNatives_whenAsked_thenTheArtifactHasItsClassifier(String os, String arch, String classifier)
            throws UserErrorException {
        // when
        Artifact artifact = NativeLibrary.of(os, arch);

        // then
        assertThat(artifact.getClassifier()).isEqualTo(classifier);
        assertThat(artifact.getVersion()).as("filtered from the pom").matches("\\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Mac OS X, x86_64", "SunOS, sparcv9"})
    void givenAPlatformWithoutNatives_whenAsked_thenTheSupportedOnesAreListed(String os, String arch) {
        assertThatThrownBy(() -> NativeLibrary.of(os, arch))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll(os, arch, "linux-aarch64, linux-x86_64, osx-aarch64, win-x86_64");
    }

    @Test
    void givenThisMachine_whenAsked_thenThereIsALibrary() throws UserErrorException {
        assertThat(NativeLibrary.of(System.getProperty("os.name"), System.getProperty("os.arch")))
                .isNotNull();
    }
}
