package io.github.mnistmaven.internal.numerics;

import io.github.mnistmaven.internal.files.PrintableText;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment variables that the engine's arithmetic depends on, each with the values that it may have. They may
 * come from a file and are passed on to a process, so nothing else is accepted.
 *
 * <p>Sources: PyTorch, "CPU capability" ({@code ATEN_CPU_CAPABILITY}); oneDNN, "CPU Dispatcher Control" and "Primitive
 * Attributes: floating-point math mode" ({@code ONEDNN_}, {@code DNNL_}); Intel oneMKL Developer Guide, "Conditional
 * Numerical
 * Reproducibility" and "Controlling the number of threads" ({@code MKL_}); OpenMP API Specification ({@code OMP_}).
 */
final class NumericsVariables {

    /** Of MKL's code, one for each tier of instructions. */
    private static final String BRANCHES =
            "OFF|AUTO|COMPATIBLE|SSE2|SSE3|SSSE3|SSE4_1|SSE4_2|AVX|AVX2|AVX512|AVX512_E1";

    private static final Values ISA = words("DEFAULT|ALL|SSE41|AVX|AVX2|AVX2_VNNI|AVX2_VNNI_2"
            + "|AVX512_CORE|AVX512_CORE_VNNI|AVX512_CORE_BF16|AVX512_CORE_FP16|AVX512_CORE_AMX|AVX512_CORE_AMX_FP16"
            + "|AVX10_1_512|AVX10_1_512_AMX|AVX10_1_512_AMX_FP16");
    private static final Values HINTS = words("NO_HINTS|PREFER_YMM");
    private static final Values MATH_MODE = words("STRICT|BF16|F16|TF32|ANY");
    private static final Values SWITCH = words("TRUE|FALSE|0|1");
    private static final Values THREADS = values("[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-6]", "1 to 256");

    private static final Map<String, Values> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("ATEN_CPU_CAPABILITY", words("DEFAULT|AVX2|AVX512|AVX512_256")),
            Map.entry("DNNL_MAX_CPU_ISA", ISA),
            Map.entry("ONEDNN_MAX_CPU_ISA", ISA),
            Map.entry("DNNL_CPU_ISA_HINTS", HINTS),
            Map.entry("ONEDNN_CPU_ISA_HINTS", HINTS),
            Map.entry("DNNL_DEFAULT_FPMATH_MODE", MATH_MODE),
            Map.entry("ONEDNN_DEFAULT_FPMATH_MODE", MATH_MODE),
            Map.entry(
                    "MKL_CBWR",
                    values("(" + BRANCHES + ")(,STRICT)?", listed(BRANCHES) + ", each also followed by ,STRICT")),
            Map.entry("MKL_DEBUG_CPU_TYPE", values("[0-9]{1,2}", "0 to 99")),
            Map.entry(
                    "MKL_DOMAIN_NUM_THREADS",
                    values(
                            "(MKL_DOMAIN_[A-Z]{2,10} ?= ?[0-9]{1,3}[,; ]{0,2}){1,8}",
                            "a list such as MKL_DOMAIN_BLAS=2")),
            Map.entry("MKL_DYNAMIC", SWITCH),
            Map.entry(
                    "MKL_ENABLE_INSTRUCTIONS",
                    words("SSE4_2|AVX|AVX2|AVX2_E1|AVX512|AVX512_E1|AVX512_E2|AVX512_E3|AVX512_E4|AVX512_E5"
                            + "|AVX512_MIC|AVX512_MIC_E1|SINGLE_PATH")),
            Map.entry("MKL_NUM_THREADS", THREADS),
            Map.entry("OMP_DYNAMIC", SWITCH),
            Map.entry("OMP_THREAD_LIMIT", values("[1-9][0-9]{0,9}", "a number above 0"))));

    private NumericsVariables() {}

    /**
     * What a variable may be.
     *
     * @param pattern that matches it
     * @param inWords for messages
     */
    private record Values(Pattern pattern, String inWords) {}

    private static Values words(String alternatives) {
        return values(alternatives, listed(alternatives));
    }

    private static String listed(String alternatives) {
        return alternatives.replace("|", ", ");
    }

    private static Values values(String pattern, String inWords) {
        return new Values(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), inWords);
    }

    static Set<String> names() {
        return VALUES.keySet();
    }

    /** Each message names the variable and, if the variable is a known one, its value. */
    static void requireKnown(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            Values values = VALUES.get(name);
            if (values == null) {
                throw new IllegalArgumentException(
                        "environment has the variable '%s', but the engine's arithmetic depends only on %s"
                                .formatted(PrintableText.abbreviated(name), String.join(", ", names())));
            }
            if (!values.pattern().matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "environment variable %s is '%s', which is not one of its known values: %s"
                                .formatted(name, PrintableText.abbreviated(value), values.inWords()));
            }
        });
    }
}
