package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.files.Temporary;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.TrainingListener;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory in which a run saves a checkpoint after each epoch, from which it resumes if it is killed: the weights,
 * the optimizer's state, the best weights so far and the history. The state of random generators is not saved, as each
 * epoch derives its own from the seed.
 *
 * <p>{@code checkpoint.json} names the file with the arrays and is written last, so that file is always complete.
 */
public final class Checkpoints {

    private static final String INDEX = "checkpoint.json";
    private static final Pattern ARRAYS = Pattern.compile("epoch-[0-9]{1,5}\\.floats");

    private final Path directory;
    private final String run;

    /**
     * The checkpoints of a run.
     *
     * @param directory for the checkpoints of one run at a time; created when needed. Other files in it stay
     * @param run identifies the run among all whose bits may differ; checkpoints of other runs are ignored
     */
    public Checkpoints(Path directory, String run) {
        this.directory = directory;
        this.run = run;
    }

    /**
     * The content of {@code checkpoint.json}.
     *
     * @param run identifies the run
     * @param epochs the completed epochs
     * @param arrays the name of the file with the arrays, in the same directory
     * @param arraysSha256 the digest of that file
     */
    record Index(String run, List<Epoch> epochs, String arrays, String arraysSha256) {

        /** Version 1, which had no format field, is not read: those runs cannot be reproduced to the bit any more. */
        static final FileFormat<Index> FORMAT = FileFormat.of("mnist-checkpoint", "2.0", Index.class);

        /** Takes a copy; checks each value, above all that the file is one of this directory. */
        Index {
            Bounds.requireText("run", run);
            epochs = History.of(epochs, epochs.size()).epochs();
            if (!ARRAYS.matcher(arrays).matches()) {
                throw new IllegalArgumentException(
                        "arrays is '%s'; it must be the name of a file such as epoch-3.floats"
                                .formatted(PrintableText.abbreviated(arrays)));
            }
            Bounds.requireSha256("arraysSha256", arraysSha256);
        }
    }

    /** Saves the state after an epoch, in place of that of the epoch before. */
    void save(List<Epoch> epochs, List<float[]> arrays) {
        try {
            Path file = directory.resolve("epoch-%d.floats".formatted(epochs.size()));
            AtomicFile.write(file, out -> write(arrays, new DataOutputStream(out)));
            Index.FORMAT.write(
                    directory.resolve(INDEX),
                    new Index(run, epochs, file.getFileName().toString(), Sha256.of(file)));
            deleteOthers(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<float[]> arrays, DataOutputStream out) throws IOException {
        for (float[] array : arrays) {
            for (float value : array) {
                out.writeFloat(value);
            }
        }
        out.flush();
    }

    private void deleteOthers(Path current) throws IOException {
        for (Path file : arrays(directory)) {
            if (!file.equals(current)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> arrays(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            ARRAYS.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file))
                    .toList();
        }
    }

    /**
     * Restores the arrays to the state that was saved last.
     *
     * @param arrays the same, in the same order, as when they were saved; unchanged if there is no usable checkpoint
     * @param epochs of the run, at most
     * @return the epochs completed by then; none if there is no usable checkpoint
     */
    List<Epoch> restore(List<float[]> arrays, int epochs, TrainingListener listener) {
        Path file = directory.resolve(INDEX);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Index index = Index.FORMAT.read(file);
            if (!index.run.equals(run)) {
                return List.of();
            }
            Bounds.requireWithin("the number of epochs", index.epochs.size(), 1, epochs);
            restore(directory.resolve(index.arrays), index.arraysSha256, arrays);
            return index.epochs;
        } catch (IOException | IllegalArgumentException e) {
            listener.onCheckpointLost(e.getMessage());
            return List.of();
        }
    }

    private static void restore(Path file, String sha256, List<float[]> arrays) throws IOException {
        if (!Files.isRegularFile(file) || !Sha256.of(file).equals(sha256)) {
            throw new IOException(file + " is missing or damaged");
        }
        List<float[]> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            requireSize(file, arrays);
            for (float[] array : arrays) {
                float[] values = new float[array.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                all.add(values);
            }
        }
        // Only after the whole file was read, so that a failure changes nothing.
        for (int i = 0; i < all.size(); i++) {
            System.arraycopy(all.get(i), 0, arrays.get(i), 0, all.get(i).length);
        }
    }

    private static void requireSize(Path file, List<float[]> arrays) throws IOException {
        long expected = arrays.stream().mapToLong(array -> array.length).sum() * Float.BYTES;
        if (Files.size(file) != expected) {
            throw new IOException("%s has %d bytes; expected %d".formatted(file, Files.size(file), expected));
        }
    }

    /**
     * Deletes the checkpoints in a directory, once they are no longer needed, and the directory if nothing else is in it.
     *
     * @param directory of checkpoints; may be missing
     * @throws IOException if they cannot be deleted
     */
    public static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        // First, as without it the others are nothing.
        Files.deleteIfExists(directory.resolve(INDEX));
        for (Path file : arrays(directory)) {
            Files.deleteIfExists(file);
        }
        Temporary.deleteDead(directory);
        try {
            Files.delete(directory);
        } catch (DirectoryNotEmptyException e) {
            // The other files are somebody else's.
        }
    }
}
