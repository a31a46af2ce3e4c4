package io.github.mnistmaven.provenance;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a run took place, as far as its bits may depend on that. The number of processors is not here, as that of the
 * threads is.
 *
 * @param os name of the operating system
 * @param architecture of the processor
 * @param cpu what the processor calls itself
 * @param instructionSet the tier of instructions that the engine chooses on it, see {@link Cpu#instructionSet}
 * @param threads that the engine computes with
 * @param numerics {@code native} or {@code portable}, see {@link Numerics}
 * @param environment the variables that the engine's arithmetic depends on, as far as they are set
 * @param arithmeticSha256 of the results of a fixed computation, see {@link Arithmetic}: what the engine really does
 * @param java the version of the JDK
 */
public record Platform(
        String os,
        String architecture,
        String cpu,
        String instructionSet,
        int threads,
        String numerics,
        Map<String, String> environment,
        String arithmeticSha256,
        String java) {

    /** The engine's name, as DJL knows it. */
    public static final String ENGINE = "PyTorch";

    /** Takes a copy, in the order of the names. */
    public Platform {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /**
     * Whether the same inputs are meant to give the same bits on both.
     *
     * @param other platform
     * @return true if they are equal; with {@link Numerics#PORTABLE} on both, processor and JDK may be others, as long as
     *     the fixed computation has the same result
     */
    public boolean promisesTheBitsOf(Platform other) {
        boolean portable = numerics.equals(Numerics.PORTABLE.id()) && other.numerics.equals(numerics);
        return portable ? withoutProcessorAndJdk().equals(other.withoutProcessorAndJdk()) : equals(other);
    }

    private Platform withoutProcessorAndJdk() {
        return new Platform(os, architecture, "", "", threads, numerics, environment, arithmeticSha256, "");
    }

    /**
     * That of this process.
     *
     * @return the platform
     */
    public static Platform current() {
        // First, as to ask for its threads does not load it.
        Engine.getEngine(ENGINE);
        SortedMap<String, String> environment = Numerics.relevant(System.getenv());
        Cpu cpu = Cpu.current();
        return new Platform(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                cpu.name(),
                cpu.instructionSet(environment),
                JniUtils.getNumThreads(),
                Numerics.in(environment).id(),
                environment,
                Arithmetic.sha256(),
                Runtime.version().toString());
    }
}
