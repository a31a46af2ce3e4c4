package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.internal.natives.NativePlatform;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** PyTorch, compiled for one platform: an artifact whose classifier names the platform. */
public final class NativeLibrary {

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
        NativePlatform platform = new NativePlatform(osName, osArch);
        if (!platform.isSupported()) {
            throw new UserErrorException(platform.unsupported(version()) + ". Run the build on one of these");
        }
        return new DefaultArtifact("ai.djl.pytorch", "pytorch-native-cpu", platform.classifier(), "jar", version());
    }

    /** The version is written once, in the pom, and filtered into a resource. */
    static String version() {
        try (InputStream in = NativeLibrary.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty("pytorch");
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin's jar is damaged", e);
        }
    }
}
