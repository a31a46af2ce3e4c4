package com.example.digits;

import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Classifies the digits in PNG files with the model that the build has trained. */
public final class Main {

    private static final Path MODEL = Path.of("target/mnist/models/cnn");

    private Main() {}

    /**
     * Prints a line for each file: its name, the digit, and how probable that is.
     *
     * @param args PNG files with one digit each, dark on light or light on dark
     * @throws IOException if the model or a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: Main <png file> ...");
            return;
        }
        try (TrainedModel model = TrainedModel.load(MODEL)) {
            for (String file : args) {
                Classification found = model.classify(Path.of(file));
                System.out.printf(Locale.ROOT, "%s: %d (%.1f %%)%n", file, found.digit(), 100 * found.probability());
            }
        }
    }
}
