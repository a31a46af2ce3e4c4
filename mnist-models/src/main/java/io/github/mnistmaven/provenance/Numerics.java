package io.github.mnistmaven.provenance;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which arithmetic the engine's kernels use. It is chosen by variables of the environment that the engine and its
 * libraries, oneDNN and MKL, read once in a process, so they have to be set before it starts.
 */
public enum Numerics {

    /** The fastest that the processor offers: bits are bound to its instruction set and the number of threads. */
    NATIVE(Map.of()),

    /**
     * One tier of instructions (AVX2), one number of threads and MKL's mode for processors of any vendor: meant to give the
     * same bits on every x86-64 processor that has AVX2. Elsewhere it is of no use.
     */
    PORTABLE(Map.of(
            "ATEN_CPU_CAPABILITY", "avx2",
            "ONEDNN_MAX_CPU_ISA", "AVX2",
            "MKL_CBWR", "COMPATIBLE",
            "MKL_DYNAMIC", "FALSE",
            "OMP_DYNAMIC", "FALSE"));

    /** How many threads compute in {@link #PORTABLE}, whatever the machine has. */
    public static final int PORTABLE_THREADS = 2;

    private static final SortedSet<String> VARIABLES = variables();

    private final Map<String, String> environment;

    Numerics(Map<String, String> environment) {
        this.environment = environment;
    }

    private static SortedSet<String> variables() {
        SortedSet<String> names = new TreeSet<>(PORTABLE.environment.keySet());
        names.add("DNNL_MAX_CPU_ISA");
        names.add("DNNL_DEFAULT_FPMATH_MODE");
        names.add("ONEDNN_DEFAULT_FPMATH_MODE");
        names.add("DNNL_CPU_ISA_HINTS");
        names.add("ONEDNN_CPU_ISA_HINTS");
        names.add("OMP_THREAD_LIMIT");
        names.add("MKL_NUM_THREADS");
        names.add("MKL_DOMAIN_NUM_THREADS");
        names.add("MKL_DEBUG_CPU_TYPE");
        names.add("MKL_ENABLE_INSTRUCTIONS");
        return names;
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
     * What a process has to be started with. {@link #NATIVE} leaves it to what the user has set.
     *
     * @param user the environment of the user
     * @return the variables that the engine's arithmetic depends on; no others of them may be set
     */
    public SortedMap<String, String> environment(Map<String, String> user) {
        return this == NATIVE ? relevant(user) : new TreeMap<>(environment);
    }

    /**
     * Prepares the environment of a process.
     *
     * @param variables of the process to be started; changed
     * @param relevant from {@link #environment} or {@link Platform#environment}
     */
    public static void pin(Map<String, String> variables, Map<String, String> relevant) {
        variables.keySet().removeAll(VARIABLES);
        variables.putAll(relevant);
    }

    /**
     * The numerics of a process.
     *
     * @param relevant from {@link #relevant}
     * @return {@link #PORTABLE} if it has just the variables of that
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
        relevant.keySet().retainAll(VARIABLES);
        return relevant;
    }
}
