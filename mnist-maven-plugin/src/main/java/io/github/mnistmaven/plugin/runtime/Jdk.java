package io.github.mnistmaven.plugin.runtime;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** The JDK that runs the worker. */
public final class Jdk {

    private Jdk() {}

    /**
     * The {@code java} of the build's JDK toolchain, or where the build has none, the one that runs Maven.
     *
     * @param toolchains Maven's
     * @param session the build
     * @return the executable
     */
    public static Path java(ToolchainManager toolchains, MavenSession session) {
        return Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
                .map((Toolchain jdk) -> jdk.findTool("java"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }
}
