package io.github.mnistmaven.internal.numerics;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Sha256;
import java.util.Map;
import java.util.TreeMap;

/** The digest of what operations of the engine gave. */
public final class ArithmeticDigest {

    private ArithmeticDigest() {}

    /**
     * The digest.
     *
     * @param arithmetic checksums by operation
     * @return the SHA-256 of a line for each operation, in the order of their names: the name, a space, and the checksum
     */
    public static String of(Map<String, String> arithmetic) {
        Bounds.requirePresent("arithmetic", arithmetic);
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(arithmetic)
                .forEach((operation, checksum) ->
                        lines.append(operation).append(' ').append(checksum).append('\n'));
        return Sha256.of(lines.toString());
    }
}
