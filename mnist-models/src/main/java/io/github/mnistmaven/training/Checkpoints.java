package io.github.mnistmaven.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.mnistmaven.files.AtomicFile;
import io.github.mnistmaven.files.Json;
import io.github.mnistmaven.files.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A directory in which a run leaves after each epoch what it needs to go on from there, should it be killed: the weights,
 * what the optimizer remembers, the best weights so far and the history. There is no state of random generators in it, as
 * each epoch derives its own from the seed.
 *
 * <p>{@code checkpoint.json} names the file with the arrays and is written last, so it always names a whole one.
 */
public final class Checkpoints {

    private static final String INDEX = "checkpoint.json";

    private final Path directory;
    private final String run;

    /**
     * The checkpoints of a run.
     *
     * @param directory nothing else is kept in it; made when needed
     * @param run tells the run from all whose bits may differ; checkpoints of another are not gone on from
     */
    public Checkpoints(Path directory, String run) {
        this.directory = directory;
        this.run = run;
    }

    private record Index(String run, List<Epoch> epochs, String arrays, String arraysSha256) {}

    /** Keeps the state after an epoch in place of that after the one before. */
    void save(List<Epoch> epochs, NDList arrays) {
        try {
            Path file = directory.resolve("epoch-%d.floats".formatted(epochs.size()));
            AtomicFile.write(file, out -> write(arrays, new DataOutputStream(out)));
            Json.write(
                    directory.resolve(INDEX),
                    new Index(run, epochs, file.getFileName().toString(), Sha256.of(file)));
            deleteOthers(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One after the other: what DJL has for this tells arrays apart by names, which several of these share. */
    private static void write(NDList arrays, DataOutputStream out) throws IOException {
        for (NDArray array : arrays) {
            for (float value : array.toFloatArray()) {
                out.writeFloat(value);
            }
        }
        out.flush();
    }

    /** Also what a killed writer left behind. */
    private void deleteOthers(Path current) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!file.equals(current) && !file.endsWith(INDEX)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Brings the arrays to the state that was saved last.
     *
     * @param arrays the same, in the same order, as when they were saved; left alone if there is nothing to go on from
     * @return the epochs that were trained by then; none if there is nothing to go on from
     */
    List<Epoch> restore(NDList arrays, TrainingListener listener) {
        Path file = directory.resolve(INDEX);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Index index = Json.read(file, Index.class);
            if (!index.run.equals(run)) {
                return List.of();
            }
            restore(directory.resolve(index.arrays), index.arraysSha256, arrays);
            return index.epochs;
        } catch (IOException e) {
            listener.onCheckpointLost(e.getMessage());
            return List.of();
        }
    }

    private static void restore(Path file, String sha256, NDList arrays) throws IOException {
        if (!Files.isRegularFile(file) || !Sha256.of(file).equals(sha256)) {
            throw new IOException(file + " is missing or damaged");
        }
        List<float[]> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (NDArray array : arrays) {
                float[] values = new float[Math.toIntExact(array.size())];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                all.add(values);
            }
        }
        // Only now, so that a file that cannot be read to its end changes nothing.
        for (int i = 0; i < all.size(); i++) {
            arrays.get(i).set(all.get(i));
        }
    }

    /**
     * Deletes the checkpoints in a directory, once nobody needs them any more.
     *
     * @param directory of checkpoints; may be missing
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            PathUtils.deleteDirectory(directory);
        }
    }
}
