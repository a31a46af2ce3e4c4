package io.github.mnistmaven.benchmark;

import java.util.Arrays;
import java.util.List;

/** What the module's pom, or a command line that overrides it, says. */
final class BenchmarkProperties {

    private BenchmarkProperties() {}

    /** The directory of MNIST's four files; ends the program with a message if there is none. */
    static String data() {
        String data = System.getProperty("mnist.test.data", "");
        if (data.isBlank()) {
            System.err.println("benchmark: where is MNIST? Give the directory of its four files as -Dmnist.test.data");
            System.exit(1);
        }
        return data;
    }

    static int seeds() {
        return Integer.getInteger("benchmark.seeds");
    }

    static List<String> list(String property) {
        return Arrays.stream(System.getProperty(property).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
