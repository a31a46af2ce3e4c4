package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** PyTorch, compiled for one platform: an artifact whose classifier names the platform. */
public final class NativeLibrary {

    private static final Set<String> CLASSIFIERS =
            new TreeSet<>(Set.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64"));

    private NativeLibrary() {}

    /**
     * The library for a platform.
     *
     * @param osName as in the system property {@code os.name}
     * @param osArch as in the system property {@code os.arch}
     * @return the artifact, not resolved
     * @throws UserErrorException if PyTorch does not exist for it; the message lists the platforms that there are
     */
    public static Artifact of(String osName, String osArch) throws UserErrorException {
        String classifier = operatingSystem(osName) + "-" + processor(osArch);
        if (!CLASSIFIERS.contains(classifier)) {
            throw new UserErrorException(
                    "there is no PyTorch %s for this platform, %s on %s (%s); it exists for %s. Run the build on one of these"
                            .formatted(version(), osName, osArch, classifier, String.join(", ", CLASSIFIERS)));
        }
        return new DefaultArtifact("ai.djl.pytorch", "pytorch-native-cpu", classifier, "jar", version());
    }

    private static String operatingSystem(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "win";
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "osx";
        }
        return name;
    }

    private static String processor(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch;
        };
    }

    /** The version is written once, in the pom, and filtered into a resource. */
    private static String version() {
        try (InputStream in = NativeLibrary.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty("pytorch");
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged", e);
        }
    }
}
