package io.github.mnistmaven.provenance;

import com.google.gson.JsonObject;
import io.github.mnistmaven.files.AtomicDirectory;
import io.github.mnistmaven.files.Bounds;
import io.github.mnistmaven.files.FileFormat;
import io.github.mnistmaven.files.FormatVersionException;
import io.github.mnistmaven.files.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The content of {@code run.json}, which lies next to the parameters of a trained model. No engine is loaded to read
 * it.
 *
 * @param model the name of the model
 * @param parametersFileSha256 the digest of the file with the parameters
 * @param provenance what went into the run, and where it ran
 * @param history what each epoch measured
 */
public record SavedRun(String model, String parametersFileSha256, Provenance provenance, History history) {

    /** The name of the file. */
    public static final String FILE = "run.json";

    /** Version 1 had no format field, one more level of nesting, and other names for some fields. */
    private static final FileFormat<SavedRun> FORMAT =
            FileFormat.of("mnist-run", "2.0", SavedRun.class).alsoReading("1.0", SavedRun::fromVersion1);

    /** Checks each value, and that they are consistent. */
    public SavedRun {
        new RunRecord(model, provenance, history);
        Bounds.requireSha256("parametersFileSha256", parametersFileSha256);
    }

    /**
     * What is saved of a run.
     *
     * @param run how the model was trained
     * @param parametersFileSha256 the digest of the file with the parameters
     * @return what {@code run.json} is to hold
     */
    public static SavedRun of(RunRecord run, String parametersFileSha256) {
        return new SavedRun(run.model(), parametersFileSha256, run.provenance(), run.history());
    }

    /**
     * How the model was trained.
     *
     * @return its run
     */
    public RunRecord run() {
        return new RunRecord(model, provenance, history);
    }

    /**
     * Reads how a model was trained, without its parameters.
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
            return FORMAT.read(file);
        } catch (FormatVersionException e) {
            throw new ModelFormatException(e.getMessage(), e);
        } catch (JsonFormatException e) {
            throw new ModelFormatException(e.getMessage() + "; train the model again", e);
        }
    }

    /**
     * Requires that this is the expected model: a directory may have been copied over another.
     *
     * @param name the expected name, which is also that of the architecture
     * @param directory where this was read, for the message
     * @throws ModelFormatException if it is another one
     */
    public void requireModel(String name, Path directory) throws ModelFormatException {
        String architecture = provenance.inputs().architecture();
        if (!model.equals(name) || !architecture.equals(name)) {
            throw new ModelFormatException(
                    "%s holds the model '%s' of the architecture '%s', not '%s'; train '%s' again, or put the model back to where it was trained"
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

    private static JsonObject fromVersion1(JsonObject file) {
        JsonObject run = file.getAsJsonObject("run");
        file.remove("run");
        file.add("model", run.get("model"));
        file.add("provenance", ProvenanceVersion1.upgraded(run.getAsJsonObject("provenance")));
        JsonObject history = run.getAsJsonObject("history");
        history.add("bestEpoch", history.remove("keptEpoch"));
        file.add("history", history);
        return file;
    }
}
