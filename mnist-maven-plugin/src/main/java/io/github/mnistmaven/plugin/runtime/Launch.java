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
 * @param surroundings arguments such as the user's home, on which no result depends; {@code jvmArgs} prevail
 * @param jvmArgs further arguments, such as {@code -Xmx2g}
 * @param threads that the engine computes with
 * @param environment the variables that the engine's arithmetic depends on, see {@link Numerics}
 * @param engineCache the directory that the engine's libraries are unpacked to, unless DJL is to find it
 * @param timeout after which it is stopped
 */
public record Launch(
        Path java,
        List<ClassPathEntry> classPath,
        List<String> surroundings,
        List<String> jvmArgs,
        int threads,
        Map<String, String> environment,
        Optional<EngineCache> engineCache,
        Optional<Duration> timeout) {

    /** Takes copies. */
    public Launch {
        classPath = List.copyOf(classPath);
        surroundings = List.copyOf(surroundings);
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
        return new Launch(java, classPath, surroundings, jvmArgs, otherThreads, otherEnvironment, engineCache, timeout);
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
