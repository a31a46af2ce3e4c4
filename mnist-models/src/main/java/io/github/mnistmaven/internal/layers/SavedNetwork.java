package io.github.mnistmaven.internal.layers;

import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.ReadableFile;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Reads the layers of a saved model without the engine. */
public final class SavedNetwork {

    /** Of the file with the parameters: all but their values, such as their names and shapes. */
    private static final long MAX_LAYOUT_BYTES = 1 << 20;

    private SavedNetwork() {}

    /**
     * Whether the layers of an architecture are known here: those of this library are.
     *
     * @param architecture its name
     * @return false for one that a user added
     */
    public static boolean isKnown(String architecture) {
        Bounds.requirePresent("architecture", architecture);
        return KnownNetworks.NAMES.contains(architecture);
    }

    /**
     * Reads the layers of a saved model.
     *
     * @param directory of the model, such as {@code target/mnist/models/cnn}
     * @param expected whether it is the right model
     * @return its layers
     * @throws ModelFormatException if there is no model, a damaged one, one that is not expected, or one of an architecture that is not
     *     known; the message names the file and what is wrong
     * @throws IOException if it cannot be read
     */
    public static LayeredNetwork read(Path directory, Predicate<RunFile> expected) throws IOException {
        Bounds.requirePresent("directory", directory);
        Bounds.requirePresent("expected", expected);
        return AtomicDirectory.read(directory, () -> readFrom(directory, expected));
    }

    private static LayeredNetwork readFrom(Path directory, Predicate<RunFile> expected) throws IOException {
        RunFile run = RunFile.read(directory);
        if (!expected.test(run)) {
            throw new ModelFormatException(
                    "%s does not hold the model that was evaluated; evaluate the models again".formatted(directory));
        }
        Path file = directory.resolve(run.model() + "-0000.params");
        Inputs inputs = run.provenance().inputs();
        byte[] parameters = bytes(file, inputs.parameters() * Float.BYTES + MAX_LAYOUT_BYTES);
        if (!Sha256.of(parameters).equals(run.parametersFileSha256())) {
            throw new ModelFormatException(
                    "%s is damaged or cut short, or has more parameters than %s says; train the model again"
                            .formatted(file, RunFile.FILE));
        }
        try {
            return KnownNetworks.of(inputs.architecture(), inputs.recipe().capacity(), new SavedArrays(parameters));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException("%s: %s; train the model again".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] bytes(Path file, long most) throws IOException {
        try (InputStream in = ReadableFile.open(file)) {
            return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
        }
    }
}
