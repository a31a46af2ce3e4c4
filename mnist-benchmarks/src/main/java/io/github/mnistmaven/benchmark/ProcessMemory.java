package io.github.mnistmaven.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** The resident memory of this process, the engine's included; known on Linux only. */
final class ProcessMemory {

    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MEGA = 1e6;

    private ProcessMemory() {}

    /** Resets the peak, where the system supports it. */
    static void resetPeak() {
        try {
            Files.writeString(RESET, "5");
        } catch (IOException e) {
            // The peak is then that of the whole process, which is no less.
        }
    }

    /** The most since the last reset, in bytes. */
    static OptionalLong peak() {
        return bytes("VmHWM:");
    }

    /** Now, as text. */
    static String now() {
        OptionalLong bytes = bytes("VmRSS:");
        return bytes.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.0f MB", bytes.getAsLong() / MEGA);
    }

    private static OptionalLong bytes(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
