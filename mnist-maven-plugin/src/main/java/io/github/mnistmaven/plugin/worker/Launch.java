package io.github.mnistmaven.plugin.worker;

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
 * @param timeout after which it is killed
 */
public record Launch(Path java, List<Path> classPath, List<String> jvmArgs, int threads, Optional<Duration> timeout) {

    /** Takes copies. */
    public Launch {
        classPath = List.copyOf(classPath);
        jvmArgs = List.copyOf(jvmArgs);
    }
}
