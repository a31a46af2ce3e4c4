package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.numerics.ArithmeticDigest;
import io.github.mnistmaven.internal.numerics.Numerics;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a run took place, as far as its bits may depend on that. The number of threads is recorded instead of the
 * number of processors. A {@link Provenance} has it.
 */
public final class Platform {

    /** A bound for plausibility: networks this small cannot use more threads. */
    public static final int MAX_THREADS = 256;

    private static final int MAX_OPERATIONS = 1000;
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{8}");

    private final Values values;

    private Platform(Values values) {
        this.values = values;
    }

    /** In files, {@code architecture} is that of the processor. */
    private record Values(
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

        Values {
            Bounds.requireText("os", os);
            Bounds.requireText("architecture", architecture);
            Bounds.requireText("cpu", cpu);
            Bounds.requireText("instructionSet", instructionSet);
            Bounds.requireWithin("threads", threads, 1, MAX_THREADS);
            Bounds.requirePresent("numerics", numerics);
            if (Numerics.of(numerics).isEmpty()) {
                Bounds.requireText("numerics", numerics);
                throw new IllegalArgumentException(
                        "numerics is '%s'; it must be native or portable".formatted(numerics));
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
            if (!arithmetic.isEmpty() && !arithmeticSha256.equals(ArithmeticDigest.of(arithmetic))) {
                throw new IllegalArgumentException("arithmeticSha256 does not match arithmetic");
            }
            Bounds.requireText("java", java);
        }

        private static Map<String, String> requireChecksums(Map<String, String> arithmetic) {
            Bounds.requirePresent("arithmetic", arithmetic);
            Bounds.requireWithin("the number of operations in arithmetic", arithmetic.size(), 0, MAX_OPERATIONS);
            arithmetic.forEach((operation, checksum) -> {
                Bounds.requireText("an operation in arithmetic", operation);
                Bounds.requirePresent("arithmetic." + operation, checksum);
                if (!CHECKSUM.matcher(checksum).matches()) {
                    throw new IllegalArgumentException(
                            "arithmetic.%s is '%s'; it must be 8 lower-case hexadecimal digits"
                                    .formatted(operation, PrintableText.abbreviated(checksum)));
                }
            });
            return Collections.unmodifiableMap(new TreeMap<>(arithmetic));
        }
    }

    /**
     * A platform, for tests of code that uses one. That of a model is in its provenance.
     *
     * @param os name of the operating system
     * @param processorArchitecture such as {@code amd64}
     * @param cpu the name of the processor
     * @param instructionSet the instructions that the engine uses
     * @param threads that the engine computes with; 1 to {@value #MAX_THREADS}
     * @param numerics {@code native} or {@code portable}
     * @param environment the variables that the engine's arithmetic depends on, as far as they are set
     * @param arithmeticSha256 the digest of {@code arithmetic}
     * @param arithmetic checksums by operation; may be empty
     * @param java the version of the JDK
     * @return the platform
     * @throws IllegalArgumentException if a value is not what it may be
     */
    public static Platform of(
            String os,
            String processorArchitecture,
            String cpu,
            String instructionSet,
            int threads,
            String numerics,
            Map<String, String> environment,
            String arithmeticSha256,
            Map<String, String> arithmetic,
            String java) {
        return new Platform(new Values(
                os,
                processorArchitecture,
                cpu,
                instructionSet,
                threads,
                numerics,
                environment,
                arithmeticSha256,
                arithmetic,
                java));
    }

    /**
     * The operating system.
     *
     * @return its name
     */
    public String os() {
        return values.os;
    }

    /**
     * The architecture of the processor.
     *
     * @return such as {@code amd64} or {@code aarch64}
     */
    public String processorArchitecture() {
        return values.architecture;
    }

    /**
     * The processor.
     *
     * @return its name
     */
    public String cpu() {
        return values.cpu;
    }

    /**
     * The instructions that the engine uses on this processor.
     *
     * @return such as {@code avx2}
     */
    public String instructionSet() {
        return values.instructionSet;
    }

    /**
     * The number of threads that the engine computes with.
     *
     * @return 1 to {@value #MAX_THREADS}
     */
    public int threads() {
        return values.threads;
    }

    /**
     * Whether bits are meant to be the same on other processors.
     *
     * @return {@code native} if not, {@code portable} if so
     */
    public String numerics() {
        return values.numerics;
    }

    /**
     * The environment variables that the engine's arithmetic depends on, as far as they are set.
     *
     * @return known variables with known values, and no others; in the order of their names
     */
    public Map<String, String> environment() {
        return values.environment;
    }

    /**
     * The digest of {@link #arithmetic}.
     *
     * @return the SHA-256 of a line for each operation, in the order of their names: the name, a space, and the checksum
     */
    public String arithmeticSha256() {
        return values.arithmeticSha256;
    }

    /**
     * What the engine really computes, whatever the names say.
     *
     * @return by operation, the CRC-32C of its result on fixed numbers; empty if an older version has recorded only a digest
     */
    public Map<String, String> arithmetic() {
        return values.arithmetic;
    }

    /**
     * The version of the JDK.
     *
     * @return such as {@code 17.0.15+6}
     */
    public String java() {
        return values.java;
    }

    /**
     * Whether the same inputs are expected to give the same bits on both.
     *
     * @param other platform
     * @return true if they are equal; with portable numerics on both, processor and JDK may be others. If an operation gives other results there
     *     nevertheless, that promise is broken, and {@link #arithmetic} shows which. Operations do not count where an older version has recorded
     *     only a digest of them
     */
    public boolean isBitCompatibleWith(Platform other) {
        Bounds.requirePresent("other", other);
        if (isPortable() && other.isPortable()) {
            return forPortableBits().equals(other.forPortableBits());
        }
        return arithmetic().isEmpty() || other.arithmetic().isEmpty()
                ? withoutArithmetic().equals(other.withoutArithmetic())
                : equals(other);
    }

    /**
     * Whether bits are meant to be the same on other processors.
     *
     * @return true with portable numerics
     */
    public boolean isPortable() {
        return numerics().equals(Numerics.PORTABLE.id());
    }

    Platform withThreads(int number) {
        return of(
                os(),
                processorArchitecture(),
                cpu(),
                instructionSet(),
                number,
                numerics(),
                environment(),
                arithmeticSha256(),
                arithmetic(),
                java());
    }

    private Platform forPortableBits() {
        return withoutArithmetic("", "", "");
    }

    private Platform withoutArithmetic() {
        return withoutArithmetic(cpu(), instructionSet(), java());
    }

    private Platform withoutArithmetic(String cpu, String instructionSet, String java) {
        return of(
                os(),
                processorArchitecture(),
                cpu,
                instructionSet,
                threads(),
                numerics(),
                environment(),
                ArithmeticDigest.of(Map.of()),
                Map.of(),
                java);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Platform platform && values.equals(platform.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The platform as people read it.
     *
     * @return such as {@code Linux, amd64, AMD EPYC (avx2), 2 threads, native numerics, Java 17.0.15+6, arithmetic 7c6d...}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s, %s (%s), %d %s, %s numerics, Java %s, arithmetic %s",
                os(),
                processorArchitecture(),
                cpu(),
                instructionSet(),
                threads(),
                threads() == 1 ? "thread" : "threads",
                numerics(),
                java(),
                arithmeticSha256());
    }
}
