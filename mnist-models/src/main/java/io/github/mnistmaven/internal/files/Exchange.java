package io.github.mnistmaven.internal.files;

import com.sun.jna.NativeLibrary;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Two directories change places in one step, so that each name is taken at any time. Java cannot do that; Linux and macOS can, on
 * most of their file systems.
 */
final class Exchange {

    /** Paths are meant from the working directory, which does not matter for absolute ones. */
    private static final int AT_FDCWD = -100;

    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;

    private Exchange() {}

    /**
     * Exchanges them.
     *
     * @param first an absolute path
     * @param second an absolute path
     * @return whether that was done; if not, nothing was
     */
    static boolean of(Path first, Path second) {
        String system = System.getProperty("os.name");
        try {
            if (system.startsWith("Linux")) {
                return call("renameat2", AT_FDCWD, bytes(first), AT_FDCWD, bytes(second), RENAME_EXCHANGE);
            }
            return system.startsWith("Mac") && call("renamex_np", bytes(first), bytes(second), RENAME_SWAP);
        } catch (RuntimeException | LinkageError e) {
            // An older C library, or no permission to load native code.
            return false;
        }
    }

    private static boolean call(String function, Object... arguments) {
        return NativeLibrary.getProcess().getFunction(function).invokeInt(arguments) == 0;
    }

    /** As C has it: as Java itself hands paths to the system, and with a zero at the end. */
    private static byte[] bytes(Path path) {
        byte[] name = path.toString()
                .getBytes(Charset.forName(System.getProperty(
                        "sun.jnu.encoding", Charset.defaultCharset().name())));
        return Arrays.copyOf(name, name.length + 1);
    }
}
