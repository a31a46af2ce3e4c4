package io.github.mnistmaven.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch64",
        "Mac OS X, aarch64, osx-aarch64",
        "Windows 11, amd64, win-x86_64"
    })
    void givenAPlatformThatPyTorchExistsFor_thenItHasTheClassifierOfItsArtifact(
            String os, String arch, String classifier) {
        // given
        NativePlatform platform = new NativePlatform(os, arch);

        // when + then
        assertThat(platform.classifier()).isEqualTo(classifier);
        assertThat(platform.isSupported()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Mac OS X, x86_64", "SunOS, sparcv9"})
    void givenAnotherPlatform_thenItIsNotSupported(String os, String arch) {
        assertThat(new NativePlatform(os, arch).isSupported()).isFalse();
    }

    @Test
    void givenThisMachine_thenItIsSupported() {
        assertThat(NativePlatform.current().isSupported()).isTrue();
    }
}
