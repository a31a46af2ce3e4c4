package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

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
 * @param arithmeticSha256 the digest of {@code arithmetic}, see {@link #sha256}
 * @param arithmetic by operation, the CRC-32C of its result on fixed numbers: what the engine really computes, whatever
 *     the names say; empty if an older version has recorded only a digest
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
        Map<String, String> arithmetic,
        String java) {

    /** A bound for plausibility: networks this small cannot use more threads. */
    public static final int MAX_THREADS = 256;

    private static final int MAX_OPERATIONS = 1000;
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{8}");

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
     * @param arithmeticSha256 the digest of {@code arithmetic}, see {@link #sha256}
     * @param arithmetic by operation, the CRC-32C of its result on fixed numbers: what the engine really computes,
     *     whatever the names say; empty if an older version has recorded only a digest
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
        if (!Numerics.in(environment).id().equals(numerics)) {
            throw new IllegalArgumentException("numerics is '%s', but environment has the variables of '%s'"
                    .formatted(numerics, Numerics.in(environment).id()));
        }
        Bounds.requireSha256("arithmeticSha256", arithmeticSha256);
        arithmetic = requireChecksums(arithmetic);
        if (!arithmetic.isEmpty() && !arithmeticSha256.equals(sha256(arithmetic))) {
            throw new IllegalArgumentException("arithmeticSha256 is not the digest of arithmetic");
        }
        Bounds.requireText("java", java);
    }

    /**
     * The digest of what operations gave.
     *
     * @param arithmetic checksums by operation
     * @return the SHA-256 of a line for each operation, in the order of their names: the name, a space, and the checksum
     */
    public static String sha256(Map<String, String> arithmetic) {
        Bounds.requirePresent("arithmetic", arithmetic);
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(arithmetic)
                .forEach((operation, checksum) ->
                        lines.append(operation).append(' ').append(checksum).append('\n'));
        return Sha256.of(lines.toString());
    }

    private static Map<String, String> requireChecksums(Map<String, String> arithmetic) {
        Bounds.requirePresent("arithmetic", arithmetic);
        Bounds.requireWithin("the number of operations in arithmetic", arithmetic.size(), 0, MAX_OPERATIONS);
        arithmetic.forEach((operation, checksum) -> {
            Bounds.requireText("an operation in arithmetic", operation);
            Bounds.requirePresent("arithmetic." + operation, checksum);
            if (!CHECKSUM.matcher(checksum).matches()) {
                throw new IllegalArgumentException("arithmetic.%s is '%s'; it is 8 digits in lower-case hexadecimal"
                        .formatted(operation, PrintableText.abbreviated(checksum)));
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(arithmetic));
    }

    /**
     * Whether the same inputs are expected to give the same bits on both.
     *
     * @param other platform
     * @return true if they are equal; with {@link Numerics#PORTABLE} on both, processor and JDK may be others. If an operation gives other
     *     results there nevertheless, that promise is broken, and {@link #differingOperations} says by which. Operations do not count where
     *     an older version has recorded only a digest of them
     */
    public boolean isBitCompatibleWith(Platform other) {
        Bounds.requirePresent("other", other);
        if (isPortable() && other.isPortable()) {
            return forPortableBits().equals(other.forPortableBits());
        }
        return arithmetic.isEmpty() || other.arithmetic.isEmpty()
                ? withoutArithmetic().equals(other.withoutArithmetic())
                : equals(other);
    }

    /**
     * Whether bits are meant to be the same on other processors.
     *
     * @return true with {@link Numerics#PORTABLE}
     */
    public boolean isPortable() {
        return numerics.equals(Numerics.PORTABLE.id());
    }

    Platform withThreads(int number) {
        return new Platform(
                os,
                architecture,
                cpu,
                instructionSet,
                number,
                numerics,
                environment,
                arithmeticSha256,
                arithmetic,
                java);
    }

    private Platform forPortableBits() {
        return new Platform(os, architecture, "", "", threads, numerics, environment, sha256(Map.of()), Map.of(), "");
    }

    private Platform withoutArithmetic() {
        return new Platform(
                os,
                architecture,
                cpu,
                instructionSet,
                threads,
                numerics,
                environment,
                sha256(Map.of()),
                Map.of(),
                java);
    }

    /**
     * The operations that do not give the same results on both, which is why bits may differ.
     *
     * @param other platform
     * @return their names, in order; one that was recorded of one of them only is among them. Nothing if an older version has recorded only
     *     a digest
     */
    public List<String> differingOperations(Platform other) {
        Bounds.requirePresent("other", other);
        if (arithmetic.isEmpty() || other.arithmetic.isEmpty()) {
            return List.of();
        }
        SortedSet<String> operations = new TreeSet<>(arithmetic.keySet());
        operations.addAll(other.arithmetic.keySet());
        operations.removeIf(operation -> Objects.equals(arithmetic.get(operation), other.arithmetic.get(operation)));
        return List.copyOf(operations);
    }
}
