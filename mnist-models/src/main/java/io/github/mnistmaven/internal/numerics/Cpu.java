package io.github.mnistmaven.internal.numerics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name and the features of the processor: read from {@code /proc/cpuinfo} on Linux, the name alone from an
 * environment variable on Windows. Elsewhere both are unknown, as reading them takes native code.
 *
 * @param name such as {@code AMD EPYC 7B13}
 * @param features in lower case, such as {@code avx2}; empty where they are not available
 */
public record Cpu(String name, Set<String> features) {

    /** The values that PyTorch recognizes; it ignores any other. */
    private static final Set<String> TIERS = Set.of("avx512", "avx2", "default");

    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Set<String> AVX512 = Set.of("avx512f", "avx512vl", "avx512bw", "avx512dq", "fma");
    /** What portable numerics take. */
    static final Set<String> AVX2 = Set.of("avx2", "fma");

    /**
     * The processor of this machine.
     *
     * @return the first one, if there are several
     */
    public static Cpu current() {
        if (Files.isReadable(LINUX)) {
            try {
                return ofLinux(Files.readAllLines(LINUX, StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                return unknown();
            }
        }
        return unknown();
    }

    private static Cpu unknown() {
        String name = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown");
        return new Cpu(name, Set.of());
    }

    static Cpu ofLinux(List<String> lines) {
        String flags = value(lines, "flags");
        String name = value(lines, "model name");
        return new Cpu(
                name.isEmpty() ? "unknown" : name,
                Arrays.stream(flags.toLowerCase(Locale.ROOT).split(" "))
                        .filter(feature -> !feature.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** The value from the entry of the first processor; the other entries are ignored. */
    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /**
     * The tier of kernels that PyTorch chooses (its rule: what {@code ATEN_CPU_CAPABILITY} names, else the highest
     * that the
     * processor has).
     *
     * @param environment of the process
     * @return {@code avx512}, {@code avx2}, {@code default} or {@code unknown}
     */
    public String instructionSet(Map<String, String> environment) {
        if (features.isEmpty() || name.equals("unknown")) {
            return "unknown";
        }
        String forced = environment.getOrDefault("ATEN_CPU_CAPABILITY", "");
        if (TIERS.contains(forced)) {
            return forced;
        }
        if (features.containsAll(AVX512)) {
            return "avx512";
        }
        return features.containsAll(AVX2) ? "avx2" : "default";
    }
}
