package io.github.mnistmaven.model;

import io.github.mnistmaven.files.AtomicDirectory;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code run.json} holds beside the parameters of a trained model. To read it loads no engine.
 *
 * @param parametersFileSha256 of the file with the parameters
 * @param run how the model came about
 */
public record SavedRun(String parametersFileSha256, RunRecord run) {

    /** The name of the file. */
    static final String FILE = "run.json";

    /**
     * Reads how a model came about, and leaves its parameters alone.
     *
     * @param directory of a saved model, such as {@code target/mnist/models/cnn}
     * @return the content of its {@code run.json}
     * @throws ModelFormatException if there is none, or a damaged one; the message names the file and what to do
     * @throws IOException if it cannot be read
     */
    public static SavedRun read(Path directory) throws IOException {
        AtomicDirectory.recover(directory);
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ModelFormatException(
                    "%s holds no trained model: there is no %s in it; train one (mnist:train does) or name another directory"
                            .formatted(directory, FILE));
        }
        try {
            return Json.read(file, SavedRun.class);
        } catch (JsonFormatException e) {
            throw new ModelFormatException(e.getMessage() + "; train the model again", e);
        }
    }
}
