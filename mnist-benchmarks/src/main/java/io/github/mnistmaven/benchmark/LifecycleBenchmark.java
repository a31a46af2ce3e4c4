package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;

/**
 * Models that come and go in one process: loaded, used and closed many times, then trained several times. Prints the resident
 * memory after each tenth and each training, and whether all trainings gave the same parameters.
 */
public final class LifecycleBenchmark {

    private static final int LOADS = 200;
    private static final int TRAININGS = 6;
    private static final int DIGITS = 6000;

    private LifecycleBenchmark() {}

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     * @throws IOException if a model cannot be saved or loaded
     */
    public static void main(String[] args) throws IOException {
        DigitSet digits = new EmbeddedDigits().sizes(DIGITS, 1).training();
        Path directory = Files.createTempDirectory("mnist-lifecycle");
        try {
            for (String name : BenchmarkProperties.models()) {
                load(name, digits, directory.resolve(name));
                train(name, digits);
            }
        } finally {
            PathUtils.deleteDirectory(directory);
        }
    }

    private static void load(String name, DigitSet digits, Path saved) throws IOException {
        try (TrainedModel model = Trainer.of(name).epochs(1).train(digits)) {
            model.save(saved);
        }
        List<String> memory = new ArrayList<>();
        for (int i = 1; i <= LOADS; i++) {
            try (TrainedModel model = TrainedModel.load(saved)) {
                model.classify(digits.image(i));
            }
            if (i % (LOADS / 10) == 0) {
                memory.add(ProcessMemory.now());
            }
        }
        System.out.printf(
                "%s, loaded, used and closed %d times: resident memory after each tenth %s%n",
                name, LOADS, String.join(", ", memory));
    }

    private static void train(String name, DigitSet digits) {
        List<String> memory = new ArrayList<>();
        Set<String> parameters = new HashSet<>();
        for (int i = 0; i < TRAININGS; i++) {
            try (TrainedModel model = Trainer.of(name).epochs(2).train(digits)) {
                parameters.add(model.history().best().parametersSha256());
            }
            memory.add(ProcessMemory.now());
        }
        System.out.printf(
                "%s, trained %d times: %s; resident memory after each %s%n",
                name,
                TRAININGS,
                parameters.size() == 1 ? "the same parameters each time" : parameters.size() + " different results",
                String.join(", ", memory));
    }
}
