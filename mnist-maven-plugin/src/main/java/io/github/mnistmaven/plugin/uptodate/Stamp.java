package io.github.mnistmaven.plugin.uptodate;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.plugin.protocol.ModelPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a model was trained with and the digests of its files: written once a model is saved, deleted before it is trained again.
 *
 * @param inputs see {@link TrainingInputs}
 * @param files the SHA-256 of each file of the model, by its path from the output directory
 */
public record Stamp(Map<String, String> inputs, Map<String, String> files) {

    private static final FileFormat<Stamp> FORMAT =
            FileFormat.of("mnist-stamp", "2.0", Stamp.class).alsoReading("1.0", file -> file);

    /** Takes copies, in the order of the names; checks that no value is missing and files have digests. */
    public Stamp {
        inputs = new TreeMap<>(Map.copyOf(inputs));
        files = new TreeMap<>(Map.copyOf(files));
        files.values().forEach(digest -> Bounds.requireSha256("files", digest));
    }

    /**
     * The stamp of a model that was just saved.
     *
     * @param inputs what it was trained with
     * @param place where it was saved
     * @return the stamp
     * @throws IOException if the model cannot be read
     */
    public static Stamp of(Map<String, String> inputs, ModelPlace place) throws IOException {
        return new Stamp(inputs, files(place));
    }

    private static SortedMap<String, String> files(ModelPlace place) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(place.model())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(place.root().relativize(file).toString().replace('\\', '/'), Sha256.of(file));
            }
        }
        return digests;
    }

    /** The first file that is not as it was saved. */
    Optional<String> damaged(ModelPlace place) throws IOException {
        SortedMap<String, String> found = files(place);
        return files.keySet().stream()
                .filter(file -> !files.get(file).equals(found.get(file)))
                .findFirst();
    }

    /** That of a model; nothing if there is none that can be read. */
    static Optional<Stamp> read(ModelPlace place) {
        try {
            return Files.isRegularFile(place.stamp()) ? Optional.of(FORMAT.read(place.stamp())) : Optional.empty();
        } catch (IOException e) {
            // Of another version, or damaged: to train again is the way out of either.
            return Optional.empty();
        }
    }

    /**
     * Writes the stamp.
     *
     * @param place where the model is
     * @throws IOException if it cannot be written
     */
    public void write(ModelPlace place) throws IOException {
        FORMAT.write(place.stamp(), this);
    }
}
