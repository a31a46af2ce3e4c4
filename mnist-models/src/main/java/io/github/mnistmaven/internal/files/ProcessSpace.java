package io.github.mnistmaven.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Where the number of a process counts: on this machine since it was started, and in a container only there. */
final class ProcessSpace {

    /** Eight hexadecimal digits; the same everywhere on systems that do not tell. */
    static final String ID = id();

    private ProcessSpace() {}

    private static String id() {
        CRC32 digest = new CRC32();
        digest.update((boot() + container()).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(digest.getValue());
    }

    private static String boot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
        } catch (IOException | SecurityException e) {
            return "";
        }
    }

    private static String container() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return "";
        }
    }
}
