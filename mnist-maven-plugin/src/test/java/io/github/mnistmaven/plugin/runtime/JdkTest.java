package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
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
        List<String> warnings = new ArrayList<>();

        // when
        Path chosen = Jdk.java(choosing(java), null, warnings::add);

        // then
        assertThat(Jdk.version(java)).contains(version);
        if (newEnough) {
            assertThat(chosen).isEqualTo(java);
            assertThat(warnings).isEmpty();
        } else {
            assertThat(chosen).isEqualTo(Path.of(System.getProperty("java.home"), "bin", "java"));
            assertThat(warnings).singleElement().asString().contains(java.toString(), version, "17 or newer");
        }
    }

    /** What Maven has where a build has chosen a JDK. */
    private static ToolchainManager choosing(Path java) {
        Toolchain jdk = new Toolchain() {
            @Override
            public String getType() {
                return "jdk";
            }

            @Override
            public String findTool(String name) {
                return java.toString();
            }
        };
        return new ToolchainManager() {
            @Override
            public Toolchain getToolchainFromBuildContext(String type, MavenSession session) {
                return jdk;
            }

            @Override
            public List<Toolchain> getToolchains(MavenSession session, String type, Map<String, String> requirements) {
                return List.of(jdk);
            }
        };
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
