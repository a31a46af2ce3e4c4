package io.github.mnistmaven.plugin.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** The JDK that runs the worker. */
public final class Jdk {

    private Jdk() {}

    /** What the worker's classes were compiled for. */
    private static final int OLDEST = 17;

    private static final int FIRST_TO_WARN = 22;

    /**
     * The {@code java} of the build's JDK toolchain, or where the build has none, or one too old for the worker, the one
     * that runs Maven.
     *
     * @param toolchains Maven's
     * @param session the build
     * @param warn hears it if the toolchain's is too old
     * @return the executable
     */
    public static Path java(ToolchainManager toolchains, MavenSession session, Consumer<String> warn) {
        Path ofMaven = Path.of(System.getProperty("java.home"), "bin", "java");
        Optional<Path> chosen = Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
                .map((Toolchain jdk) -> jdk.findTool("java"))
                .map(Path::of);
        if (chosen.isPresent() && !isNewEnough(chosen.get())) {
            warn.accept(
                    "the JDK of the toolchain, %s, is of version %s, but models are trained by version %d or newer: the JDK that runs Maven is used instead, %s"
                            .formatted(chosen.get(), version(chosen.get()).orElseThrow(), OLDEST, ofMaven));
            return ofMaven;
        }
        return chosen.orElse(ofMaven);
    }

    /** One that does not tell its version is taken at its word. */
    static boolean isNewEnough(Path java) {
        return version(java).map(Jdk::feature).orElse(OLDEST) >= OLDEST;
    }

    /**
     * Whether a JDK warns of native code that it was not told of.
     *
     * @param java its executable
     * @return true from 22 on; one that does not tell its version is taken for an older one
     */
    public static boolean warnsOfNativeAccess(Path java) {
        return version(java).map(Jdk::feature).orElse(OLDEST) >= FIRST_TO_WARN;
    }

    /** 8 is called 1.8. */
    private static int feature(String version) {
        String[] numbers = version.split("[^0-9]+");
        return Integer.parseInt(numbers[0].equals("1") && numbers.length > 1 ? numbers[1] : numbers[0]);
    }

    /**
     * The version of a JDK, from the file that it has beside its directory {@code bin}.
     *
     * @param java its executable
     * @return such as {@code 17.0.15}, or nothing if it has no such file
     */
    public static Optional<String> version(Path java) {
        Path release =
                java.toAbsolutePath().resolveSibling(Path.of("..", "release")).normalize();
        try (InputStream in = Files.newInputStream(release)) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("JAVA_VERSION"))
                    .map(version -> version.replace("\"", ""))
                    .filter(version -> !version.isBlank());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
