package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.recipe.Preset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters from the module's pom or the command line. An invalid one ends the program with a message. */
public final class BenchmarkProperties {

    private static final List<String> MODELS = List.of("cnn", "lstm");
    private static final List<String> DIGITS = List.of("test", "training", "embedded");

    private BenchmarkProperties() {}

    /**
     * The directory of MNIST's four files.
     *
     * @return as {@code mnist.test.data} says
     */
    public static Path data() {
        String data = System.getProperty("mnist.test.data", "");
        if (data.isBlank()) {
            throw invalid("where is MNIST? Give the directory of its four files as -Dmnist.test.data");
        }
        return Path.of(data);
    }

    static int seeds() {
        return positive("benchmark.seeds");
    }

    /**
     * The seed of the first training.
     *
     * @return as {@code benchmark.firstSeed} says
     */
    public static int firstSeed() {
        return positive("benchmark.firstSeed");
    }

    /**
     * How many pictures of each kind are made.
     *
     * @return as {@code benchmark.pictures} says
     */
    public static int pictures() {
        return positive("benchmark.pictures");
    }

    /**
     * Which digits the pictures are made from.
     *
     * @return {@code test}, {@code training} or {@code embedded}, as {@code benchmark.digits} says
     */
    public static String digits() {
        String digits = System.getProperty("benchmark.digits", "");
        if (!DIGITS.contains(digits)) {
            throw invalid("unknown digits '%s' in benchmark.digits; there are %s".formatted(digits, DIGITS));
        }
        return digits;
    }

    /**
     * Whether a kind of pictures is asked for.
     *
     * @param kind its name
     * @return true unless {@code benchmark.kinds} is a regular expression that is found nowhere in it
     */
    public static boolean isAskedFor(String kind) {
        return Pattern.compile(System.getProperty("benchmark.kinds", ""))
                .matcher(kind)
                .find();
    }

    /**
     * Where the pictures that are read wrongly are written.
     *
     * @return as {@code benchmark.wrong} says; nothing if it is not set
     */
    public static Optional<Path> wrong() {
        return Optional.of(System.getProperty("benchmark.wrong", ""))
                .filter(directory -> !directory.isBlank())
                .map(Path::of);
    }

    /** How many threads classify at once. */
    static int requestThreads() {
        return positive("benchmark.requestThreads");
    }

    /** How many synthetic studies are drawn of each kind. */
    static int studies() {
        return positive("benchmark.studies");
    }

    private static int positive(String property) {
        Integer value = Integer.getInteger(property);
        if (value == null || value < 1) {
            throw invalid("%s is '%s'; it must be at least 1".formatted(property, System.getProperty(property)));
        }
        return value;
    }

    /**
     * The models.
     *
     * @return as {@code benchmark.models} says
     */
    public static List<String> models() {
        return list("benchmark.models", name -> {
            if (!MODELS.contains(name)) {
                throw invalid("unknown model '%s' in benchmark.models; there are %s".formatted(name, MODELS));
            }
            return name;
        });
    }

    /**
     * The presets.
     *
     * @return as {@code benchmark.presets} says
     */
    public static List<Preset> presets() {
        return list("benchmark.presets", name -> Preset.of(name)
                .orElseThrow(() -> invalid("unknown preset '%s' in benchmark.presets".formatted(name))));
    }

    private static <T> List<T> list(String property, Function<String, T> value) {
        return Arrays.stream(System.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(value)
                .toList();
    }

    private static RuntimeException invalid(String message) {
        System.err.println("benchmark: " + message);
        System.exit(1);
        throw new AssertionError("not reached");
    }
}
