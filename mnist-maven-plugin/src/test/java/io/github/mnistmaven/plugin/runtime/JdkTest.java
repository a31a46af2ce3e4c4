package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {

    @ParameterizedTest
    @CsvSource({"1.8.0_412, false", "11.0.2, false", "17, true", "17.0.15, true", "25-ea, true"})
    void givenAToolchain_thenItRunsTheWorkerIfItIsNewEnough(String version, boolean newEnough, @TempDir Path jdk)
            throws IOException {
        // given
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");

        // then
        assertThat(Jdk.version(java)).contains(version);
        assertThat(Jdk.isNewEnough(java)).isEqualTo(newEnough);
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, false", "21.0.7, false", "22, true", "25.0.1, true", "25-ea, true"})
    void givenAJdk_thenItIsToldOfNativeCodeIfItWouldWarn(String version, boolean told, @TempDir Path jdk)
            throws IOException {
        // given
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));

        // then
        assertThat(Jdk.warnsOfNativeAccess(jdk.resolve("bin/java"))).isEqualTo(told);
    }

    @Test
    void givenAToolchainThatDoesNotTellItsVersion_thenItIsTakenAtItsWord(@TempDir Path jdk) {
        assertThat(Jdk.version(jdk.resolve("bin/java"))).isEmpty();
        assertThat(Jdk.isNewEnough(jdk.resolve("bin/java"))).isTrue();
    }
}
