package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.provenance.Numerics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * @param java the executable
 * @param classPath jars and directories
 * @param jvmArgs further arguments, such as {@code -Xmx2g}
 * @param threads that the engine computes with
 * @param numerics which arithmetic it uses
 * @param timeout after which it is killed
 */
public record Launch(
        Path java,
        List<Path> classPath,
        List<String> jvmArgs,
        int threads,
        Numerics numerics,
        Optional<Duration> timeout) {

    /** Takes copies. */
    public Launch {
        classPath = List.copyOf(classPath);
        jvmArgs = List.copyOf(jvmArgs);
    }
}
