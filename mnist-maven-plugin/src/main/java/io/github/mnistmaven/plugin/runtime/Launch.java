package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.internal.numerics.Numerics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * @param java the executable
 * @param classPath jars and directories
 * @param network arguments about proxies and the like, on which no result depends
 * @param jvmArgs further arguments, such as {@code -Xmx2g}
 * @param threads that the engine computes with
 * @param environment the variables that the engine's arithmetic depends on, see {@link Numerics}
 * @param timeout after which it is killed
 */
public record Launch(
        Path java,
        List<ClassPathEntry> classPath,
        List<String> network,
        List<String> jvmArgs,
        int threads,
        Map<String, String> environment,
        Optional<Duration> timeout) {

    /** Takes copies. */
    public Launch {
        classPath = List.copyOf(classPath);
        network = List.copyOf(network);
        jvmArgs = List.copyOf(jvmArgs);
        environment = Map.copyOf(environment);
    }

    /**
     * The same as on another machine.
     *
     * @param otherThreads that the engine computes with
     * @param otherEnvironment the variables that the engine's arithmetic depends on
     * @return the changed launch
     */
    public Launch on(int otherThreads, Map<String, String> otherEnvironment) {
        return new Launch(java, classPath, network, jvmArgs, otherThreads, otherEnvironment, timeout);
    }

    /**
     * Which arithmetic the engine uses.
     *
     * @return what the environment makes it use
     */
    public Numerics numerics() {
        return Numerics.in(environment);
    }
}
