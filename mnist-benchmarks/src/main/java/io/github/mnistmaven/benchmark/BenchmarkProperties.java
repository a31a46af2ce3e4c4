package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.recipe.Preset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The parameters from the module's pom or the command line. An invalid one ends the program with a message. */
final class BenchmarkProperties {

    private static final List<String> MODELS = List.of("cnn", "lstm");

    private BenchmarkProperties() {}

    /** The directory of MNIST's four files. */
    static Path data() {
        String data = System.getProperty("mnist.test.data", "");
        if (data.isBlank()) {
            throw invalid("where is MNIST? Give the directory of its four files as -Dmnist.test.data");
        }
        return Path.of(data);
    }

    static int seeds() {
        return positive("benchmark.seeds");
    }

    static int firstSeed() {
        return positive("benchmark.firstSeed");
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
            throw invalid("%s is '%s'; it is at least 1".formatted(property, System.getProperty(property)));
        }
        return value;
    }

    static List<String> models() {
        return list("benchmark.models", name -> {
            if (!MODELS.contains(name)) {
                throw invalid("unknown model '%s' in benchmark.models; there are %s".formatted(name, MODELS));
            }
            return name;
        });
    }

    static List<Preset> presets() {
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
