package io.github.mnistmaven.internal.natives;

import java.util.List;
import java.util.Locale;

/**
 * A machine, as far as native code has to be compiled for it.
 *
 * @param osName as in the system property {@code os.name}
 * @param osArch as in the system property {@code os.arch}
 */
public record NativePlatform(String osName, String osArch) {

    private static final List<String> SUPPORTED = List.of("linux-aarch64", "linux-x86_64", "osx-aarch64", "win-x86_64");

    /**
     * The platform of this process.
     *
     * @return what the system properties say
     */
    public static NativePlatform current() {
        return new NativePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * Whether PyTorch exists for this platform.
     *
     * @return whether there is an artifact with its native library
     */
    public boolean isSupported() {
        return SUPPORTED.contains(classifier());
    }

    /**
     * Says that PyTorch does not exist for this platform.
     *
     * @param version of PyTorch
     * @return a sentence with the platforms that it exists for, without a full stop
     */
    public String unsupported(String version) {
        return "PyTorch %s does not exist for this platform, %s on %s (%s), but only for %s"
                .formatted(version, osName, osArch, classifier(), String.join(", ", SUPPORTED));
    }

    /**
     * The classifier of artifacts with native code for this platform.
     *
     * @return such as {@code linux-x86_64}, whether or not there are any
     */
    public String classifier() {
        return operatingSystem() + "-" + processor();
    }

    private String operatingSystem() {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "win";
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "osx";
        }
        return name;
    }

    private String processor() {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch;
        };
    }
}
