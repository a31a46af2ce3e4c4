package io.github.mnistmaven.internal.runs;

import com.google.gson.JsonObject;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.FormatVersionException;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.function.IOSupplier;

/**
 * The content of {@code run.json}, which lies next to the parameters of a trained model. No engine is loaded to read
 * it.
 *
 * @param model the name of the model; the file with its parameters begins with it
 * @param parametersFileSha256 the digest of the file with the parameters
 * @param provenance what went into the run, and where it ran
 * @param history what each epoch measured
 */
public record RunFile(String model, String parametersFileSha256, Provenance provenance, History history) {

    /** The name of the file. */
    public static final String FILE = "run.json";

    /**
     * Version 1 had no format field, one more level of nesting, and other names for some fields; 2.0 had no names of
     * classes, 2.1 no replicas and no decay rates of Adam, 2.2 no list of operations, 2.3 no bound of the change of stroke width.
     */
    private static final FileFormat<RunFile> FORMAT = FileFormat.of("mnist-run", "2.4", RunFile.class)
            .alsoReading("1.0", RunFile::fromVersion1)
            .alsoReading("2.0", RunFile::fromVersion20)
            .alsoReading("2.1", RunFile::fromVersion21)
            .alsoReading("2.2", RunFile::fromVersion22)
            .alsoReading("2.3", RunFile::fromVersion23);

    /** Checks each value, and that they are consistent. */
    public RunFile {
        requireConsistent(model, provenance, history);
        Bounds.requireSha256("parametersFileSha256", parametersFileSha256);
    }

    /**
     * Requires that a name is one, and that there are no more epochs than the recipe has.
     *
     * @param model the name of the model
     * @param provenance what went into the run
     * @param history what each epoch measured
     * @throws IllegalArgumentException if not
     */
    public static void requireConsistent(String model, Provenance provenance, History history) {
        Bounds.requireName("model", model);
        int epochs = provenance.inputs().recipe().epochs();
        if (history.epochs().size() > epochs) {
            throw new IllegalArgumentException("history has %s, but the recipe has at most %d"
                    .formatted(Counted.of(history.epochs().size(), "epoch"), epochs));
        }
    }

    /**
     * The digest of the model's parameters: that after the best epoch.
     *
     * @return 64 characters, lower-case hexadecimal
     */
    public String parametersSha256() {
        return history.best().parametersSha256();
    }

    /**
     * Reads how a model was trained, without its parameters.
     *
     * @param directory of a saved model, such as {@code target/mnist/models/cnn}
     * @return the content of its {@code run.json}
     * @throws ModelFormatException if there is none, or a damaged one; the message names the file and what to do
     * @throws IOException if it cannot be read
     */
    public static RunFile read(Path directory) throws IOException {
        return AtomicDirectory.read(directory, () -> readFrom(directory));
    }

    private static RunFile readFrom(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (Files.isRegularFile(directory)) {
            throw new ModelFormatException(
                    "%s is a file, but a trained model is a directory; name the directory that holds %s"
                            .formatted(directory, FILE));
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelFormatException(
                    "%s holds no trained model: there is no %s in it; train one, for example with mnist:train, or name another directory"
                            .formatted(directory, FILE));
        }
        return orModelFormatException(() -> FORMAT.read(file));
    }

    /**
     * Reads a {@code run.json} that lies in a jar, say.
     *
     * @param in its bytes
     * @param origin where they come from, for messages
     * @return its content
     * @throws ModelFormatException if it is damaged; the message says where it is and what to do
     * @throws IOException if it cannot be read
     */
    public static RunFile read(InputStream in, String origin) throws IOException {
        return orModelFormatException(() -> FORMAT.read(in, origin));
    }

    private static RunFile orModelFormatException(IOSupplier<RunFile> reading) throws IOException {
        try {
            return reading.get();
        } catch (FormatVersionException e) {
            throw new ModelFormatException(e.getMessage(), e);
        } catch (JsonFormatException e) {
            throw new ModelFormatException(e.getMessage() + "; train the model again", e);
        }
    }

    /**
     * Requires that this is the model that a build keeps under the name of its architecture: a directory may have been copied over another.
     *
     * @param name the expected name, of the model as of the architecture
     * @param directory where this was read, for the message
     * @throws ModelFormatException if it is another one
     */
    public void requireModel(String name, Path directory) throws ModelFormatException {
        String architecture = provenance.inputs().architecture();
        if (!model.equals(name) || !architecture.equals(name)) {
            throw new ModelFormatException(
                    "%s holds the model '%s' of the architecture '%s', not '%s'; train '%s' again, or put the model back where it was trained"
                            .formatted(directory, model, architecture, name, name));
        }
    }

    /**
     * Writes {@code run.json}.
     *
     * @param directory of the model
     * @throws IOException if it cannot be written
     */
    public void write(Path directory) throws IOException {
        FORMAT.write(directory.resolve(FILE), this);
    }

    private static JsonObject fromVersion23(JsonObject file) {
        OlderProvenance.fromVersion23(file.getAsJsonObject("provenance"));
        return file;
    }

    private static JsonObject fromVersion22(JsonObject file) {
        OlderProvenance.fromVersion22(file.getAsJsonObject("provenance"));
        return file;
    }

    private static JsonObject fromVersion21(JsonObject file) {
        OlderProvenance.fromVersion21(file.getAsJsonObject("provenance"));
        return file;
    }

    private static JsonObject fromVersion20(JsonObject file) {
        OlderProvenance.fromVersion20(file.getAsJsonObject("provenance"));
        return file;
    }

    private static JsonObject fromVersion1(JsonObject file) {
        JsonObject run = file.getAsJsonObject("run");
        file.remove("run");
        file.add("model", run.get("model"));
        file.add("provenance", OlderProvenance.fromVersion1(run.getAsJsonObject("provenance")));
        JsonObject history = run.getAsJsonObject("history");
        history.add("bestEpoch", history.remove("keptEpoch"));
        file.add("history", history);
        return file;
    }
}
