package io.github.mnistmaven.internal.numerics;

import io.github.mnistmaven.internal.files.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which arithmetic the engine's kernels use. It is chosen by variables of the environment that the engine and its
 * libraries, oneDNN and MKL, read once in a process, so they have to be set before it starts.
 */
public enum Numerics {

    /**
     * The fastest kernels that the processor supports; the bits of a result depend on its instruction set and the
     * number of threads.
     */
    NATIVE(Map.of()),

    /**
     * One tier of instructions (AVX2), one number of threads and MKL's mode for processors of any vendor: meant to
     * give the same bits on every x86-64 processor that has AVX2 and FMA. On others, there is no such thing.
     */
    PORTABLE(Map.of(
            "ATEN_CPU_CAPABILITY", "avx2",
            "ONEDNN_MAX_CPU_ISA", "AVX2",
            "MKL_CBWR", "COMPATIBLE",
            "MKL_DYNAMIC", "FALSE",
            "OMP_DYNAMIC", "FALSE"));

    private static final Set<String> X86_64 = Set.of("amd64", "x86_64");

    /** The number of threads of {@link #PORTABLE}, however many cores the machine has. */
    public static final int PORTABLE_THREADS = 2;

    private final Map<String, String> environment;

    Numerics(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The name by which users ask for it.
     *
     * @return in lower case
     */
    public String id() {
        return this == NATIVE ? "native" : "portable";
    }

    /**
     * The numerics of a name.
     *
     * @param id {@code native} or {@code portable}
     * @return the numerics, or nothing if there are none of that name
     */
    public static Optional<Numerics> of(String id) {
        return id.equals(NATIVE.id())
                ? Optional.of(NATIVE)
                : Optional.of(PORTABLE).filter(portable -> id.equals(portable.id()));
    }

    /**
     * The variables that a process has to be started with. {@link #NATIVE} leaves those that the user has set as they
     * are.
     *
     * @param user the environment of the user
     * @return the variables that the engine's arithmetic depends on; no others of them may be set
     */
    public SortedMap<String, String> environment(Map<String, String> user) {
        return this == NATIVE ? relevant(user) : new TreeMap<>(environment);
    }

    /**
     * Requires a processor that computes so.
     *
     * @param cpu the processor
     * @param architecture of it, as the system property {@code os.arch} has it
     * @throws IllegalArgumentException if it cannot; the message says what it lacks. Where features of processors are unknown, as on
     *     Windows, only the architecture counts
     */
    public void requireProcessor(Cpu cpu, String architecture) {
        if (this == NATIVE) {
            return;
        }
        if (!X86_64.contains(architecture)) {
            throw new IllegalArgumentException(
                    "numerics 'portable' needs an x86-64 processor with AVX2 and FMA, but this one has the architecture %s"
                            .formatted(PrintableText.abbreviated(architecture)));
        }
        if (!cpu.features().isEmpty() && !cpu.features().containsAll(Cpu.AVX2)) {
            throw new IllegalArgumentException(
                    "numerics 'portable' needs an x86-64 processor with AVX2 and FMA, but this one (%s) lacks %s"
                            .formatted(
                                    PrintableText.abbreviated(cpu.name()),
                                    new TreeSet<>(Cpu.AVX2)
                                            .stream()
                                                    .filter(feature ->
                                                            !cpu.features().contains(feature))
                                                    .map(feature -> feature.toUpperCase(Locale.ROOT))
                                                    .collect(Collectors.joining(" and "))));
        }
    }

    /**
     * Requires that a process was started with these numerics.
     *
     * @param variables of the process
     * @throws IllegalStateException if not; the message says which variables to set, and which to unset
     */
    public void require(Map<String, String> variables) {
        SortedMap<String, String> relevant = relevant(variables);
        List<String> wrong = new ArrayList<>();
        environment(relevant).forEach((name, value) -> {
            String found = relevant.remove(name);
            if (!value.equals(found)) {
                wrong.add("%s=%s (%s now)"
                        .formatted(name, value, found == null ? "unset" : PrintableText.abbreviated(found)));
            }
        });
        relevant.forEach(
                (name, value) -> wrong.add("%s unset (%s now)".formatted(name, PrintableText.abbreviated(value))));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "this process cannot compute with %s numerics, which need these settings of the environment before it is started: %s"
                            .formatted(id(), String.join(", ", wrong)));
        }
    }

    /**
     * Prepares the environment of a process.
     *
     * @param variables of the process to be started; changed
     * @param relevant from {@link #environment} or the provenance of a model
     * @throws IllegalArgumentException if one of them is not such a variable, or has an unknown value; a file must not
     *     decide what else a process is started with
     */
    public static void pin(Map<String, String> variables, Map<String, String> relevant) {
        requireKnown(relevant);
        variables.keySet().removeAll(NumericsVariables.names());
        variables.putAll(relevant);
    }

    /**
     * Requires variables that the engine's arithmetic depends on, with values that are known.
     *
     * @param relevant by name
     * @throws IllegalArgumentException if there is another variable or another value; the message names it
     */
    public static void requireKnown(Map<String, String> relevant) {
        NumericsVariables.requireKnown(relevant);
    }

    /**
     * The numerics of a process.
     *
     * @param relevant from {@link #relevant}
     * @return {@link #PORTABLE} if it has exactly its variables, else {@link #NATIVE}
     */
    public static Numerics in(Map<String, String> relevant) {
        return relevant.equals(PORTABLE.environment) ? PORTABLE : NATIVE;
    }

    /**
     * The part of an environment that the engine's arithmetic depends on.
     *
     * @param variables of a process
     * @return those that are set, by name
     */
    public static SortedMap<String, String> relevant(Map<String, String> variables) {
        SortedMap<String, String> relevant = new TreeMap<>(variables);
        relevant.keySet().retainAll(NumericsVariables.names());
        relevant.values().removeIf(String::isEmpty);
        return relevant;
    }
}
