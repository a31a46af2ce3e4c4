package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a run took place, as far as its bits may depend on that. The number of threads is recorded instead of the
 * number of processors.
 *
 * <p>Take it from a {@link Provenance} rather than from the constructor, which gets a parameter more with each thing that bits turn
 * out to depend on.
 *
 * @param os name of the operating system
 * @param architecture of the processor
 * @param cpu the name of the processor
 * @param instructionSet the tier of instructions that the engine chooses on it, see {@link Cpu#instructionSet}
 * @param threads that the engine computes with; 1 to {@value #MAX_THREADS}
 * @param numerics {@code native} or {@code portable}, see {@link Numerics}
 * @param environment the variables that the engine's arithmetic depends on, as far as they are set; no others, and
 *     only with known values
 * @param arithmeticSha256 the digest of the results of a fixed computation: what the engine really computes, whatever
 *     the names say
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

    /** A bound for plausibility: networks this small cannot use more threads. */
    public static final int MAX_THREADS = 256;

    /**
     * Takes a copy, in the order of the names; checks each value.
     *
     * @param os name of the operating system
     * @param architecture of the processor
     * @param cpu the name of the processor
     * @param instructionSet the tier of instructions that the engine chooses on it, see {@link Cpu#instructionSet}
     * @param threads that the engine computes with; 1 to {@value #MAX_THREADS}
     * @param numerics {@code native} or {@code portable}, see {@link Numerics}
     * @param environment the variables that the engine's arithmetic depends on, as far as they are set; no others, and only with
     *     known values
     * @param arithmeticSha256 the digest of the results of a fixed computation: what the engine really computes, whatever the names
     *     say
     * @param java the version of the JDK
     */
    public Platform {
        Bounds.requireText("os", os);
        Bounds.requireText("architecture", architecture);
        Bounds.requireText("cpu", cpu);
        Bounds.requireText("instructionSet", instructionSet);
        Bounds.requireWithin("threads", threads, 1, MAX_THREADS);
        Bounds.requirePresent("numerics", numerics);
        if (Numerics.of(numerics).isEmpty()) {
            Bounds.requireText("numerics", numerics);
            throw new IllegalArgumentException("numerics is '%s'; it is native or portable".formatted(numerics));
        }
        Bounds.requirePresent("environment", environment);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        Numerics.requireKnown(environment);
        Bounds.requireSha256("arithmeticSha256", arithmeticSha256);
        Bounds.requireText("java", java);
    }

    /**
     * Whether the same inputs are expected to give the same bits on both.
     *
     * @param other platform
     * @return true if they are equal; with {@link Numerics#PORTABLE} on both, processor and JDK may be others, as long
     *     as
     *     the fixed computation has the same result
     */
    public boolean isBitCompatibleWith(Platform other) {
        Bounds.requirePresent("other", other);
        boolean portable = numerics.equals(Numerics.PORTABLE.id()) && other.numerics.equals(numerics);
        return portable ? withoutProcessorAndJdk().equals(other.withoutProcessorAndJdk()) : equals(other);
    }

    private Platform withoutProcessorAndJdk() {
        return new Platform(os, architecture, "", "", threads, numerics, environment, arithmeticSha256, "");
    }
}
